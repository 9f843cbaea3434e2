package dev.migration;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

import dev.migration.runtime.MigratorBuilder;
import dev.migration.script.RevisionScripts;
import dev.migration.test.TestDatabase;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class MigratorsTests {

	private final Migrator migrator = MigratorBuilder
		.forDataSource(TestDatabase.create(TestDatabase.Kind.SQLITE).dataSource())
		.revisions(() -> new RevisionScripts(List.of(), List.of(), List.of()))
		.build();

	private final List<String> asked = new ArrayList<>();

	@Test
	void theOnlyDatabaseIsThePrimaryOne() {
		Migrators migrators = Migrators.of("orders", this.migrator);
		assertThat(migrators.names()).containsExactly("orders");
		assertThat(migrators.primary()).isSameAs(this.migrator).isSameAs(migrators.get("orders"));
		assertThat(databases(null, "orders").primary()).isSameAs(this.migrator);
	}

	@Test
	void thePrimaryComesFirstAndTheOthersInTheirOrder() {
		assertThat(databases("audit", "orders", "stock", "audit").names()).containsExactly("audit", "orders", "stock");
		assertThat(databases(null, "orders", "audit").names()).containsExactly("orders", "audit");
	}

	@Test
	void onlyTheDatabaseThatIsAskedForIsMade() {
		Migrators migrators = databases("orders", "orders", "audit");
		assertThat(this.asked).isEmpty();
		migrators.get("audit");
		assertThat(this.asked).containsExactly("audit");
		migrators.primary();
		assertThat(this.asked).containsExactly("audit", "orders");
	}

	@Test
	void anUnknownNameIsAnsweredWithThoseThatThereAre() {
		assertThatExceptionOfType(UnknownDatabaseException.class)
			.isThrownBy(() -> databases(null, "orders", "audit").get("x"))
			.withMessage("There is no database 'x'; there are orders, audit")
			.satisfies((failure) -> assertThat(failure.getNames()).containsExactly("orders", "audit"));
		assertThatExceptionOfType(UnknownDatabaseException.class).isThrownBy(() -> databases(null, "orders").get("x"))
			.withMessage("There is no database 'x'; there is orders");
	}

	@Test
	void withoutAPrimaryOneMustBeNamed() {
		assertThatExceptionOfType(UnknownDatabaseException.class)
			.isThrownBy(() -> databases(null, "orders", "audit").primary())
			.withMessage("There are several databases and none is primary: orders, audit")
			.satisfies((failure) -> assertThat(failure.getAction()).contains("--database NAME"));
	}

	@Test
	void aPrimaryThatIsNotThereIsRefused() {
		assertThatIllegalArgumentException().isThrownBy(() -> databases("x", "orders"));
		assertThatIllegalArgumentException().isThrownBy(() -> databases(null));
	}

	@Test
	void aFailureOfOneOfSeveralSaysWhichOne() {
		assertThat(new NamedDatabaseException("audit", UnknownDatabaseException.named("x", List.of("a"))))
			.hasMessage("Database 'audit': There is no database 'x'; there is a");
	}

	private Migrators databases(@Nullable String primary, String... names) {
		Map<String, Supplier<Migrator>> databases = new LinkedHashMap<>();
		for (String name : names) {
			databases.put(name, () -> {
				this.asked.add(name);
				return this.migrator;
			});
		}
		return Migrators.of(databases, primary);
	}

}
