package dev.migration.boot.autoconfigure;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import com.example.hackathon.BackupHook;
import dev.migration.HookFailedException;
import dev.migration.MigrationHook;
import dev.migration.MigrationRequest;
import dev.migration.MigrationRun;
import dev.migration.Migrator;
import dev.migration.Migrators;
import dev.migration.test.TestDatabase;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.LazyInitializationBeanFactoryPostProcessor;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Hooks that are beans, on one database and on two.
 */
class MigrationHookBeanTests {

	private final TestDatabase database = TestDatabase.create(TestDatabase.Kind.SQLITE);

	private final ApplicationContextRunner single = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(DataSourceAutoConfiguration.class, MigrationAutoConfiguration.class,
				MigratorsAutoConfiguration.class))
		.withPropertyValues("spring.datasource.url=" + this.database.jdbcUrl(),
				"spring.datasource.hikari.maximum-pool-size=1", "spring.datasource.hikari.connection-timeout=1000");

	private final ApplicationContextRunner several = this.single.withPropertyValues(
			"migration.databases.orders.data-source=dataSource",
			"migration.databases.orders.locations=classpath:db/orders",
			"migration.databases.audit.url=" + TestDatabase.create(TestDatabase.Kind.SQLITE).databaseUrl(),
			"migration.databases.audit.locations=classpath:db/audit");

	@Test
	void hooksAreCalledInTheirOrder() {
		this.single.withUserConfiguration(Hooks.class)
			.run((context) -> assertThat(context.getBean(Calls.class).lines()).containsExactly("first null {}",
					"audit null {}", "second null {}", "last null {}"));
	}

	@Test
	void hooksAreForEachDatabaseUnlessAQualifierNamesOne() {
		this.several.withUserConfiguration(Hooks.class).run((context) -> {
			assertThat(context).hasNotFailed();
			assertThat(context.getBean(Calls.class).lines()).containsExactlyInAnyOrder("first orders {}",
					"second orders {}", "last orders {}", "first audit {}", "audit audit {}", "second audit {}",
					"last audit {}");
		});
	}

	@Test
	void hooksAreOnlyMadeWhenARunHasSomethingToDo() {
		this.single.withUserConfiguration(Hooks.class).run((context) -> {
		});
		this.single.withUserConfiguration(Hooks.class)
			.withInitializer(
					(context) -> context.addBeanFactoryPostProcessor(new LazyInitializationBeanFactoryPostProcessor()))
			.run((context) -> {
				Migrator migrator = context.getBean(Migrator.class);
				migrator.upgrade("head");
				assertThat(context.getBeanFactory().containsSingleton("last")).isFalse();
				migrator.downgrade("-1");
				assertThat(context.getBeanFactory().containsSingleton("last")).isTrue();
			});
	}

	@Test
	void argumentsAreThoseOfTheConfiguration() {
		this.single.withUserConfiguration(Hooks.class)
			.withPropertyValues("migration.arguments.tenant=acme", "migration.arguments.read-only=true")
			.run((context) -> assertThat(context.getBean(Calls.class).lines())
				.contains("first null {read-only=true, tenant=acme}"));
	}

	@Test
	void argumentsOfADatabaseAddToTheCommonOnesAndReplaceThem() {
		this.several.withUserConfiguration(Hooks.class)
			.withPropertyValues("migration.arguments.tenant=acme", "migration.arguments.region=eu",
					"migration.databases.audit.arguments.tenant=audit", "migration.databases.audit.arguments.x=y")
			.run((context) -> assertThat(context.getBean(Calls.class).lines())
				.contains("first orders {region=eu, tenant=acme}", "first audit {region=eu, tenant=audit, x=y}"));
	}

	@Test
	void theExampleOfTheDocumentationDoesWhatItSays() throws Exception {
		this.database
			.execute("CREATE TABLE change_log (revision varchar(32), direction varchar(9), ticket varchar(20))");
		this.single.withUserConfiguration(BackupHook.class).run((context) -> {
			assertThat(context).hasNotFailed();
			Migrator migrator = context.getBean(Migrators.class).primary();
			assertThatExceptionOfType(HookFailedException.class).isThrownBy(() -> migrator.downgrade("-1"))
				.withMessage("The hook com.example.hackathon.BackupHook failed before the run: "
						+ "make a backup, and name it with -x backup=<name>");
			migrator.downgrade(MigrationRequest.to("-1").with(Map.of("backup", "tuesday")).tagged("HACK-12"));
			assertThat(this.database
				.query("SELECT revision || ' ' || direction || ' ' || coalesce(ticket, '')" + " FROM change_log"))
				.containsExactly("1a2b3c4d5e6f upgrade ", "2b3c4d5e6f70 upgrade ", "2b3c4d5e6f70 downgrade HACK-12");
		});
		String source = Files.readString(Path.of("src/test/java/com/example/hackathon/BackupHook.java"),
				StandardCharsets.UTF_8);
		String body = source.substring(source.indexOf("@Component"));
		assertThat(Files.readString(Path.of("../docs/hooks.md"), StandardCharsets.UTF_8)).contains(body);
	}

	record Calls(List<String> lines) {
	}

	record Recording(String name, Calls calls) implements MigrationHook {

		@Override
		public void beforeRun(MigrationRun run) {
			this.calls.lines().add(this.name + " " + run.name() + " " + new TreeMap<>(run.request().arguments()));
		}

	}

	@Order(1)
	static class First implements MigrationHook {

		private final Calls calls;

		First(Calls calls) {
			this.calls = calls;
		}

		@Override
		public void beforeRun(MigrationRun run) {
			new Recording("first", this.calls).beforeRun(run);
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class Hooks {

		@Bean
		Calls calls() {
			return new Calls(new ArrayList<>());
		}

		@Bean
		MigrationHook last(Calls calls) {
			return new Recording("last", calls);
		}

		@Bean
		@Order(3)
		MigrationHook second(Calls calls) {
			return new Recording("second", calls);
		}

		@Bean
		@Order(2)
		@Qualifier("audit")
		MigrationHook forAudit(Calls calls) {
			return new Recording("audit", calls);
		}

		@Bean
		First first(Calls calls) {
			return new First(calls);
		}

	}

}
