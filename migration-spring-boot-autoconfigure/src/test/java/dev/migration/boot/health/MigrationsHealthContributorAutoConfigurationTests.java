package dev.migration.boot.health;

import java.util.List;
import java.util.Map;
import java.util.Objects;

import dev.migration.Migrators;
import dev.migration.boot.autoconfigure.MigrationAutoConfiguration;
import dev.migration.boot.autoconfigure.MigratorsAutoConfiguration;
import dev.migration.test.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.health.contributor.CompositeHealthContributor;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthContributor;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.ApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;

class MigrationsHealthContributorAutoConfigurationTests {

	private final TestDatabase database = TestDatabase.create(TestDatabase.Kind.SQLITE);

	private final ApplicationContextRunner bare = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(DataSourceAutoConfiguration.class, MigrationAutoConfiguration.class,
				MigratorsAutoConfiguration.class, MigrationsHealthContributorAutoConfiguration.class))
		.withPropertyValues("spring.datasource.url=" + this.database.jdbcUrl());

	private final ApplicationContextRunner enabled = this.bare
		.withPropertyValues("management.health.migrations.enabled=true");

	@Test
	void isOffUntilItIsSwitchedOn() {
		this.bare.run((context) -> assertThat(context).hasNotFailed().doesNotHaveBean(HealthContributor.class));
		this.bare.withPropertyValues("management.health.defaults.enabled=true")
			.run((context) -> assertThat(context).doesNotHaveBean(HealthContributor.class));
		this.enabled.run((context) -> assertThat(context).hasBean("migrationsHealthContributor"));
	}

	@Test
	void isNotThereWithoutAnyMigrator() {
		this.enabled.withPropertyValues("migration.enabled=false")
			.run((context) -> assertThat(context).hasNotFailed().doesNotHaveBean(HealthContributor.class));
	}

	@Test
	void isNotThereWithoutTheLibrary() {
		this.enabled.withClassLoader(new FilteredClassLoader("org.springframework.boot.health"))
			.run((context) -> assertThat(context).hasNotFailed()
				.hasBean("migrator")
				.doesNotHaveBean("migrationsHealthContributor"));
	}

	@Test
	void backsOffWhereTheApplicationHasItsOwn() {
		this.enabled.withBean("migrationsHealthIndicator", HealthIndicator.class, () -> () -> Health.unknown().build())
			.run((context) -> assertThat(context).doesNotHaveBean("migrationsHealthContributor")
				.hasSingleBean(HealthContributor.class));
	}

	@ParameterizedTest
	@EnumSource(names = { "SQLITE", "POSTGRESQL" })
	void aDatabaseAtItsHeadIsUp(TestDatabase.Kind kind) {
		TestDatabase each = TestDatabase.create(kind);
		this.enabled
			.withPropertyValues("spring.datasource.url=" + each.jdbcUrl(), "spring.datasource.username=" + each.user(),
					"spring.datasource.password=" + each.password())
			.run((context) -> {
				Health health = health(context);
				assertThat(health.getStatus()).isEqualTo(Status.UP);
				assertThat(health.getDetails()).containsEntry("current", List.of("2b3c4d5e6f70"))
					.containsEntry("heads", List.of("2b3c4d5e6f70"))
					.containsEntry("pending", 0)
					.containsEntry("state", "up-to-date")
					.doesNotContainKeys("ahead", "error")
					.hasEntrySatisfying("database",
							(database) -> assertThat(database.toString()).matches("(SQLite|PostgreSQL) .*"));
			});
	}

	@Test
	void pendingRevisionsAreUpUnlessThePropertySaysOtherwise() {
		ApplicationContextRunner pending = this.enabled.withPropertyValues("migration.target=+1");
		pending.run((context) -> {
			assertThat(health(context).getStatus()).isEqualTo(Status.UP);
			assertThat(health(context).getDetails()).containsEntry("state", "pending")
				.containsEntry("pending", 1)
				.containsEntry("current", List.of("1a2b3c4d5e6f"));
		});
		pending.withPropertyValues("migration.health.pending-status=OUT_OF_SERVICE", "migration.on-startup=none")
			.run((context) -> {
				assertThat(health(context).getStatus()).isEqualTo(Status.OUT_OF_SERVICE);
				context.getBean(Migrators.class).primary().upgrade("head");
				assertThat(health(context).getStatus()).isEqualTo(Status.UP);
			});
	}

	@Test
	void aDatabaseThatANewerVersionUpgradedIsUpAndAhead() {
		this.enabled.run((context) -> assertThat(context).hasNotFailed());
		this.database.execute(
				"UPDATE migration_history SET revision = 'fffff0000001', revises = '2b3c4d5e6f70'"
						+ " WHERE revision = '1a2b3c4d5e6f'",
				"UPDATE migration_version SET version_num = 'fffff0000001'");
		this.enabled.withPropertyValues("migration.on-startup=none").run((context) -> {
			assertThat(health(context).getStatus()).isEqualTo(Status.UP);
			assertThat(health(context).getDetails()).containsEntry("ahead", List.of("fffff0000001"))
				.containsEntry("pending", 0)
				.containsEntry("state", "ahead");
		});
	}

	@Test
	void aRevisionThatFailedHalfWayIsOutOfServiceAndOneThatRunsIsPending() {
		TestDatabase h2 = TestDatabase.create(TestDatabase.Kind.H2);
		ApplicationContextRunner onH2 = this.enabled.withPropertyValues("spring.datasource.url=" + h2.jdbcUrl());
		onH2.run((context) -> assertThat(health(context).getStatus()).isEqualTo(Status.UP));
		h2.execute("INSERT INTO migration_history (revision, revises, depends_on, message, direction, status, "
				+ "statements_total, statements_done, started_at, executed_by, host, progress) VALUES ('2b3c4d5e6f70', "
				+ "'1a2b3c4d5e6f', '', '', 'downgrade', 'failed', 2, 1, CURRENT_TIMESTAMP, 'ann', 'web-1', 'abc:1')");
		ApplicationContextRunner later = onH2.withPropertyValues("migration.on-startup=none");
		later.run((context) -> {
			assertThat(health(context).getStatus()).isEqualTo(Status.OUT_OF_SERVICE);
			assertThat(health(context).getDetails()).containsEntry("state", "half-done")
				.containsEntry("pending", 0)
				.containsEntry("halfDone", List.of(Map.of("revision", "2b3c4d5e6f70", "direction", "downgrade",
						"status", "failed", "statementsDone", 1)));
		});
		later.withPropertyValues("migration.health.pending-status=DOWN")
			.run((context) -> assertThat(health(context).getStatus()).isEqualTo(Status.DOWN));
		h2.execute("UPDATE migration_history SET status = 'running' WHERE status = 'failed'");
		later.run((context) -> {
			assertThat(health(context).getStatus()).isEqualTo(Status.UP);
			assertThat(health(context).getDetails()).containsEntry("state", "half-done");
		});
	}

	@Test
	void aRevisionThatNobodyKnowsIsDown() {
		this.enabled.run((context) -> {
			this.database.execute("UPDATE migration_version SET version_num = 'gone'");
			assertThat(health(context).getStatus()).isEqualTo(Status.DOWN);
			assertThat(health(context).getDetails()).containsEntry("state", "unknown")
				.containsEntry("error", "The version table names revisions that nobody knows: [gone]");
		});
	}

	@Test
	void aDatabaseThatCannotBeReachedIsDownAndKeepsItsPassword() {
		this.enabled
			.withPropertyValues("spring.datasource.url=jdbc:postgresql://localhost:1/db?password=s3cret&user=alice",
					"spring.datasource.hikari.connection-timeout=250", "migration.on-startup=none")
			.run((context) -> {
				assertThat(health(context).getStatus()).isEqualTo(Status.DOWN);
				assertThat(health(context).getDetails().toString()).contains("error=The database cannot be reached: ")
					.doesNotContain("s3cret");
			});
	}

	@Test
	void eachOfSeveralDatabasesIsAComponent() {
		this.enabled
			.withPropertyValues("migration.databases.orders.data-source=dataSource",
					"migration.databases.orders.locations=classpath:db/orders",
					"migration.databases.audit.url=" + TestDatabase.create(TestDatabase.Kind.SQLITE).databaseUrl(),
					"migration.databases.audit.locations=classpath:db/audit")
			.run((context) -> {
				CompositeHealthContributor all = context.getBean(CompositeHealthContributor.class);
				assertThat(all.stream().map(CompositeHealthContributor.Entry::name)).containsExactly("orders", "audit");
				this.database.execute("UPDATE migration_version SET version_num = 'gone'");
				assertThat(health(Objects.requireNonNull(all.getContributor("orders"))).getStatus())
					.isEqualTo(Status.DOWN);
				assertThat(health(Objects.requireNonNull(all.getContributor("audit"))).getDetails())
					.containsAllEntriesOf(Map.of("current", List.of("0e1"), "state", "up-to-date"));
			});
	}

	private static Health health(ApplicationContext context) {
		return health(context.getBean("migrationsHealthContributor", HealthContributor.class));
	}

	private static Health health(HealthContributor contributor) {
		return Objects.requireNonNull(((HealthIndicator) contributor).health());
	}

}
