package dev.migration.boot.autoconfigure;

import java.util.List;
import java.util.UUID;

import javax.sql.DataSource;

import com.example.shop.audit.LogEntry;
import com.zaxxer.hikari.HikariDataSource;
import dev.migration.Migrator;
import dev.migration.runtime.MigratorBuilder;
import dev.migration.script.LocationRevisionSource;
import dev.migration.script.MigrationFactory;
import dev.migration.test.TestDatabase;
import jakarta.persistence.EntityManagerFactory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.hibernate.autoconfigure.HibernateJpaAutoConfiguration;
import org.springframework.boot.jdbc.SchemaManagement;
import org.springframework.boot.jdbc.SchemaManagementProvider;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.persistence.autoconfigure.EntityScan;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Which {@code DataSource} revisions run on.
 */
class RevisionDataSourceTests {

	private final TestDatabase application = TestDatabase.create(TestDatabase.Kind.SQLITE);

	private final TestDatabase other = TestDatabase.create(TestDatabase.Kind.SQLITE);

	private final ApplicationContextRunner contextRunner = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(DataSourceAutoConfiguration.class, MigrationAutoConfiguration.class));

	@Test
	void aMarkedDataSourceIsUsedAndTheApplicationKeepsItsOwn() {
		this.contextRunner.withUserConfiguration(MarkedDataSource.class)
			.withBean("applicationDataSource", DataSource.class, this.application::dataSource)
			.withBean(TestDatabase.class, () -> this.other)
			.run((context) -> {
				assertThat(this.other.tables()).contains("team");
				assertThat(this.application.tables()).isEmpty();
				assertThat(context.getBean(SchemaManagementProvider.class)
					.getSchemaManagement(context.getBean("applicationDataSource", DataSource.class)))
					.isEqualTo(SchemaManagement.UNMANAGED);
			});
	}

	@Test
	void aMarkedDataSourceGoesBeforeTheUrl() {
		TestDatabase third = TestDatabase.create(TestDatabase.Kind.SQLITE);
		onApplication().withUserConfiguration(MarkedDataSource.class)
			.withBean(TestDatabase.class, () -> this.other)
			.withPropertyValues("migration.url=" + third.jdbcUrl())
			.run((context) -> {
				assertThat(this.other.tables()).contains("team");
				assertThat(third.tables()).isEmpty();
			});
	}

	@Test
	void aUrlIsUsedWithoutAnyDataSource() {
		new ApplicationContextRunner().withConfiguration(AutoConfigurations.of(MigrationAutoConfiguration.class))
			.withPropertyValues("migration.url=" + this.other.databaseUrl())
			.run((context) -> {
				assertThat(context).hasSingleBean(Migrator.class).doesNotHaveBean(DataSource.class);
				assertThat(this.other.tables()).contains("team");
			});
	}

	@Test
	void aUrlGoesBeforeTheDataSourceOfTheApplication() {
		onApplication().withPropertyValues("migration.url=" + this.other.jdbcUrl()).run((context) -> {
			assertThat(this.other.tables()).contains("team");
			assertThat(this.application.tables()).isEmpty();
			assertThat(management(context.getBean(SchemaManagementProvider.class), context.getBean(DataSource.class)))
				.isEqualTo(SchemaManagement.UNMANAGED);
		});
	}

	@Test
	void aDatabaseInMemoryLastsAsLongAsTheContext() {
		new ApplicationContextRunner().withConfiguration(AutoConfigurations.of(MigrationAutoConfiguration.class))
			.withPropertyValues("migration.url=sqlite://")
			.run((context) -> assertThat(context.getBean(Migrator.class).status().current())
				.containsExactly("2b3c4d5e6f70"));
	}

	@Test
	void aUrlThatIsWrongDoesNotHinderACommandThatOpensNoDatabase() {
		ApplicationContextRunner wrong = new ApplicationContextRunner()
			.withConfiguration(AutoConfigurations.of(MigrationAutoConfiguration.class))
			.withPropertyValues("migration.url=nonsense", "migration.on-startup=none");
		wrong.run((context) -> assertThat(context).hasFailed());
		wrong.withPropertyValues("migration.command-dialect=postgresql")
			.run((context) -> assertThat(context.getBean(Migrator.class).directory().heads()).isNotEmpty());
	}

	@Test
	void connectionDetailsGoBeforeTheProperties() {
		TestDatabase third = TestDatabase.create(TestDatabase.Kind.SQLITE);
		onApplication().withPropertyValues("migration.url=" + third.jdbcUrl())
			.withBean(MigrationConnectionDetails.class, () -> new Details(this.other))
			.run((context) -> {
				assertThat(this.other.tables()).contains("team");
				assertThat(third.tables()).isEmpty();
				assertThat(context).doesNotHaveBean(PropertiesMigrationConnectionDetails.class);
			});
	}

	@Test
	void aUserOfItsOwnRunsTheRevisionsOnTheDatabaseOfTheApplication() {
		TestDatabase postgresql = TestDatabase.create(TestDatabase.Kind.POSTGRESQL);
		String role = "ddl_" + UUID.randomUUID().toString().replace("-", "");
		postgresql.execute("CREATE ROLE " + role + " SUPERUSER LOGIN PASSWORD 'hunter2'");
		on(postgresql).withPropertyValues("migration.user=" + role, "migration.password=hunter2").run((context) -> {
			assertThat(postgresql.query("SELECT tableowner FROM pg_tables WHERE tablename = 'team'"))
				.containsExactly(role);
			assertThat(context.getBean(DataSource.class)).isInstanceOf(HikariDataSource.class);
			assertThat(management(context.getBean(SchemaManagementProvider.class), context.getBean(DataSource.class)))
				.isEqualTo(SchemaManagement.MANAGED);
		});
	}

	/**
	 * Hibernate would create the tables of an embedded database again, and drop them.
	 */
	@Test
	void aUserOfItsOwnDoesNotMakeHibernateCreateTheTables() {
		this.contextRunner.withConfiguration(AutoConfigurations.of(HibernateJpaAutoConfiguration.class))
			.withUserConfiguration(Entities.class)
			.withPropertyValues("spring.datasource.url=jdbc:h2:mem:" + UUID.randomUUID(), "migration.user=sa")
			.run((context) -> assertThat(
					context.getBean(EntityManagerFactory.class).getProperties().get("hibernate.hbm2ddl.auto"))
				.isNull());
	}

	@Test
	void severalDataSourcesWithoutAPrimaryAreAnErrorWithTheWaysOut() {
		this.contextRunner.withBean("one", DataSource.class, this.application::dataSource)
			.withBean("two", DataSource.class, this.other::dataSource)
			.run((context) -> assertThat(context).getFailure()
				.rootCause()
				.isInstanceOfSatisfying(DatabaseConfigurationException.class, (ex) -> {
					assertThat(ex.getDescription())
						.isEqualTo("There are several DataSources and none is primary: one, two");
					assertThat(ex.getAction()).contains("@Primary", "@MigrationDataSource", "migration.url",
							"migration.databases.<name>", "migration.enabled=false");
				}));
	}

	@Test
	void aMigratorOfTheApplicationIsRunAndNothingElseIsLookedFor() {
		this.contextRunner.withBean("one", DataSource.class, this.application::dataSource)
			.withBean("two", DataSource.class, this.other::dataSource)
			.withBean(Migrator.class,
					() -> MigratorBuilder.forDataSource(this.other.dataSource())
						.revisions(new LocationRevisionSource(List.of("classpath:db/audit"),
								getClass().getClassLoader(), MigrationFactory.withoutArguments()))
						.build())
			.run((context) -> {
				assertThat(context).hasNotFailed();
				assertThat(this.other.tables()).contains("event");
				assertThat(this.application.tables()).isEmpty();
			});
	}

	private static SchemaManagement management(SchemaManagementProvider provider, DataSource dataSource) {
		return provider.getSchemaManagement(dataSource);
	}

	private ApplicationContextRunner onApplication() {
		return on(this.application);
	}

	private ApplicationContextRunner on(TestDatabase database) {
		return this.contextRunner.withPropertyValues("spring.datasource.url=" + database.jdbcUrl(),
				"spring.datasource.username=" + database.user(), "spring.datasource.password=" + database.password());
	}

	private record Details(TestDatabase database) implements MigrationConnectionDetails {

		@Override
		public String getJdbcUrl() {
			return this.database.jdbcUrl();
		}

		@Override
		public @Nullable String getUsername() {
			return this.database.user();
		}

		@Override
		public @Nullable String getPassword() {
			return this.database.password();
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class MarkedDataSource {

		@Bean(defaultCandidate = false)
		@MigrationDataSource
		DataSource markedDataSource(TestDatabase database) {
			return database.dataSource();
		}

	}

	@Configuration(proxyBeanMethods = false)
	@EntityScan(basePackageClasses = LogEntry.class)
	static class Entities {

	}

}
