package dev.migration.boot.autoconfigure;

import dev.migration.test.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceInitializationAutoConfiguration;
import org.springframework.boot.liquibase.autoconfigure.LiquibaseAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The place of revisions among what else changes the schema.
 */
@ExtendWith(OutputCaptureExtension.class)
class OtherSchemaToolsTests {

	private final TestDatabase database = TestDatabase.create(TestDatabase.Kind.H2);

	private final ApplicationContextRunner contextRunner = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(DataSourceAutoConfiguration.class, MigrationAutoConfiguration.class,
				DataSourceInitializationAutoConfiguration.class))
		.withPropertyValues("spring.datasource.url=" + this.database.jdbcUrl(),
				"spring.datasource.username=" + this.database.user());

	@ParameterizedTest
	@ValueSource(strings = { "spring.jpa.hibernate.ddl-auto=update", "spring.jpa.hibernate.ddl-auto=create-drop",
			"spring.jpa.properties.hibernate.hbm2ddl.auto=create", "spring.jpa.generate-ddl=true",
			"spring.jpa.properties.jakarta.persistence.schema-generation.database.action=drop-and-create" })
	void aHibernateThatChangesTheSchemaTooIsAWarning(String property, CapturedOutput output) {
		String[] parts = property.split("=");
		this.contextRunner.withPropertyValues(property)
			.run((context) -> assertThat(output)
				.contains("'" + parts[0] + "' is '" + parts[1] + "': Hibernate changes the schema too"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "none", "validate" })
	void aHibernateThatChangesNothingIsNone(String action, CapturedOutput output) {
		this.contextRunner.withPropertyValues("spring.jpa.hibernate.ddl-auto=" + action)
			.run((context) -> assertThat(output).doesNotContain("changes the schema too"));
	}

	@Test
	void nothingIsSaidWhereNoDatabaseIsMigrated(CapturedOutput output) {
		new ApplicationContextRunner().withConfiguration(AutoConfigurations.of(MigrationAutoConfiguration.class))
			.withPropertyValues("spring.jpa.hibernate.ddl-auto=update")
			.run((context) -> assertThat(output).doesNotContain("changes the schema too"));
	}

	@Test
	void flywayRunsBeforeTheRevisionsAndThatIsSaid(CapturedOutput output) {
		this.contextRunner.withConfiguration(AutoConfigurations.of(FlywayAutoConfiguration.class))
			.withPropertyValues("spring.flyway.locations=classpath:db/flyway", "migration.locations=classpath:db/after")
			.run((context) -> {
				assertThat(this.database.query("SELECT id FROM customer")).containsExactly("2");
				assertThat(output).contains("Flyway changes the schema too. It runs before the revisions");
			});
	}

	@Test
	void liquibaseRunsBeforeTheRevisionsAndThatIsSaid(CapturedOutput output) {
		this.contextRunner.withConfiguration(AutoConfigurations.of(LiquibaseAutoConfiguration.class))
			.withPropertyValues("spring.liquibase.change-log=classpath:db/liquibase/changelog.sql",
					"migration.locations=classpath:db/after")
			.run((context) -> {
				assertThat(this.database.query("SELECT id FROM customer")).containsExactly("2");
				assertThat(output).contains("Liquibase changes the schema too. It runs before the revisions");
			});
	}

	@Test
	void scriptsOfSpringBootRunAfterTheRevisions() {
		this.contextRunner.withPropertyValues("spring.sql.init.data-locations=classpath:db/script-after.sql")
			.run((context) -> assertThat(this.database.query("SELECT name FROM team"))
				.containsExactly("from a script"));
	}

}
