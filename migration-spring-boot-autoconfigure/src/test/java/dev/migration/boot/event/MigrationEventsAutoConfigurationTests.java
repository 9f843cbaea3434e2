package dev.migration.boot.event;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import com.example.hackathon.AppliedRevisions;
import dev.migration.HookFailedException;
import dev.migration.Migrator;
import dev.migration.RevisionFailedException;
import dev.migration.boot.autoconfigure.MigrationAutoConfiguration;
import dev.migration.boot.autoconfigure.MigratorsAutoConfiguration;
import dev.migration.test.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ApplicationEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import org.springframework.context.event.ContextRefreshedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.context.event.SmartApplicationListener;
import org.springframework.jdbc.core.JdbcTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@ExtendWith(OutputCaptureExtension.class)
class MigrationEventsAutoConfigurationTests {

	private final TestDatabase database = TestDatabase.create(TestDatabase.Kind.SQLITE);

	private final ApplicationContextRunner runner = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(DataSourceAutoConfiguration.class, MigrationAutoConfiguration.class,
				MigratorsAutoConfiguration.class, JdbcTemplateAutoConfiguration.class,
				MigrationEventsAutoConfiguration.class))
		.withPropertyValues("spring.datasource.url=" + this.database.jdbcUrl());

	@Test
	void aListenerHearsOfTheRunAtStartUpAndOfEachStepOnItsThread() {
		this.runner.withBean(Recording.class).run((context) -> {
			Recording recording = context.getBean(Recording.class);
			assertThat(recording.events).extracting(MigrationEventsAutoConfigurationTests::describe)
				.containsExactly("RunStarting", "StepStarting 1a2b3c4d5e6f", "StepCompleted 1a2b3c4d5e6f",
						"StepStarting 2b3c4d5e6f70", "StepCompleted 2b3c4d5e6f70", "RunCompleted [2b3c4d5e6f70]");
			assertThat(recording.threads).containsOnly(Thread.currentThread());
			assertThat(recording.events).allSatisfy((event) -> {
				assertThat(event.getName()).isNull();
				assertThat(event.getDatabase()).startsWith("SQLite ");
				assertThat(event.getRequest().targets()).containsExactly("head");
				assertThat(event.getPlan().steps()).hasSize(2);
				assertThat(event.getSource()).isSameAs(context.getSourceApplicationContext());
			});
		});
	}

	@Test
	void aRunThatHasNothingToDoPublishesNothing() {
		this.runner.withBean(Recording.class).run((context) -> {
			Recording recording = context.getBean(Recording.class);
			recording.events.clear();
			context.getBean(Migrator.class).upgrade("head");
			assertThat(recording.events).isEmpty();
		});
	}

	@Test
	void anAnnotatedMethodHearsOfLaterRunsOnly() {
		this.runner.withBean(Annotated.class).run((context) -> {
			Annotated annotated = context.getBean(Annotated.class);
			assertThat(annotated.steps).isEmpty();
			context.getBean(Migrator.class).downgrade("-1");
			assertThat(annotated.steps).containsExactly("downgrade 2b3c4d5e6f70");
		});
	}

	@Test
	void aListenerRefusesTheRunBeforeItBegins() {
		this.runner.withBean("guard", ApplicationListener.class, Guard::new).run((context) -> {
			assertThat(context).getFailure()
				.rootCause()
				.isInstanceOf(IllegalStateException.class)
				.hasMessage("not on a Friday");
			assertThat(context).getFailure().hasStackTraceContaining("failed before the run: not on a Friday");
			assertThat(this.database.tables()).isEmpty();
		});
	}

	@Test
	void whatAListenerThrowsAfterTheCommitIsLogged(CapturedOutput output) {
		this.runner.withBean("late", ApplicationListener.class, Late::new).run((context) -> {
			assertThat(context).hasNotFailed();
			assertThat(this.database.query("SELECT version_num FROM migration_version"))
				.containsExactly("2b3c4d5e6f70");
			assertThat(output).contains("failed after the commit of 1a2b3c4d5e6f, which changes nothing", "too late");
		});
	}

	@Test
	void aFailureIsTold() {
		this.runner.withBean(Recording.class)
			.withPropertyValues("migration.locations=classpath:db/failing", "migration.on-startup=none")
			.run((context) -> {
				assertThatExceptionOfType(RevisionFailedException.class)
					.isThrownBy(() -> context.getBean(Migrator.class).upgrade("head"));
				assertThat(context.getBean(Recording.class).events)
					.extracting(MigrationEventsAutoConfigurationTests::describe)
					.endsWith("StepStarting a2", "StepFailed a2 RevisionFailedException",
							"RunFailed RevisionFailedException");
			});
	}

	@Test
	void eventsNameTheDatabaseAmongSeveral() {
		this.runner.withBean(Recording.class)
			.withPropertyValues("migration.databases.orders.data-source=dataSource",
					"migration.databases.orders.locations=classpath:db/orders",
					"migration.databases.audit.url=" + TestDatabase.create(TestDatabase.Kind.SQLITE).databaseUrl(),
					"migration.databases.audit.locations=classpath:db/audit")
			.run((context) -> assertThat(context.getBean(Recording.class).events)
				.filteredOn(MigrationRunCompletedEvent.class::isInstance)
				.extracting(MigrationEvent::getName)
				.containsExactlyInAnyOrder("orders", "audit"));
	}

	@Test
	void aListenerThatWaitsForTheRunIsRefusedByName(CapturedOutput output) {
		this.runner.withBean("waiting", Waiting.class)
			.run((context) -> assertThat(context).getFailure()
				.hasStackTraceContaining(HookFailedException.class.getName())
				.hasStackTraceContaining(
						"failed before the run: The listener 'waiting' needs something that waits until "
								+ "the revisions have run, as it uses the database: they had to run while the bean 'waiting' was made"));
		this.runner.withUserConfiguration(LazyListener.class)
			.run((context) -> assertThat(context).getFailure()
				.hasStackTraceContaining("failed before the run: The listener 'lazy' needs the bean 'jdbcTemplate', "
						+ "which waits until the revisions have run"));
		assertThat(output).doesNotContain("which changes nothing");
	}

	@ParameterizedTest
	@ValueSource(classes = { OfAllEvents.class, OfAllEventsByLambda.class, LazyOfAllEvents.class, Choosing.class,
			OfAnyObject.class })
	void aListenerOfAllEventsThatHappensToNeedTheDatabaseDoesNotHearOfTheRunAtStartUp(Class<?> configuration) {
		this.runner.withUserConfiguration(configuration, Recording.class, Heard.class).run((context) -> {
			assertThat(context).hasNotFailed();
			assertThat(context.getBean(Recording.class).events).hasSize(6);
			Heard heard = context.getBean(Heard.class);
			assertThat(heard.events).noneMatch(MigrationEvent.class::isInstance)
				.anyMatch(ContextRefreshedEvent.class::isInstance);
			context.getBean(Migrator.class).downgrade("-1");
			assertThat(heard.events).filteredOn(MigrationEvent.class::isInstance).hasSize(4);
		});
	}

	@Test
	void aListenerOfAllEventsThatNeedsNoDatabaseHearsOfTheRunAtStartUp() {
		this.runner.withUserConfiguration(WithoutDatabase.class, Heard.class)
			.run((context) -> assertThat(context.getBean(Heard.class).events)
				.filteredOn(MigrationEvent.class::isInstance)
				.hasSize(6));
	}

	@Test
	void isOffWhenThePropertySaysSoAndBacksOff() {
		this.runner.withBean(Waiting.class)
			.withPropertyValues("migration.events.enabled=false")
			.run((context) -> assertThat(context).hasNotFailed().doesNotHaveBean(MigrationEventPublisher.class));
		this.runner.withBean(Own.class)
			.run((context) -> assertThat(context).getBean(MigrationEventPublisher.class).isInstanceOf(Own.class));
	}

	@Test
	void theExampleOfTheDocumentationDoesWhatItSays(CapturedOutput output) throws IOException {
		this.runner.withBean(AppliedRevisions.class)
			.run((context) -> assertThat(output).contains("upgrade 1a2b3c4d5e6f", "upgrade 2b3c4d5e6f70"));
		String source = Files.readString(Path.of("src/test/java/com/example/hackathon/AppliedRevisions.java"));
		assertThat(Files.readString(Path.of("../docs/observability.md")))
			.contains(source.substring(source.indexOf("@Component")));
	}

	private static String describe(MigrationEvent event) {
		String name = event.getClass().getSimpleName().replace("Migration", "").replace("Event", "");
		if (event instanceof MigrationStepStartingEvent step) {
			return name + " " + step.getStep().revision().id();
		}
		if (event instanceof MigrationStepCompletedEvent step) {
			return name + " " + step.getStep().revision();
		}
		if (event instanceof MigrationStepFailedEvent step) {
			return name + " " + step.getStep().revision().id() + " " + step.getFailure().getClass().getSimpleName();
		}
		if (event instanceof MigrationRunCompletedEvent run) {
			return name + " " + run.getResult().to();
		}
		if (event instanceof MigrationRunFailedEvent run) {
			return name + " " + run.getFailure().getClass().getSimpleName();
		}
		return name;
	}

	static class Recording implements ApplicationListener<MigrationEvent> {

		private final List<MigrationEvent> events = new ArrayList<>();

		private final List<Thread> threads = new ArrayList<>();

		@Override
		public void onApplicationEvent(MigrationEvent event) {
			this.events.add(event);
			this.threads.add(Thread.currentThread());
		}

	}

	static class Annotated {

		private final List<String> steps = new ArrayList<>();

		@EventListener
		void on(MigrationStepCompletedEvent event) {
			this.steps.add(event.getDirection() + " " + event.getStep().revision());
		}

	}

	static class Guard implements ApplicationListener<MigrationRunStartingEvent> {

		@Override
		public void onApplicationEvent(MigrationRunStartingEvent event) {
			throw new IllegalStateException("not on a Friday");
		}

	}

	static class Late implements ApplicationListener<MigrationStepCompletedEvent> {

		@Override
		public void onApplicationEvent(MigrationStepCompletedEvent event) {
			throw new IllegalStateException("too late");
		}

	}

	static class Waiting implements ApplicationListener<MigrationEvent> {

		Waiting(JdbcTemplate jdbc) {
		}

		@Override
		public void onApplicationEvent(MigrationEvent event) {
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class LazyListener {

		@Bean
		@Lazy
		Waiting lazy(JdbcTemplate jdbc) {
			return new Waiting(jdbc);
		}

	}

	static class Heard {

		private final List<Object> events = new ArrayList<>();

	}

	@Configuration(proxyBeanMethods = false)
	static class OfAllEvents {

		@Bean
		ApplicationListener<ApplicationEvent> all(Heard heard, JdbcTemplate jdbc) {
			return new ApplicationListener<>() {

				@Override
				public void onApplicationEvent(ApplicationEvent event) {
					heard.events.add(event);
				}

			};
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class OfAllEventsByLambda {

		@Bean
		ApplicationListener<ApplicationEvent> all(Heard heard, JdbcTemplate jdbc) {
			return heard.events::add;
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class LazyOfAllEvents {

		@Bean
		@Lazy
		ApplicationListener<ApplicationEvent> all(Heard heard, JdbcTemplate jdbc) {
			return heard.events::add;
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class Choosing {

		@Bean
		SmartApplicationListener all(Heard heard, JdbcTemplate jdbc) {
			return new SmartApplicationListener() {

				@Override
				public boolean supportsEventType(Class<? extends ApplicationEvent> eventType) {
					return true;
				}

				@Override
				public void onApplicationEvent(ApplicationEvent event) {
					heard.events.add(event);
				}

			};
		}

	}

	static class OfAnyObject {

		private final Heard heard;

		OfAnyObject(Heard heard, JdbcTemplate jdbc) {
			this.heard = heard;
		}

		@EventListener
		void on(Object event) {
			this.heard.events.add(event);
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class WithoutDatabase {

		@Bean
		ApplicationListener<ApplicationEvent> all(Heard heard) {
			return heard.events::add;
		}

	}

	static class Own extends MigrationEventPublisher {

		Own(ConfigurableApplicationContext context) {
			super(context);
		}

	}

}
