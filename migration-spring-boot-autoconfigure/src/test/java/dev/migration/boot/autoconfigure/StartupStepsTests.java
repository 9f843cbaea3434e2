package dev.migration.boot.autoconfigure;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

import dev.migration.test.TestDatabase;
import org.junit.jupiter.api.Test;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.context.metrics.buffering.BufferingApplicationStartup;
import org.springframework.boot.context.metrics.buffering.StartupTimeline.TimelineEvent;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.core.metrics.StartupStep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

class StartupStepsTests {

	private final TestDatabase database = TestDatabase.create(TestDatabase.Kind.SQLITE);

	private final BufferingApplicationStartup startup = new BufferingApplicationStartup(4096);

	private final ApplicationContextRunner runner = new ApplicationContextRunner()
		.withInitializer((context) -> context.setApplicationStartup(this.startup))
		.withConfiguration(AutoConfigurations.of(DataSourceAutoConfiguration.class, MigrationAutoConfiguration.class))
		.withPropertyValues("spring.datasource.url=" + this.database.jdbcUrl());

	@Test
	void theRunIsAStepOfTheStartUpWithAStepForEachRevision() {
		this.runner.run((context) -> {
			assertThat(context).hasNotFailed();
			StartupStep run = steps("migration.run").get(0);
			assertThat(tags(run)).containsOnly(entry("database", "migrator"), entry("direction", "upgrade"),
					entry("target", "head"), entry("outcome", "success"));
			assertThat(steps("migration.step")).hasSize(2).allSatisfy((step) -> {
				assertThat(step.getParentId()).isEqualTo(run.getId());
				assertThat(tags(step)).containsEntry("direction", "upgrade").containsEntry("outcome", "success");
			}).extracting((step) -> tags(step).get("revision")).containsExactly("1a2b3c4d5e6f", "2b3c4d5e6f70");
		});
	}

	@Test
	void aStartWithNothingToDoShowsWhatLookingTook() {
		this.runner.run((context) -> assertThat(context).hasNotFailed());
		this.startup.drainBufferedTimeline();
		this.runner.run((context) -> {
			assertThat(steps("migration.run")).hasSize(1);
			assertThat(steps("migration.step")).isEmpty();
		});
	}

	@Test
	void aFailureIsAnOutcome() {
		this.runner.withPropertyValues("migration.locations=classpath:db/failing").run((context) -> {
			assertThat(context).hasFailed();
			assertThat(steps("migration.step")).extracting((step) -> tags(step).get("outcome"))
				.containsExactlyInAnyOrder("success", "error");
			assertThat(tags(steps("migration.run").get(0))).containsEntry("outcome", "error");
		});
	}

	@Test
	void eachDatabaseHasItsRun() {
		this.runner
			.withPropertyValues("migration.databases.orders.data-source=dataSource",
					"migration.databases.orders.locations=classpath:db/orders",
					"migration.databases.audit.url=" + TestDatabase.create(TestDatabase.Kind.SQLITE).databaseUrl(),
					"migration.databases.audit.locations=classpath:db/audit", "migration.databases.audit.target=+1")
			.run((context) -> assertThat(steps("migration.run"))
				.extracting((step) -> tags(step).get("database") + " " + tags(step).get("target"))
				.containsExactlyInAnyOrder("orders head", "audit +1"));
	}

	private List<StartupStep> steps(String name) {
		return this.startup.getBufferedTimeline()
			.getEvents()
			.stream()
			.map(TimelineEvent::getStartupStep)
			.filter((step) -> step.getName().equals(name))
			.sorted((first, second) -> Long.compare(first.getId(), second.getId()))
			.toList();
	}

	private static Map<String, String> tags(StartupStep step) {
		return StreamSupport.stream(step.getTags().spliterator(), false)
			.collect(Collectors.toMap(StartupStep.Tag::getKey, StartupStep.Tag::getValue));
	}

}
