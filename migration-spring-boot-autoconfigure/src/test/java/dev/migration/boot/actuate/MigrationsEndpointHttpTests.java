package dev.migration.boot.actuate;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.security.Principal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

import dev.migration.MigrationHook;
import dev.migration.MigrationRequest;
import dev.migration.MigrationRun;
import dev.migration.test.TestDatabase;
import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.data.jpa.autoconfigure.DataJpaRepositoriesAutoConfiguration;
import org.springframework.boot.hibernate.autoconfigure.HibernateJpaAutoConfiguration;
import org.springframework.boot.jooq.autoconfigure.JooqAutoConfiguration;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The endpoint as an operator meets it: over HTTP, on a real server.
 */
class MigrationsEndpointHttpTests {

	private static final String UNRESTRICTED = "--management.endpoint.migrations.access=unrestricted";

	@ParameterizedTest
	@EnumSource
	void showsWhereTheDatabaseStands(TestDatabase.Kind kind) {
		withApplication(TestDatabase.create(kind), (application) -> {
			HttpResponse<String> response = application.get();
			assertThat(response.statusCode()).isEqualTo(200);
			assertThat(response.body()).contains("\"contexts\":{\"application\":{\"migrationBeans\":{\"migrator\":{")
				.contains("\"current\":[\"2b3c4d5e6f70\"]", "\"heads\":[\"2b3c4d5e6f70\"]", "\"upToDate\":true")
				.contains("\"revision\":\"1a2b3c4d5e6f\"", "\"state\":\"applied\"", "\"message\":\"create team\"")
				.contains("\"history\":[{\"revision\":\"2b3c4d5e6f70\"", "\"direction\":\"upgrade\"");
		});
	}

	@Test
	void doesNotEvenMapTheDowngradeByDefault() {
		TestDatabase database = TestDatabase.create(TestDatabase.Kind.SQLITE);
		withApplication(database, (application) -> {
			assertThat(application.downgrade("{\"target\": \"-1\"}").statusCode()).isEqualTo(405);
			assertThat(current(database)).containsExactly("2b3c4d5e6f70");
		});
	}

	@ParameterizedTest
	@EnumSource
	void takesTheDatabaseBackWhenTheOperatorAllowsIt(TestDatabase.Kind kind) {
		TestDatabase database = TestDatabase.create(kind);
		withApplication(database, (application) -> {
			HttpResponse<String> response = application.downgrade("{\"target\": \"-1\"}");
			assertThat(response.statusCode()).isEqualTo(200);
			assertThat(response.body()).contains("\"dryRun\":false", "\"from\":[\"2b3c4d5e6f70\"]",
					"\"to\":[\"1a2b3c4d5e6f\"]", "\"steps\":[{\"revision\":\"2b3c4d5e6f70\"");
			assertThat(current(database)).containsExactly("1a2b3c4d5e6f");
			assertThat(database.query("SELECT executed_by FROM migration_history WHERE direction = 'downgrade'"))
				.containsExactly("anonymous");
			assertThat(application.get().body()).contains("\"upToDate\":false", "\"state\":\"pending\"");
		}, UNRESTRICTED);
	}

	@Test
	void theCallersNameIsKeptInTheHistory() {
		TestDatabase database = TestDatabase.create(TestDatabase.Kind.SQLITE);
		withApplication(database, (application) -> {
			assertThat(application.downgrade("{\"target\": \"-1\"}", "User", "alice").statusCode()).isEqualTo(200);
			assertThat(database.query("SELECT executed_by FROM migration_history WHERE direction = 'downgrade'"))
				.containsExactly("alice");
		}, UNRESTRICTED);
	}

	@Test
	void argumentsAndTheTagReachTheHooksWhichCanRefuse() {
		TestDatabase database = TestDatabase.create(TestDatabase.Kind.SQLITE);
		withApplication(database, (application) -> {
			HttpResponse<String> refused = application.downgrade("{\"target\": \"-1\", \"tag\": \"nightly\"}");
			assertThat(refused.statusCode()).isEqualTo(409);
			assertThat(refused.body()).contains("failed before the run: nightly without a ticket", "\"action\":");
			assertThat(current(database)).containsExactly("2b3c4d5e6f70");
			assertThat(application
				.downgrade("{\"target\": \"-1\", \"tag\": \"nightly\", \"arguments\": \"by=me, ticket=4711\"}")
				.statusCode()).isEqualTo(200);
			assertThat(current(database)).containsExactly("1a2b3c4d5e6f");
		}, UNRESTRICTED);
	}

	@Test
	void aDatabaseThatIsAwayIsServiceUnavailable() {
		TestDatabase database = TestDatabase.create(TestDatabase.Kind.SQLITE);
		withApplication(database, (application) -> {
			database.execute("ALTER TABLE migration_version RENAME COLUMN version_num TO gone");
			assertThat(application.get().statusCode()).isEqualTo(503);
			assertThat(application.get().body()).contains("\"error\":\"The database refused", "\"action\":");
		});
	}

	@Test
	void aDryRunShowsThePlanAndDoesNothing() {
		TestDatabase database = TestDatabase.create(TestDatabase.Kind.SQLITE);
		withApplication(database, (application) -> {
			HttpResponse<String> response = application.downgrade("{\"target\": \"base\", \"dryRun\": true}");
			assertThat(response.statusCode()).isEqualTo(200);
			assertThat(response.body()).contains("\"dryRun\":true", "\"to\":[]", "\"revision\":\"1a2b3c4d5e6f\"");
			assertThat(current(database)).containsExactly("2b3c4d5e6f70");
		}, UNRESTRICTED);
	}

	@Test
	void nothingHappensWhenTheDatabaseIsNotWhereTheCallerThinks() {
		TestDatabase database = TestDatabase.create(TestDatabase.Kind.SQLITE);
		withApplication(database, (application) -> {
			HttpResponse<String> response = application
				.downgrade("{\"target\": \"-1\", \"expectedCurrent\": \"1a2b3c4d5e6f\"}");
			assertThat(response.statusCode()).isEqualTo(409);
			assertThat(response.body()).contains("The database is at 2b3c4d5e6f70, not at 1a2b3c4d5e6f as expected",
					"\"action\":");
			assertThat(current(database)).containsExactly("2b3c4d5e6f70");
			assertThat(
					application.downgrade("{\"target\": \"-1\", \"expectedCurrent\": \"2b3c4d5e6f70\"}").statusCode())
				.isEqualTo(200);
		}, UNRESTRICTED);
	}

	@Test
	void aWrongTargetIsAnErrorThatSaysWhatAndWhatToDo() {
		TestDatabase database = TestDatabase.create(TestDatabase.Kind.SQLITE);
		withApplication(database, (application) -> {
			HttpResponse<String> unknown = application.downgrade("{\"target\": \"zzzz\"}");
			assertThat(unknown.statusCode()).isEqualTo(404);
			assertThat(unknown.body()).contains("\"error\":", "zzzz", "\"action\":");
			HttpResponse<String> missing = application.downgrade("{}");
			assertThat(missing.statusCode()).isEqualTo(400);
			assertThat(missing.body()).contains("The request has no target");
			assertThat(current(database)).containsExactly("2b3c4d5e6f70");
		}, UNRESTRICTED);
	}

	@Test
	void anUpgradeThatTheDatabaseDoesNotFitIsAConflict() {
		TestDatabase database = TestDatabase.create(TestDatabase.Kind.SQLITE);
		withApplication(database, (application) -> {
			database.execute("UPDATE migration_history SET checksum = '2:other' WHERE revision = '1a2b3c4d5e6f'");
			HttpResponse<String> changed = application.upgrade("{\"target\": \"head\"}");
			assertThat(changed.statusCode()).isEqualTo(409);
			assertThat(changed.body()).contains("Revisions were changed since they were applied: 1a2b3c4d5e6f");
			database.execute("UPDATE migration_history SET revision = 'fffff0000001' WHERE revision = '2b3c4d5e6f70'",
					"UPDATE migration_version SET version_num = 'fffff0000001'");
			HttpResponse<String> ahead = application.upgrade("{\"target\": \"head\"}");
			assertThat(ahead.statusCode()).isEqualTo(409);
			assertThat(ahead.body()).contains("The database is ahead of this application: it also has fffff0000001");
		}, UNRESTRICTED, "--migration.when-changed=fail", "--migration.when-ahead=fail");
	}

	@Test
	void anIrreversibleStepIsRefusedBeforeAnythingRuns() {
		TestDatabase database = TestDatabase.create(TestDatabase.Kind.SQLITE);
		withApplication(database, (application) -> {
			HttpResponse<String> response = application.downgrade("{\"target\": \"base\"}");
			assertThat(response.statusCode()).isEqualTo(409);
			assertThat(response.body()).contains("Revision c1 (one way) has no downgrade");
			assertThat(current(database)).containsExactly("c1");
		}, UNRESTRICTED, "--migration.locations=classpath:db/irreversible");
	}

	@Test
	void showsEachDatabaseByItsName() {
		TestDatabase audit = TestDatabase.create(TestDatabase.Kind.POSTGRESQL);
		withApplication(TestDatabase.create(TestDatabase.Kind.SQLITE), (application) -> {
			assertThat(application.get().body()).contains("{\"migrationBeans\":{\"orders\":{\"database\":\"SQLite",
					"\"audit\":{\"database\":\"PostgreSQL");
			audit.execute("ALTER TABLE migration_version RENAME COLUMN version_num TO gone");
			assertThat(application.get().statusCode()).isEqualTo(503);
			assertThat(application.get().body()).contains("\"error\":\"Database 'audit': The database refused");
		}, withAudit(audit));
	}

	@Test
	void takesTheNamedDatabaseBackOrThePrimaryOne() {
		TestDatabase orders = TestDatabase.create(TestDatabase.Kind.SQLITE);
		TestDatabase audit = TestDatabase.create(TestDatabase.Kind.POSTGRESQL);
		withApplication(orders, (application) -> {
			assertThat(application.downgrade("{\"target\": \"base\", \"database\": \"audit\"}").statusCode())
				.isEqualTo(200);
			assertThat(current(audit)).isEmpty();
			assertThat(current(orders)).containsExactly("0a1");
			assertThat(application.downgrade("{\"target\": \"base\"}").statusCode()).isEqualTo(200);
			assertThat(current(orders)).isEmpty();
		}, withAudit(audit, UNRESTRICTED));
	}

	@Test
	void aDatabaseThatIsNotClearIsAnErrorWithTheNames() {
		TestDatabase audit = TestDatabase.create(TestDatabase.Kind.SQLITE);
		withApplication(TestDatabase.create(TestDatabase.Kind.SQLITE), (application) -> {
			HttpResponse<String> unknown = application.downgrade("{\"target\": \"base\", \"database\": \"x\"}");
			assertThat(unknown.statusCode()).isEqualTo(404);
			assertThat(unknown.body()).contains("There is no database 'x'; there are ", "\"action\":");
			HttpResponse<String> none = application.downgrade("{\"target\": \"base\"}");
			assertThat(none.statusCode()).isEqualTo(400);
			assertThat(none.body()).contains("There are several databases and none is primary: ", "orders", "audit",
					"stock");
			assertThat(current(audit)).containsExactly("0e1");
		}, withAudit(audit, UNRESTRICTED, "--migration.databases.stock.locations=classpath:db/orders",
				"--migration.databases.stock.data-source=dataSource", "--migration.databases.stock.version-table=stock",
				"--migration.databases.stock.on-startup=none"));
	}

	private static String[] withAudit(TestDatabase audit, String... arguments) {
		return Stream
			.concat(Stream.of("--migration.databases.orders.data-source=dataSource",
					"--migration.databases.orders.locations=classpath:db/orders",
					"--migration.databases.audit.url=" + audit.databaseUrl(),
					"--migration.databases.audit.locations=classpath:db/audit"), Stream.of(arguments))
			.toArray(String[]::new);
	}

	private static List<String> current(TestDatabase database) {
		return database.query("SELECT version_num FROM migration_version");
	}

	private static void withApplication(TestDatabase database, Consumer<Application> test, String... arguments) {
		List<String> all = new ArrayList<>(List.of("--server.port=0", "--server.address=127.0.0.1",
				"--spring.datasource.url=" + database.jdbcUrl(), "--spring.datasource.username=" + database.user(),
				"--spring.datasource.password=" + database.password(),
				"--management.endpoints.web.exposure.include=migrations", "--spring.main.banner-mode=off"));
		all.addAll(List.of(arguments));
		try (ConfigurableApplicationContext context = SpringApplication.run(WebApplication.class,
				all.toArray(String[]::new))) {
			test.accept(new Application(((WebServerApplicationContext) context).getWebServer().getPort()));
		}
	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration(exclude = { HibernateJpaAutoConfiguration.class,
			DataJpaRepositoriesAutoConfiguration.class, JooqAutoConfiguration.class })
	static class WebApplication {

		/**
		 * Refuses what is tagged and has no ticket.
		 */
		@Bean
		MigrationHook ticketHook() {
			return new MigrationHook() {

				@Override
				public void beforeRun(MigrationRun run) {
					MigrationRequest request = run.request();
					if (request.tag() != null && !"4711".equals(request.arguments().get("ticket"))) {
						throw new IllegalStateException(request.tag() + " without a ticket");
					}
				}

			};
		}

		/**
		 * Stands for the security of an application: believes who the caller says to be.
		 */
		@Bean
		Filter authentication() {
			return (request, response, chain) -> chain
				.doFilter(new HttpServletRequestWrapper((HttpServletRequest) request) {

					@Override
					public Principal getUserPrincipal() {
						String user = getHeader("User");
						return (user != null) ? () -> user : null;
					}

				}, response);
		}

	}

	private record Application(int port) {

		HttpResponse<String> get() {
			return send(HttpRequest.newBuilder(uri("")));
		}

		HttpResponse<String> downgrade(String body, String... headers) {
			return send(HttpRequest.newBuilder(uri("/downgrade"))
				.headers(Stream.concat(Stream.of("Content-Type", "application/json"), Stream.of(headers))
					.toArray(String[]::new))
				.POST(HttpRequest.BodyPublishers.ofString(body)));
		}

		HttpResponse<String> upgrade(String body) {
			return send(HttpRequest.newBuilder(uri("/upgrade"))
				.header("Content-Type", "application/json")
				.POST(HttpRequest.BodyPublishers.ofString(body)));
		}

		private URI uri(String path) {
			return URI.create("http://127.0.0.1:" + this.port + "/actuator/migrations" + path);
		}

		private HttpResponse<String> send(HttpRequest.Builder request) {
			try {
				return HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofString());
			}
			catch (Exception ex) {
				throw new IllegalStateException(ex);
			}
		}

	}

}
