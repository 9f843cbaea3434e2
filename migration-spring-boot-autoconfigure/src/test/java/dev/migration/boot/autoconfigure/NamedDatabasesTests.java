package dev.migration.boot.autoconfigure;

import java.util.Set;

import javax.sql.DataSource;

import com.zaxxer.hikari.HikariDataSource;
import db.beans.SeedRevisionConfiguration;
import db.seeds.SeedEvents;
import dev.migration.InvalidGraphException;
import dev.migration.Migrator;
import dev.migration.Migrators;
import dev.migration.NamedDatabaseException;
import dev.migration.PendingRevisionsException;
import dev.migration.test.TestDatabase;
import org.assertj.core.util.Throwables;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.LazyInitializationBeanFactoryPostProcessor;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.jdbc.SchemaManagement;
import org.springframework.boot.jdbc.SchemaManagementProvider;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Configuration;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Two databases: {@code orders} is the application's own, {@code audit} has a URL.
 */
@ExtendWith(OutputCaptureExtension.class)
class NamedDatabasesTests {

	private final TestDatabase orders = TestDatabase.create(TestDatabase.Kind.SQLITE);

	private final TestDatabase audit = TestDatabase.create(TestDatabase.Kind.POSTGRESQL);

	private final ApplicationContextRunner contextRunner = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(DataSourceAutoConfiguration.class, MigrationAutoConfiguration.class,
				MigratorsAutoConfiguration.class, JdbcTemplateAutoConfiguration.class))
		.withPropertyValues("spring.datasource.url=" + this.orders.jdbcUrl(),
				"migration.databases.orders.data-source=dataSource",
				"migration.databases.orders.locations=classpath:db/orders",
				"migration.databases.audit.url=" + this.audit.databaseUrl(),
				"migration.databases.audit.locations=classpath:db/audit");

	@Test
	void eachDatabaseGetsItsOwnRevisions(CapturedOutput output) {
		this.contextRunner.run((context) -> {
			assertThat(context).hasNotFailed();
			assertThat(this.orders.tables()).containsExactly("migration_history", "migration_version", "purchase");
			assertThat(this.audit.tables()).containsExactly("event", "migration_history", "migration_version");
			assertThat(output).contains("Database 'orders': SQLite", "Database 'audit': PostgreSQL");
		});
	}

	@Test
	void theMigratorsAreFoundByTheNamesOfTheDatabases() {
		this.contextRunner.run((context) -> {
			Migrators migrators = context.getBean(Migrators.class);
			assertThat(migrators.names()).containsExactly("orders", "audit");
			assertThat(migrators.get("audit")).isSameAs(context.getBean("auditMigrator"));
			assertThat(migrators.get("audit").status().current()).containsExactly("0e1");
		});
	}

	@Test
	void theOnlyDatabaseHasTheNameOfItsBean() {
		new ApplicationContextRunner()
			.withConfiguration(AutoConfigurations.of(DataSourceAutoConfiguration.class,
					MigrationAutoConfiguration.class, MigratorsAutoConfiguration.class))
			.withPropertyValues("spring.datasource.url=" + this.orders.jdbcUrl())
			.run((context) -> {
				assertThat(context.getBean(Migrators.class).names()).containsExactly("migrator");
				assertThat(context.getBean(Migrators.class).primary()).isSameAs(context.getBean(Migrator.class));
			});
	}

	@Test
	void aDatabaseThatIsNotAmongThemIsNotTouched() {
		this.contextRunner
			.withPropertyValues("migration.databases.orders.data-source=",
					"migration.databases.orders.url=" + TestDatabase.create(TestDatabase.Kind.SQLITE).databaseUrl())
			.run((context) -> {
				assertThat(context).hasNotFailed();
				assertThat(this.orders.tables()).isEmpty();
			});
	}

	@Test
	void theDataSourceOfAUrlIsInjectedByItsNameAndIsNoCandidateWithoutIt() {
		this.contextRunner.withUserConfiguration(BothDataSources.class).run((context) -> {
			BothDataSources both = context.getBean(BothDataSources.class);
			assertThat(both.own).isSameAs(context.getBean("dataSource"));
			assertThat(both.audit).isSameAs(context.getBean("auditDataSource")).isInstanceOf(HikariDataSource.class);
			assertThat(context).hasBean("jdbcTemplate");
		});
	}

	@Test
	void theDataSourceOfAUrlIsClosedWithTheContext() {
		HikariDataSource[] pool = new HikariDataSource[1];
		this.contextRunner.run((context) -> pool[0] = context.getBean("auditDataSource", HikariDataSource.class));
		assertThat(pool[0].isClosed()).isTrue();
	}

	@Test
	void aDatabaseInMemoryLastsAsLongAsTheContext() {
		this.contextRunner.withPropertyValues("migration.databases.audit.url=sqlite://").run((context) -> {
			assertThat(context).hasNotFailed();
			context.getBean("auditDataSource", HikariDataSource.class).getHikariPoolMXBean().softEvictConnections();
			assertThat(context.getBean(Migrators.class).get("audit").status().current()).containsExactly("0e1");
		});
	}

	@Test
	void theLoginCanStandBesideTheUrl() {
		this.contextRunner
			.withPropertyValues("migration.databases.audit.url=" + this.audit.jdbcUrl(),
					"migration.databases.audit.user=" + this.audit.user(),
					"migration.databases.audit.password=" + this.audit.password())
			.run((context) -> assertThat(this.audit.tables()).contains("event"));
	}

	@Test
	void whatIsNotSetIsAsForTheSingleDatabase() {
		this.contextRunner
			.withPropertyValues("migration.version-table=versions", "migration.history-table=done",
					"migration.databases.audit.version-table=audit_versions")
			.run((context) -> {
				assertThat(this.orders.tables()).containsExactly("done", "purchase", "versions");
				assertThat(this.audit.tables()).containsExactly("audit_versions", "done", "event");
			});
	}

	@Test
	void eachDatabaseHasItsOwnStartUp() {
		this.contextRunner
			.withPropertyValues("migration.on-startup=none", "migration.databases.audit.on-startup=upgrade",
					"migration.databases.audit.target=base")
			.run((context) -> {
				assertThat(context).hasNotFailed();
				assertThat(this.orders.tables()).isEmpty();
				assertThat(this.audit.tables()).doesNotContain("event");
			});
		this.contextRunner.withPropertyValues("migration.databases.audit.on-startup=validate")
			.run((context) -> assertThat(context).getFailure()
				.hasStackTraceContaining("Database 'audit': The database is at base and lacks 1 revision: ")
				.rootCause()
				.isInstanceOf(PendingRevisionsException.class));
	}

	@Test
	void aFailureNamesTheDatabase() {
		this.contextRunner.withPropertyValues("migration.databases.audit.locations=classpath:db/failing")
			.run((context) -> assertThat(context).getFailure()
				.hasStackTraceContaining(
						NamedDatabaseException.class.getName() + ": Database 'audit': The upgrade of revision a2"));
	}

	@Test
	void aDatabaseThatIsAwayIsNamedWithoutItsPassword(CapturedOutput output) {
		this.contextRunner
			.withPropertyValues(
					"migration.databases.audit.url=postgresql://app:hunter2@127.0.0.1:1/x?connect_timeout=1")
			.run((context) -> {
				assertThat(context).getFailure().hasStackTraceContaining("Database 'audit': ");
				assertThat(context.getStartupFailure())
					.satisfies((failure) -> assertThat(Throwables.getStackTrace(failure)).doesNotContain("hunter2"));
				assertThat(output).doesNotContain("hunter2");
			});
	}

	@Test
	void whatUsesADatabaseWaitsForAllRuns() {
		this.contextRunner
			.run((context) -> assertThat(context.getBeanFactory().getBeanDefinition("jdbcTemplate").getDependsOn())
				.contains("ordersMigrationRunner", "auditMigrationRunner"));
	}

	@Test
	void saysOfEachSchemaThatItIsManaged() {
		this.contextRunner.run((context) -> {
			Set<DataSource> managed = Set.of(context.getBean("dataSource", DataSource.class),
					context.getBean("auditDataSource", DataSource.class));
			assertThat(managed)
				.allSatisfy((dataSource) -> assertThat(context.getBeanProvider(SchemaManagementProvider.class).stream())
					.extracting((provider) -> provider.getSchemaManagement(dataSource))
					.contains(SchemaManagement.MANAGED));
		});
	}

	@Test
	void onlyTheDatabaseThatIsAskedForIsMade() {
		this.contextRunner
			.withInitializer(
					(context) -> context.addBeanFactoryPostProcessor(new LazyInitializationBeanFactoryPostProcessor()))
			.run((context) -> {
				context.getBean(Migrators.class).get("orders").status();
				assertThat(context.getBeanFactory().containsSingleton("dataSource")).isTrue();
				assertThat(context.getBeanFactory().containsSingleton("auditMigrator")).isFalse();
				assertThat(context.getBeanFactory().containsSingleton("auditDataSource")).isFalse();
			});
	}

	@Test
	void aRevisionThatIsABeanBelongsToTheDatabaseOfItsPackage() {
		this.contextRunner.withBean("seedEvents", SeedEvents.class, () -> new SeedEvents("from a bean"))
			.withPropertyValues("migration.databases.audit.locations=classpath:db/audit,classpath:db/seeds")
			.run((context) -> {
				assertThat(context).hasNotFailed();
				assertThat(this.audit.query("SELECT name FROM event")).containsExactly("from a bean");
				assertThat(context.getBean(Migrators.class).get("orders").directory().heads()).hasSize(1);
			});
	}

	@Test
	void aRevisionThatIsABeanOfNoDatabaseIsRefused() {
		this.contextRunner.withUserConfiguration(SeedRevisionConfiguration.class)
			.run((context) -> assertThat(context).getFailure()
				.rootCause()
				.isInstanceOf(InvalidGraphException.class)
				.hasMessageContaining("SeedTeams: it is a bean, and its package is in the locations of no database"));
	}

	@Test
	void theApplicationsOwnMigratorStays() {
		Migrator[] own = new Migrator[1];
		this.contextRunner.run((context) -> own[0] = context.getBean("auditMigrator", Migrator.class));
		this.contextRunner.withBean("auditMigrator", Migrator.class, () -> own[0])
			.withPropertyValues("migration.databases.audit.on-startup=none")
			.run((context) -> assertThat(context.getBean(Migrators.class).get("audit")).isSameAs(own[0]));
	}

	@Test
	void nothingIsMadeWhenDisabled() {
		this.contextRunner.withPropertyValues("migration.enabled=false").run((context) -> {
			assertThat(context).doesNotHaveBean(Migrators.class).doesNotHaveBean("auditDataSource");
			assertThat(this.orders.tables()).isEmpty();
		});
	}

	@Configuration(proxyBeanMethods = false)
	static class BothDataSources {

		private final DataSource own;

		private final DataSource audit;

		BothDataSources(DataSource own, @Qualifier("audit") DataSource audit) {
			this.own = own;
			this.audit = audit;
		}

	}

}
