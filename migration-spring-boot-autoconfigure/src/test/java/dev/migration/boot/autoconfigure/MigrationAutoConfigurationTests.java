package dev.migration.boot.autoconfigure;

import java.util.List;

import javax.sql.DataSource;

import db.beans.SeedRevisionConfiguration;
import dev.migration.InvalidGraphException;
import dev.migration.Migrator;
import dev.migration.DriftFoundException;
import dev.migration.NothingToCompareException;
import dev.migration.PendingRevisionsException;
import dev.migration.TargetSchemaSource;
import dev.migration.autogenerate.ComparisonHook;
import dev.migration.schema.QualifiedName;
import dev.migration.schema.Schema;
import dev.migration.schema.TargetSchema;
import dev.migration.RevisionFailedException;
import dev.migration.test.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.batch.jdbc.autoconfigure.BatchJdbcAutoConfiguration;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.boot.hibernate.autoconfigure.HibernateJpaAutoConfiguration;
import org.springframework.boot.jdbc.SchemaManagement;
import org.springframework.boot.jdbc.SchemaManagementProvider;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration;
import org.springframework.boot.jooq.autoconfigure.JooqAutoConfiguration;
import org.springframework.boot.quartz.autoconfigure.QuartzAutoConfiguration;
import org.springframework.boot.session.autoconfigure.SessionAutoConfiguration;
import org.springframework.boot.session.jdbc.autoconfigure.JdbcSessionAutoConfiguration;
import org.springframework.boot.test.context.assertj.AssertableApplicationContext;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;

@ExtendWith(OutputCaptureExtension.class)
class MigrationAutoConfigurationTests {

	private final ApplicationContextRunner contextRunner = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(DataSourceAutoConfiguration.class, MigrationAutoConfiguration.class));

	@ParameterizedTest
	@EnumSource
	void appliesPendingRevisionsAtStartUp(TestDatabase.Kind kind) {
		TestDatabase database = TestDatabase.create(kind);
		on(database).run((context) -> {
			assertThat(context).hasSingleBean(Migrator.class);
			assertThat(database.tables()).contains("team", "migration_version", "migration_history");
			assertThat(database.query("SELECT version_num FROM migration_version")).containsExactly("2b3c4d5e6f70");
		});
	}

	@Test
	void saysWhereTheDatabaseStandsEvenWhenThereIsNothingToDo(CapturedOutput output) {
		TestDatabase database = TestDatabase.create(TestDatabase.Kind.SQLITE);
		on(database).run((context) -> assertThat(output).contains("is at 2b3c4d5e6f70, revisions applied: 2"));
		on(database).run((context) -> assertThat(output).contains("is at 2b3c4d5e6f70, nothing to do"));
	}

	@Test
	void backsOffWithoutDataSource() {
		new ApplicationContextRunner().withConfiguration(AutoConfigurations.of(MigrationAutoConfiguration.class))
			.run((context) -> assertThat(context).hasNotFailed().doesNotHaveBean(Migrator.class));
	}

	@Test
	void backsOffWhenDisabled() {
		TestDatabase database = TestDatabase.create(TestDatabase.Kind.SQLITE);
		on(database).withPropertyValues("migration.enabled=false").run((context) -> {
			assertThat(context).doesNotHaveBean(Migrator.class);
			assertThat(database.tables()).isEmpty();
		});
	}

	@Test
	void leavesTheDatabaseAloneWhenToldTo() {
		TestDatabase database = TestDatabase.create(TestDatabase.Kind.SQLITE);
		on(database).withPropertyValues("migration.on-startup=none").run((context) -> {
			assertThat(context).hasSingleBean(Migrator.class);
			assertThat(database.tables()).isEmpty();
		});
	}

	@Test
	void validationFailsWhenSomethingIsPendingAndPassesWhenNothingIs() {
		TestDatabase database = TestDatabase.create(TestDatabase.Kind.SQLITE);
		on(database).withPropertyValues("migration.on-startup=validate").run((context) -> {
			assertThat(context).getFailure()
				.rootCause()
				.isInstanceOf(PendingRevisionsException.class)
				.hasMessageContaining("1a2b3c4d5e6f (create team), 2b3c4d5e6f70 (add team.motto)");
			assertThat(database.tables()).isEmpty();
		});
		on(database).run((context) -> assertThat(context).hasNotFailed());
		on(database).withPropertyValues("migration.on-startup=validate")
			.run((context) -> assertThat(context).hasNotFailed());
	}

	@Test
	void validationOfTheSchemaFailsWhenItDiffersAndPassesWhenItDoesNot() {
		TestDatabase database = TestDatabase.create(TestDatabase.Kind.SQLITE);
		on(database).run((context) -> assertThat(context).hasNotFailed());
		ApplicationContextRunner validating = on(database).withPropertyValues("migration.on-startup=validate-schema");
		validating.withBean(TargetSchemaSource.class, () -> (product) -> TargetSchema.of(Schema.EMPTY))
			.run((context) -> assertThat(context).getFailure()
				.rootCause()
				.isInstanceOf(DriftFoundException.class)
				.hasMessageContaining("removed table 'team'"));
		validating.withBean(TargetSchemaSource.class, () -> (product) -> TargetSchema.of(Schema.EMPTY))
			.withBean(ComparisonHook.class, () -> new ComparisonHook() {

				@Override
				public Boolean includesTable(QualifiedName table, boolean isTarget) {
					return false;
				}

			})
			.run((context) -> assertThat(context).hasNotFailed());
		validating.run((context) -> assertThat(context).getFailure()
			.rootCause()
			.isInstanceOf(NothingToCompareException.class)
			.hasMessageContaining("Nothing says what the schema should be"));
	}

	@Test
	void upgradesToTheTarget() {
		TestDatabase database = TestDatabase.create(TestDatabase.Kind.SQLITE);
		on(database).withPropertyValues("migration.target=1a2b")
			.run((context) -> assertThat(database.query("SELECT version_num FROM migration_version"))
				.containsExactly("1a2b3c4d5e6f"));
	}

	@Test
	void usesTheNamesOfTheTables() {
		TestDatabase database = TestDatabase.create(TestDatabase.Kind.SQLITE);
		on(database)
			.withPropertyValues("migration.version-table=alembic_version", "migration.history-table=what_was_done")
			.run((context) -> assertThat(database.tables()).containsExactly("alembic_version", "team",
					"what_was_done"));
	}

	@Test
	void namesWhatARevisionDoesNotName() {
		TestDatabase database = TestDatabase.create(TestDatabase.Kind.POSTGRESQL);
		on(database).withPropertyValues("migration.naming-convention.pk=%(table_name)s_key")
			.run((context) -> assertThat(database
				.query("SELECT conname FROM pg_constraint WHERE contype = 'p'" + " AND conrelid = 'team'::regclass"))
				.containsExactly("team_key"));
	}

	@Test
	void aMistypedTemplateIsAnErrorOfItsProperty() {
		TestDatabase database = TestDatabase.create(TestDatabase.Kind.SQLITE);
		on(database).withPropertyValues("migration.naming-convention.ix=ix_%(tabel)s")
			.run((context) -> assertThat(context).getFailure()
				.rootCause()
				.isInstanceOfSatisfying(InvalidConfigurationPropertyValueException.class, (ex) -> {
					assertThat(ex.getName()).isEqualTo("migration.naming-convention.ix");
					assertThat(ex.getReason()).contains("unknown token 'tabel'");
				}));
	}

	@Test
	void aRevisionCanBeABeanWithConstructorArguments() {
		TestDatabase database = TestDatabase.create(TestDatabase.Kind.SQLITE);
		on(database).withUserConfiguration(SeedRevisionConfiguration.class)
			.run((context) -> assertThat(database.query("SELECT name FROM team")).containsExactly("from a bean"));
	}

	@Test
	void aRevisionThatFailsFailsTheStartAndLeavesThoseBeforeIt() {
		TestDatabase database = TestDatabase.create(TestDatabase.Kind.SQLITE);
		on(database).withPropertyValues("migration.locations=classpath:db/failing").run((context) -> {
			assertThat(context).getFailure().rootCause().hasMessageContaining("no such table: nowhere");
			assertThat(context).getFailure().hasStackTraceContaining(RevisionFailedException.class.getName());
			assertThat(database.tables()).containsExactly("migration_history", "migration_version", "works");
		});
	}

	@Test
	void aBrokenGraphFailsTheStartWithEveryProblem() {
		TestDatabase database = TestDatabase.create(TestDatabase.Kind.SQLITE);
		on(database).withPropertyValues("migration.locations=classpath:db/broken").run((context) -> {
			assertThat(context).getFailure()
				.rootCause()
				.isInstanceOfSatisfying(InvalidGraphException.class,
						(failure) -> assertThat(failure.getProblems())
							.anySatisfy((problem) -> assertThat(problem).contains("no_header.sql"))
							.anySatisfy((problem) -> assertThat(problem).contains("b1").contains("nobody")));
			assertThat(database.tables()).isEmpty();
		});
	}

	@Test
	void aPoolOfOneConnectionIsEnough() {
		TestDatabase database = TestDatabase.create(TestDatabase.Kind.POSTGRESQL);
		on(database)
			.withPropertyValues("spring.datasource.hikari.maximum-pool-size=1",
					"spring.datasource.hikari.connection-timeout=1000")
			.run((context) -> {
				assertThat(context).hasNotFailed();
				context.getBean(Migrator.class).downgrade("base");
				assertThat(database.tables()).containsExactly("migration_history", "migration_version");
			});
	}

	@Test
	void whatUsesTheDatabaseWaitsForTheRun() {
		on(TestDatabase.create(TestDatabase.Kind.SQLITE))
			.withConfiguration(
					AutoConfigurations.of(JdbcTemplateAutoConfiguration.class, JdbcClientAutoConfiguration.class,
							HibernateJpaAutoConfiguration.class, DataSourceTransactionManagerAutoConfiguration.class))
			.run((context) -> assertWaits(context, "entityManagerFactory", "jdbcTemplate", "jdbcClient"));
	}

	@Test
	@EnabledForJreRange(min = JRE.JAVA_21, disabledReason = "jOOQ needs Java 21")
	void jooqWaitsForTheRun() {
		on(TestDatabase.create(TestDatabase.Kind.SQLITE))
			.withConfiguration(AutoConfigurations.of(JooqAutoConfiguration.class))
			.withPropertyValues("spring.jooq.sql-dialect=sqlite")
			.run((context) -> assertWaits(context, "dslContext"));
	}

	@Test
	void quartzAndBatchAndSessionsWaitForTheRun() {
		TestDatabase database = TestDatabase.create(TestDatabase.Kind.H2);
		new WebApplicationContextRunner()
			.withConfiguration(
					AutoConfigurations.of(DataSourceAutoConfiguration.class, MigrationAutoConfiguration.class,
							DataSourceTransactionManagerAutoConfiguration.class, JdbcTemplateAutoConfiguration.class,
							QuartzAutoConfiguration.class, BatchJdbcAutoConfiguration.class,
							SessionAutoConfiguration.class, JdbcSessionAutoConfiguration.class))
			.withPropertyValues("spring.datasource.url=" + database.jdbcUrl(),
					"spring.datasource.username=" + database.user(), "spring.quartz.job-store-type=jdbc",
					"spring.quartz.auto-startup=false")
			.run((context) -> {
				assertThat(context).hasNotFailed();
				for (String name : List.of("quartzScheduler", "jobRepository", "sessionRepository")) {
					assertThat(context.getBeanFactory().getBeanDefinition(name).getDependsOn()).as(name)
						.contains("migrationRunner");
				}
			});
	}

	private static void assertWaits(AssertableApplicationContext context, String... names) {
		assertThat(context).hasNotFailed();
		for (String name : names) {
			assertThat(context.getBeanFactory().getBeanDefinition(name).getDependsOn()).as(name)
				.contains("migrationRunner");
		}
	}

	@Test
	void saysThatTheSchemaIsManaged() {
		on(TestDatabase.create(TestDatabase.Kind.SQLITE)).run((context) -> assertThat(
				context.getBean(SchemaManagementProvider.class).getSchemaManagement(context.getBean(DataSource.class)))
			.isEqualTo(SchemaManagement.MANAGED));
	}

	private ApplicationContextRunner on(TestDatabase database) {
		return this.contextRunner.withPropertyValues("spring.datasource.url=" + database.jdbcUrl(),
				"spring.datasource.username=" + database.user(), "spring.datasource.password=" + database.password());
	}

}
