package dev.migration.boot.autoconfigure;

import dev.migration.Migration;
import dev.migration.Migrator;
import dev.migration.Operations;
import dev.migration.Revision;
import dev.migration.runtime.MigratorBuilder;
import dev.migration.script.RevisionScripts;
import dev.migration.test.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What happens at start-up, and how an application changes that.
 */
class MigrationRunnerTests {

	private final TestDatabase database = TestDatabase.create(TestDatabase.Kind.SQLITE);

	private final ApplicationContextRunner contextRunner = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(DataSourceAutoConfiguration.class, MigrationAutoConfiguration.class))
		.withPropertyValues("spring.datasource.url=" + this.database.jdbcUrl());

	@ParameterizedTest
	@ValueSource(strings = { "upgrade", "validate" })
	void aStartWithoutAnyRevisionIsAnErrorThatSaysHowToGetOne(String onStartup) {
		withoutRevisions().withPropertyValues("migration.on-startup=" + onStartup).run((context) -> {
			assertThat(context).getFailure()
				.rootCause()
				.isInstanceOfSatisfying(MissingRevisionsException.class, (ex) -> {
					assertThat(ex.getDescription()).isEqualTo("There are no revisions in classpath:db/nowhere");
					assertThat(ex.getAction()).contains("./migrate revision --autogenerate", "'migration.locations'",
							"'migration.fail-on-missing-locations'");
				});
			assertThat(this.database.tables()).isEmpty();
		});
	}

	@Test
	void thereNeedNotBeAnyRevision() {
		withoutRevisions().withPropertyValues("migration.fail-on-missing-locations=false")
			.run((context) -> assertThat(context).hasNotFailed().hasSingleBean(Migrator.class));
		withoutRevisions().withPropertyValues("migration.on-startup=none")
			.run((context) -> assertThat(context).hasNotFailed());
	}

	@Test
	void revisionsThatAreBeansAreEnough() {
		withoutRevisions().withUserConfiguration(RevisionBean.class)
			.run((context) -> assertThat(this.database.tables()).contains("from_bean"));
	}

	@Test
	void aStrategyTakesThePlaceOfWhatThePropertiesSay() {
		this.contextRunner.withBean(MigrationStrategy.class, () -> (migrator) -> migrator.upgrade("1a2b"))
			.withPropertyValues("migration.on-startup=none")
			.run((context) -> assertThat(this.database.query("SELECT version_num FROM migration_version"))
				.containsExactly("1a2b3c4d5e6f"));
	}

	@Test
	void customizersAreCalledInTheirOrderAfterTheProperties() {
		this.contextRunner.withUserConfiguration(Customizers.class)
			.withPropertyValues("migration.version-table=by_property", "migration.history-table=by_property_too")
			.run((context) -> assertThat(this.database.tables()).containsExactly("by_property_too", "by_second",
					"team"));
	}

	@Test
	void severalMigratorsOfTheApplicationAreNotRun() {
		this.contextRunner.withBean("one", Migrator.class, this::migrator)
			.withBean("two", Migrator.class, this::migrator)
			.run((context) -> {
				assertThat(context).hasNotFailed().doesNotHaveBean(MigrationRunner.class);
				assertThat(this.database.tables()).isEmpty();
			});
	}

	private Migrator migrator() {
		return MigratorBuilder.forDataSource(this.database.dataSource())
			.revisions(() -> RevisionScripts.of(CreatesTable.class, CreatesTable::new))
			.build();
	}

	private ApplicationContextRunner withoutRevisions() {
		return this.contextRunner.withPropertyValues("migration.locations=classpath:db/nowhere");
	}

	@Configuration(proxyBeanMethods = false)
	static class Customizers {

		@Bean
		@Order(2)
		MigratorBuilderCustomizer second() {
			return (builder) -> builder.versionTable("by_second");
		}

		@Bean
		@Order(1)
		MigratorBuilderCustomizer first() {
			return (builder) -> builder.versionTable("by_first");
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class RevisionBean {

		@Bean
		CreatesTable createsTable() {
			return new CreatesTable();
		}

	}

	@Revision(id = "b1", message = "create from_bean")
	static class CreatesTable implements Migration {

		@Override
		public void upgrade(Operations op) {
			op.execute("CREATE TABLE from_bean (id integer)");
		}

		@Override
		public void downgrade(Operations op) {
			op.dropTable("from_bean");
		}

	}

}
