package dev.migration.boot.autoconfigure;

import java.util.UUID;

import javax.sql.DataSource;

import dev.migration.Migrator;
import dev.migration.test.TestDatabase;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.api.Test;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

import static org.assertj.core.api.Assertions.assertThat;

class VendorLocationsTests {

	private final ApplicationContextRunner contextRunner = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(DataSourceAutoConfiguration.class, MigrationAutoConfiguration.class))
		.withPropertyValues("migration.locations=classpath:db/vendor/{vendor}");

	@ParameterizedTest
	@CsvSource({ "SQLITE, 0f1", "H2, 0f2" })
	void theDatabaseTakesThePlaceOfThePlaceholder(TestDatabase.Kind kind, String revision) {
		TestDatabase database = TestDatabase.create(kind);
		this.contextRunner
			.withPropertyValues("spring.datasource.url=" + database.jdbcUrl(),
					"spring.datasource.username=" + database.user())
			.run((context) -> assertThat(database.query("SELECT version_num FROM migration_version"))
				.containsExactly(revision));
	}

	@Test
	void itDoesSoForEachOfSeveralDatabases() {
		TestDatabase sqlite = TestDatabase.create(TestDatabase.Kind.SQLITE);
		this.contextRunner
			.withPropertyValues("migration.databases.one.url=" + sqlite.databaseUrl(),
					"migration.databases.one.locations=classpath:db/vendor/{vendor}")
			.run((context) -> assertThat(sqlite.tables()).contains("on_sqlite").doesNotContain("on_h2"));
	}

	@Test
	void aDatabaseThatCannotBeReachedIsAnError() {
		this.contextRunner
			.withPropertyValues("spring.datasource.url=jdbc:h2:file:/dev/null/" + UUID.randomUUID(),
					"spring.datasource.type=org.springframework.jdbc.datasource.SimpleDriverDataSource")
			.run((context) -> assertThat(context).getFailure()
				.hasStackTraceContaining("'{vendor}' in the locations cannot be resolved"));
	}

	@Test
	void aCommandThatDescribesTheDatabaseAsksNone() {
		this.contextRunner.withPropertyValues("migration.command-dialect=h2:2.4", "migration.on-startup=none")
			.withBean(DataSource.class, () -> {
				throw new IllegalStateException("asked for");
			}, (definition) -> definition.setLazyInit(true))
			.run((context) -> assertThat(context.getBean(Migrator.class).directory().heads())
				.extracting((head) -> head.revision().id())
				.containsExactly("0f2"));
	}

}
