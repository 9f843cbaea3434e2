package dev.migration.boot.observation;

import java.util.ArrayList;
import java.util.List;

import dev.migration.MigrationHook;
import dev.migration.MigrationRun;
import dev.migration.MigrationStep;
import dev.migration.Migrator;
import dev.migration.RevisionFailedException;
import dev.migration.boot.autoconfigure.MigrationAutoConfiguration;
import dev.migration.boot.autoconfigure.MigratorsAutoConfiguration;
import dev.migration.boot.metrics.MigrationMetricsAutoConfiguration;
import dev.migration.test.TestDatabase;
import io.micrometer.common.KeyValues;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationHandler;
import io.micrometer.observation.ObservationRegistry;
import io.micrometer.observation.tck.TestObservationRegistry;
import io.micrometer.observation.tck.TestObservationRegistryAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration;
import org.springframework.boot.micrometer.metrics.autoconfigure.CompositeMeterRegistryAutoConfiguration;
import org.springframework.boot.micrometer.metrics.autoconfigure.MeterRegistryCustomizer;
import org.springframework.boot.micrometer.metrics.autoconfigure.MetricsAutoConfiguration;
import org.springframework.boot.micrometer.metrics.autoconfigure.export.simple.SimpleMetricsExportAutoConfiguration;
import org.springframework.boot.micrometer.observation.autoconfigure.ObservationAutoConfiguration;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@ExtendWith(OutputCaptureExtension.class)
class MigrationObservationAutoConfigurationTests {

	private final TestDatabase database = TestDatabase.create(TestDatabase.Kind.SQLITE);

	private final TestObservationRegistry registry = TestObservationRegistry.create();

	private final ApplicationContextRunner withoutRegistry = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(DataSourceAutoConfiguration.class, MigrationAutoConfiguration.class,
				MigratorsAutoConfiguration.class, JdbcTemplateAutoConfiguration.class,
				MigrationObservationAutoConfiguration.class))
		.withPropertyValues("spring.datasource.url=" + this.database.jdbcUrl());

	private final ApplicationContextRunner runner = this.withoutRegistry.withBean(ObservationRegistry.class,
			() -> this.registry);

	private final ApplicationContextRunner ofSpringBoot = this.withoutRegistry
		.withConfiguration(AutoConfigurations.of(ObservationAutoConfiguration.class, MetricsAutoConfiguration.class,
				CompositeMeterRegistryAutoConfiguration.class, SimpleMetricsExportAutoConfiguration.class,
				MigrationMetricsAutoConfiguration.class));

	@Test
	void aRunAtStartUpIsObservedWithItsRevisionsBelowIt() {
		this.runner.run((context) -> {
			assertThat(context).hasNotFailed();
			TestObservationRegistryAssert.assertThat(this.registry)
				.hasNumberOfObservationsWithNameEqualTo("migration.run", 1)
				.hasNumberOfObservationsWithNameEqualTo("migration.revision", 2)
				.hasObservationWithNameEqualTo("migration.run")
				.that()
				.hasContextualNameEqualTo("migration upgrade")
				.hasOnlyKeys("database", "direction", "outcome")
				.hasLowCardinalityKeyValue("database", "migrator")
				.hasLowCardinalityKeyValue("direction", "upgrade")
				.hasLowCardinalityKeyValue("outcome", "SUCCESS")
				.hasBeenStarted()
				.hasBeenStopped();
			TestObservationRegistryAssert.assertThat(this.registry)
				.forAllObservationsWithNameEqualTo("migration.revision",
						(observation) -> observation.hasParentObservationContextMatching(
								(parent) -> "migration.run".equals(((Observation.ContextView) parent).getName())));
			TestObservationRegistryAssert.assertThat(this.registry)
				.hasAnObservationWithAKeyValue("revision.id", "1a2b3c4d5e6f")
				.hasAnObservation((observation) -> observation.hasContextualNameEqualTo("upgrade 2b3c4d5e6f70")
					.hasHighCardinalityKeyValue("revision.id", "2b3c4d5e6f70")
					.hasLowCardinalityKeyValue("outcome", "SUCCESS"))
				.doesNotHaveAnyRemainingCurrentObservation()
				.doesNotHaveAnyRemainingCurrentScope();
		});
	}

	@Test
	void theRevisionIsTheCurrentObservationOfAHook() {
		List<String> current = new ArrayList<>();
		this.runner.withBean(MigrationHook.class, () -> new MigrationHook() {

			@Override
			public void beforeRun(MigrationRun run) {
				add();
			}

			@Override
			public void beforeStep(MigrationRun run, MigrationStep step) {
				add();
			}

			private void add() {
				Observation observation = MigrationObservationAutoConfigurationTests.this.registry
					.getCurrentObservation();
				current.add((observation != null) ? observation.getContext().getName() : "none");
			}

		})
			.run((context) -> assertThat(current).containsExactly("migration.run", "migration.revision",
					"migration.revision"));
	}

	@Test
	void aRunThatHasNothingToDoIsNotObserved() {
		this.runner.run((context) -> {
			this.registry.clear();
			context.getBean(Migrator.class).upgrade("head");
			TestObservationRegistryAssert.assertThat(this.registry).doesNotHaveAnyObservation();
		});
	}

	@Test
	void aFailureIsTheErrorOfTheRevisionAndOfTheRun() {
		this.runner.withPropertyValues("migration.locations=classpath:db/failing", "migration.on-startup=none")
			.run((context) -> {
				assertThatExceptionOfType(RevisionFailedException.class)
					.isThrownBy(() -> context.getBean(Migrator.class).upgrade("head"));
				TestObservationRegistryAssert.assertThat(this.registry)
					.hasObservationWithNameEqualTo("migration.run")
					.that()
					.hasLowCardinalityKeyValue("outcome", "ERROR")
					.hasBeenStopped()
					.thenError()
					.isInstanceOf(RevisionFailedException.class);
				TestObservationRegistryAssert.assertThat(this.registry)
					.hasAnObservation((observation) -> observation.hasHighCardinalityKeyValue("revision.id", "a2")
						.hasLowCardinalityKeyValue("outcome", "ERROR")
						.hasError())
					.hasAnObservation((observation) -> observation.hasHighCardinalityKeyValue("revision.id", "a1")
						.doesNotHaveError())
					.doesNotHaveAnyRemainingCurrentObservation();
			});
	}

	@Test
	void eachDatabaseIsNamed() {
		this.runner
			.withPropertyValues("migration.databases.orders.data-source=dataSource",
					"migration.databases.orders.locations=classpath:db/orders",
					"migration.databases.audit.url=" + TestDatabase.create(TestDatabase.Kind.SQLITE).databaseUrl(),
					"migration.databases.audit.locations=classpath:db/audit")
			.run((context) -> TestObservationRegistryAssert.assertThat(this.registry)
				.hasAnObservation((observation) -> observation.hasNameEqualTo("migration.run")
					.hasLowCardinalityKeyValue("database", "orders"))
				.hasAnObservation((observation) -> observation.hasNameEqualTo("migration.revision")
					.hasLowCardinalityKeyValue("database", "audit")));
	}

	@Test
	void aConventionOfTheApplicationTakesThePlaceOfTheDefault() {
		this.runner.withBean(OwnConvention.class)
			.run((context) -> TestObservationRegistryAssert.assertThat(this.registry)
				.hasNumberOfObservationsWithNameEqualTo("schema.change", 1)
				.hasNumberOfObservationsWithNameEqualTo("migration.revision", 2)
				.hasObservationWithNameEqualTo("schema.change")
				.that()
				.hasOnlyKeys("target"));
	}

	@Test
	void theRegistryOfSpringBootHasItsHandlersAndCountsNothingTwice() {
		this.ofSpringBoot.run((context) -> {
			assertThat(context).hasNotFailed();
			MeterRegistry meters = context.getBean(MeterRegistry.class);
			assertThat(meters.get("migration.run").tag("outcome", "SUCCESS").timer().count()).isEqualTo(1);
			assertThat(meters.get("migration.revision").timer().count()).isEqualTo(2);
			assertThat(meters.get("migration.step").timer().count()).isEqualTo(2);
			assertThat(meters.get("migration.runs").counter().count()).isEqualTo(1);
		});
		this.ofSpringBoot.withPropertyValues("management.observations.enable.migration=false", "migration.target=base")
			.run((context) -> {
				context.getBean(Migrator.class).downgrade("-1");
				MeterRegistry meters = context.getBean(MeterRegistry.class);
				assertThat(meters.find("migration.run").timer()).isNull();
				assertThat(meters.get("migration.step").timer().count()).isEqualTo(1);
			});
	}

	@Test
	void aHandlerThatWaitsForTheRunObservesWhatComesLater(CapturedOutput output) {
		this.ofSpringBoot.withUserConfiguration(HandlerThatUsesTheDatabase.class).run((context) -> {
			assertThat(context).hasNotFailed();
			assertThat(output).contains("The run is not observed, as what observes it needs what waits for the run");
			Recording handler = context.getBean(Recording.class);
			assertThat(handler.names).isEmpty();
			context.getBean(Migrator.class).downgrade("-1");
			assertThat(handler.names).containsExactly("migration.run", "migration.revision");
			assertThat(context.getBean(MeterRegistry.class).get("migration.run").timer().count()).isEqualTo(1);
		});
	}

	@Test
	void aMeterRegistryThatWaitsForTheRunIsMadeInItsOwnTime() {
		this.ofSpringBoot.withUserConfiguration(CustomizerThatUsesTheDatabase.class).run((context) -> {
			assertThat(context).hasNotFailed();
			MeterRegistry meters = context.getBean(MeterRegistry.class);
			assertThat(meters.get("migration.step").tag("teams", "0").timer().count()).isEqualTo(2);
			context.getBean(Migrator.class).downgrade("-1");
			assertThat(meters.get("migration.run").tag("teams", "0").timer().count()).isEqualTo(1);
		});
	}

	@Test
	void aRunBeforeTheRegistryCanHaveItsHandlersLeavesItAlone() {
		this.ofSpringBoot.withUserConfiguration(PostProcessorThatUsesTheDatabase.class).run((context) -> {
			assertThat(context).hasNotFailed();
			MeterRegistry meters = context.getBean(MeterRegistry.class);
			assertThat(meters.get("migration.step").timer().count()).isEqualTo(2);
			context.getBean(Migrator.class).downgrade("-1");
			assertThat(meters.get("migration.run").tag("direction", "downgrade").timer().count()).isEqualTo(1);
		});
	}

	@Test
	void isNotThereWithoutARegistryAndWithoutTheLibrary() {
		this.withoutRegistry.run((context) -> assertThat(context).hasNotFailed()
			.hasBean("migrator")
			.doesNotHaveBean(MigrationObservations.class));
		this.withoutRegistry.withClassLoader(new FilteredClassLoader("io.micrometer"))
			.run((context) -> assertThat(context).hasNotFailed()
				.hasBean("migrator")
				.doesNotHaveBean("migrationObservations"));
	}

	@Test
	void backsOffWhereTheApplicationHasItsOwn() {
		MigrationObservations own = new MigrationObservations(() -> ObservationRegistry.NOOP, null, null);
		this.runner.withBean("own", MigrationObservations.class, () -> own).run((context) -> {
			assertThat(context).hasSingleBean(MigrationObservations.class);
			TestObservationRegistryAssert.assertThat(this.registry).doesNotHaveAnyObservation();
		});
	}

	static class OwnConvention implements MigrationRunObservationConvention {

		@Override
		public String getName() {
			return "schema.change";
		}

		@Override
		public KeyValues getLowCardinalityKeyValues(MigrationRunObservationContext context) {
			return KeyValues.of("target", String.join(",", context.getRun().request().targets()));
		}

	}

	static class Recording implements ObservationHandler<Observation.Context> {

		private final List<String> names = new ArrayList<>();

		@Override
		public void onStart(Observation.Context context) {
			this.names.add(context.getName());
		}

		@Override
		public boolean supportsContext(Observation.Context context) {
			return true;
		}

	}

	/**
	 * A circle, if the run insists on the registry.
	 */
	@Configuration(proxyBeanMethods = false)
	static class HandlerThatUsesTheDatabase {

		@Bean
		Recording recording(JdbcTemplate jdbc) {
			jdbc.queryForList("SELECT * FROM team");
			return new Recording();
		}

	}

	/**
	 * The registry of the meters is needed by that of the observations.
	 */
	@Configuration(proxyBeanMethods = false)
	static class CustomizerThatUsesTheDatabase {

		@Bean
		MeterRegistryCustomizer<MeterRegistry> teams(JdbcTemplate jdbc) {
			String teams = String.valueOf(jdbc.queryForList("SELECT * FROM team").size());
			return (registry) -> registry.config().commonTags("teams", teams);
		}

	}

	/**
	 * Makes the run happen before all post-processors are there.
	 */
	@Configuration(proxyBeanMethods = false)
	static class PostProcessorThatUsesTheDatabase {

		@Bean
		static BeanPostProcessor early(JdbcTemplate jdbc) {
			jdbc.queryForList("SELECT * FROM team");
			return new BeanPostProcessor() {
			};
		}

	}

}
