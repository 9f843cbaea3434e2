package dev.migration.boot.autoconfigure;

import java.util.List;
import java.util.Set;

import dev.migration.Adoption;
import dev.migration.AdoptionRefusedException;
import dev.migration.PreviousTool;
import dev.migration.runtime.MigratorBuilder;
import dev.migration.script.RevisionScripts;
import dev.migration.test.TestDatabase;
import dev.migration.test.TestDatabase.Kind;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.liquibase.autoconfigure.LiquibaseAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * What Flyway and Liquibase really leave in a database is known when it is taken over.
 */
class PreviousToolTests {

	@ParameterizedTest
	@CsvSource({ "H2, flyway_schema_history", "SQLITE, flyway_schema_history", "H2, Applied Things" })
	void flywayIsKnownByItsHistory(Kind kind, String table) {
		TestDatabase database = TestDatabase.create(kind);
		migrate(database, FlywayAutoConfiguration.class, "spring.flyway.locations=classpath:db/flyway",
				"spring.flyway.table=" + table);
		Adoption adoption = adoption(database);
		assertThat(adoption.tool()).isEqualTo(new PreviousTool("Flyway", List.of(table),
				"1 migration, the last is 1 (create customer)", List.of(), false));
		assertThat(adoption.revision().sql().upgrade()).contains("CREATE TABLE customer").doesNotContain(table);
		database.execute("UPDATE \"" + table + "\" SET \"success\" = false WHERE \"version\" IS NOT NULL");
		assertThatExceptionOfType(AdoptionRefusedException.class).isThrownBy(() -> adoption(database))
			.withMessageContaining("Flyway's migration 1 (create customer) has failed");
	}

	@ParameterizedTest
	@EnumSource(names = { "H2", "SQLITE" })
	void liquibaseIsKnownByItsLogAndItsLock(Kind kind) {
		TestDatabase database = TestDatabase.create(kind);
		migrate(database, LiquibaseAutoConfiguration.class,
				"spring.liquibase.change-log=classpath:db/liquibase/changelog.sql");
		Adoption adoption = adoption(database);
		assertThat(adoption.tool().name()).isEqualTo("Liquibase");
		assertThat(adoption.tool().position()).startsWith("1 change set, the last is ")
			.contains("db/liquibase/changelog.sql");
		assertThat(adoption.tool().tables()).hasSize(2);
		assertThat(adoption.revision().sql().upgrade()).contains("CREATE TABLE customer")
			.doesNotContain("atabasechange");
		database.execute("UPDATE databasechangeloglock SET locked = TRUE, lockedby = 'build-7 (10.0.0.7)'");
		assertThatExceptionOfType(AdoptionRefusedException.class).isThrownBy(() -> adoption(database))
			.withMessageContaining("Liquibase's lock is held by build-7 (10.0.0.7)");
	}

	private static void migrate(TestDatabase database, Class<?> tool, String... properties) {
		new ApplicationContextRunner().withConfiguration(AutoConfigurations.of(DataSourceAutoConfiguration.class, tool))
			.withPropertyValues("spring.datasource.url=" + database.jdbcUrl(), "spring.flyway.enabled=true",
					"spring.liquibase.enabled=true")
			.withPropertyValues((database.kind() == Kind.SQLITE) ? new String[0]
					: new String[] { "spring.datasource.username=" + database.user() })
			.withPropertyValues(properties)
			.run((context) -> assertThat(context).hasNotFailed());
	}

	private static Adoption adoption(TestDatabase database) {
		return MigratorBuilder.forDataSource(database.dataSource())
			.revisions(() -> new RevisionScripts(List.of(), List.of(), List.of()))
			.build()
			.adoption(Set.of());
	}

}
