package dev.migration.boot.metrics;

import java.sql.Connection;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

import dev.migration.LockTimeoutException;
import dev.migration.Migrator;
import dev.migration.Migrators;
import dev.migration.RevisionFailedException;
import dev.migration.boot.autoconfigure.MigrationAutoConfiguration;
import dev.migration.boot.autoconfigure.MigratorsAutoConfiguration;
import dev.migration.test.TestDatabase;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.Test;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration;
import org.springframework.boot.micrometer.metrics.autoconfigure.CompositeMeterRegistryAutoConfiguration;
import org.springframework.boot.micrometer.metrics.autoconfigure.MeterRegistryCustomizer;
import org.springframework.boot.micrometer.metrics.autoconfigure.MetricsAutoConfiguration;
import org.springframework.boot.micrometer.metrics.autoconfigure.export.simple.SimpleMetricsExportAutoConfiguration;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class MigrationMetricsAutoConfigurationTests {

	private final TestDatabase database = TestDatabase.create(TestDatabase.Kind.SQLITE);

	private final ApplicationContextRunner withoutRegistry = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(DataSourceAutoConfiguration.class, MigrationAutoConfiguration.class,
				MigratorsAutoConfiguration.class, JdbcTemplateAutoConfiguration.class,
				MigrationMetricsAutoConfiguration.class))
		.withPropertyValues("spring.datasource.url=" + this.database.jdbcUrl());

	private final ApplicationContextRunner runner = this.withoutRegistry
		.withConfiguration(AutoConfigurations.of(MetricsAutoConfiguration.class,
				CompositeMeterRegistryAutoConfiguration.class, SimpleMetricsExportAutoConfiguration.class));

	@Test
	void theRunAtStartUpIsThereThoughItWasBeforeTheRegistry() {
		this.runner.run((context) -> {
			MeterRegistry registry = context.getBean(MeterRegistry.class);
			assertThat(runs(registry, "upgrade", "SUCCESS")).isEqualTo(1);
			Timer steps = registry.get("migration.step")
				.tags("database", "migrator", "direction", "upgrade", "outcome", "SUCCESS")
				.timer();
			assertThat(steps.count()).isEqualTo(2);
			assertThat(steps.totalTime(TimeUnit.NANOSECONDS)).isPositive();
			assertThat(registry.get("migration.lock.wait").tag("outcome", "SUCCESS").timer().count()).isEqualTo(2);
			assertThat(pending(registry, "migrator")).isZero();
		});
	}

	@Test
	void theRegistryIsNotMadeForTheRunAtStartUp() {
		this.runner.withUserConfiguration(CustomizerThatUsesTheDatabase.class).run((context) -> {
			assertThat(context).hasNotFailed();
			assertThat(runs(context.getBean(MeterRegistry.class), "upgrade", "SUCCESS")).isEqualTo(1);
		});
	}

	@Test
	void laterRunsAreCountedByDirectionAndOutcome() {
		this.runner.run((context) -> {
			MeterRegistry registry = context.getBean(MeterRegistry.class);
			Migrator migrator = context.getBean(Migrator.class);
			migrator.upgrade("head");
			migrator.downgrade("-1");
			migrator.stamp("head");
			assertThat(runs(registry, "upgrade", "SUCCESS")).isEqualTo(1);
			assertThat(runs(registry, "upgrade", "NOTHING_TO_DO")).isEqualTo(1);
			assertThat(runs(registry, "downgrade", "SUCCESS")).isEqualTo(1);
			assertThat(runs(registry, "stamp", "SUCCESS")).isEqualTo(1);
			assertThat(registry.get("migration.step").tag("direction", "downgrade").timer().count()).isEqualTo(1);
		});
	}

	@Test
	void aFailureIsCountedOnceForTheRunAndOnceForTheStep() {
		this.runner.withPropertyValues("migration.locations=classpath:db/failing", "migration.on-startup=none")
			.run((context) -> {
				assertThatExceptionOfType(RevisionFailedException.class)
					.isThrownBy(() -> context.getBean(Migrator.class).upgrade("head"));
				MeterRegistry registry = context.getBean(MeterRegistry.class);
				assertThat(runs(registry, "upgrade", "ERROR")).isEqualTo(1);
				assertThat(registry.get("migration.step").tag("outcome", "ERROR").timer().count()).isEqualTo(1);
				assertThat(registry.get("migration.step").tag("outcome", "SUCCESS").timer().count()).isEqualTo(1);
				assertThat(pending(registry, "migrator")).isEqualTo(1);
			});
	}

	@Test
	void aWaitForTheLockIsTimedAlsoWhenItIsInVain() {
		this.runner
			.withPropertyValues("migration.lock-timeout=1ms", "migration.on-startup=none",
					"spring.datasource.url=" + this.database.jdbcUrl() + "&busy_timeout=0")
			.run((context) -> {
				try (Connection holder = this.database.connect()) {
					holder.createStatement().execute("BEGIN IMMEDIATE");
					assertThatExceptionOfType(LockTimeoutException.class)
						.isThrownBy(() -> context.getBean(Migrator.class).upgrade("head"));
				}
				Timer timer = context.getBean(MeterRegistry.class)
					.get("migration.lock.wait")
					.tags("database", "migrator", "outcome", "ERROR")
					.timer();
				assertThat(timer.count()).isEqualTo(1);
				assertThat(timer.max(TimeUnit.MILLISECONDS)).isGreaterThanOrEqualTo(1);
			});
	}

	@Test
	void eachDatabaseHasItsOwnMeters() {
		this.runner.withPropertyValues("migration.databases.orders.data-source=dataSource",
				"migration.databases.orders.locations=classpath:db/orders",
				"migration.databases.audit.url=" + TestDatabase.create(TestDatabase.Kind.SQLITE).databaseUrl(),
				"migration.databases.audit.locations=classpath:db/audit", "migration.databases.audit.on-startup=none")
			.run((context) -> {
				MeterRegistry registry = context.getBean(MeterRegistry.class);
				assertThat(registry.get("migration.runs").counters()).singleElement()
					.satisfies((counter) -> assertThat(counter.getId().getTag("database")).isEqualTo("orders"));
				assertThat(pending(registry, "orders")).isZero();
				assertThat(pending(registry, "audit")).isEqualTo(1);
				context.getBean(Migrators.class).get("audit").upgrade("head");
				assertThat(pending(registry, "audit")).isZero();
				assertThat(registry.get("migration.runs").tag("database", "audit").counter().count()).isEqualTo(1);
			});
	}

	@Test
	void eachRegistryGetsTheStartUpAndWhatComesLater() {
		this.runner.run((context) -> {
			MeterRegistry second = new SimpleMeterRegistry();
			context.getBean(MigrationMetrics.class).bindTo(second);
			context.getBean(Migrator.class).upgrade("head");
			for (MeterRegistry registry : List.of(context.getBean(MeterRegistry.class), second)) {
				assertThat(runs(registry, "upgrade", "SUCCESS")).isEqualTo(1);
				assertThat(runs(registry, "upgrade", "NOTHING_TO_DO")).isEqualTo(1);
			}
		});
	}

	@Test
	void isNotThereWithoutARegistryAndWithoutTheLibrary() {
		this.withoutRegistry.run((context) -> assertThat(context).hasNotFailed()
			.hasBean("migrator")
			.doesNotHaveBean(MigrationMetrics.class));
		this.runner.withClassLoader(new FilteredClassLoader("io.micrometer.core"))
			.run((context) -> assertThat(context).hasNotFailed()
				.hasBean("migrator")
				.doesNotHaveBean("migrationMetrics"));
	}

	@Test
	void backsOffWhereTheApplicationHasItsOwn() {
		MigrationMetrics own = new MigrationMetrics(() -> null, Duration.ofSeconds(1));
		this.runner.withBean("own", MigrationMetrics.class, () -> own).run((context) -> {
			assertThat(context).hasSingleBean(MigrationMetrics.class);
			MeterRegistry registry = context.getBean(MeterRegistry.class);
			assertThat(runs(registry, "upgrade", "SUCCESS")).isEqualTo(1);
			assertThat(registry.find("migration.revisions.pending").gauge()).isNull();
		});
	}

	private static double runs(MeterRegistry registry, String direction, String outcome) {
		return registry.get("migration.runs")
			.tags("database", "migrator", "direction", direction, "outcome", outcome)
			.counter()
			.count();
	}

	private static double pending(MeterRegistry registry, String database) {
		return registry.get("migration.revisions.pending").tag("database", database).gauge().value();
	}

	/**
	 * Would be a circle if the registry was made for the run.
	 */
	@Configuration(proxyBeanMethods = false)
	static class CustomizerThatUsesTheDatabase {

		@Bean
		MeterRegistryCustomizer<MeterRegistry> teams(JdbcTemplate jdbc) {
			String teams = String.valueOf(jdbc.queryForList("SELECT * FROM team").size());
			return (registry) -> registry.config().commonTags("teams", teams);
		}

	}

}
