package dev.migration.boot.actuate;

import java.lang.management.ManagementFactory;
import java.net.http.HttpResponse;
import java.util.Base64;
import java.util.List;
import java.util.Map;

import javax.management.MBeanException;
import javax.management.MBeanServer;
import javax.management.ObjectName;

import dev.migration.test.TestDatabase;
import dev.migration.test.TestDatabase.Kind;
import org.glassfish.jersey.server.ResourceConfig;
import org.junit.jupiter.api.Test;

import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.DefaultResourceLoader;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.provisioning.InMemoryUserDetailsManager;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.web.servlet.DispatcherServlet;

import static dev.migration.boot.actuate.EndpointApplication.STORES;
import static dev.migration.boot.actuate.EndpointApplication.UNRESTRICTED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * The endpoint where it can be reached: on each kind of web server, over JMX, behind
 * Spring Security, and with a parent context.
 */
class MigrationsEndpointStackTests {

	private static final String BROWSER = "text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,*/*;q=0.8";

	@Test
	void answersOnMvc() {
		TestDatabase database = TestDatabase.create(Kind.SQLITE);
		try (EndpointApplication application = EndpointApplication.start(database, STORES, UNRESTRICTED)) {
			answers(application, database);
		}
	}

	@Test
	void answersOnWebFlux() {
		TestDatabase database = TestDatabase.create(Kind.SQLITE);
		try (EndpointApplication application = EndpointApplication.start(database,
				(builder) -> builder.web(WebApplicationType.REACTIVE), STORES, UNRESTRICTED)) {
			answers(application, database);
		}
	}

	@Test
	void answersOnJersey() {
		TestDatabase database = TestDatabase.create(Kind.SQLITE);
		ClassLoader before = Thread.currentThread().getContextClassLoader();
		ClassLoader withoutMvc = new FilteredClassLoader(DispatcherServlet.class);
		Thread.currentThread().setContextClassLoader(withoutMvc);
		try (EndpointApplication application = EndpointApplication.start(database,
				(builder) -> builder.sources(JerseyApplication.class)
					.web(WebApplicationType.SERVLET)
					.resourceLoader(new DefaultResourceLoader(withoutMvc)),
				STORES, UNRESTRICTED)) {
			answers(application, database);
		}
		finally {
			Thread.currentThread().setContextClassLoader(before);
		}
	}

	private static void answers(EndpointApplication application, TestDatabase database) {
		assertType(application.get(""), 200, "application/vnd.spring-boot.actuator.v3+json");
		assertType(application.get("", "Accept", "*/*"), 200, "application/vnd.spring-boot.actuator.v3+json");
		assertType(application.get("", "Accept", "application/json"), 200, "application/json");
		assertType(application.get("", "Accept", "application/json, text/plain, */*"), 200, "application/");
		assertType(application.get("", "Accept", "application/vnd.spring-boot.actuator.v2+json"), 200,
				"application/vnd.spring-boot.actuator.v2+json");
		assertType(application.get("", "Accept", BROWSER), 200, "text/html");
		assertThat(application.get("", "Accept", BROWSER).body()).startsWith("<!DOCTYPE html>").contains("f0000003");
		assertThat(application.read("").at("/contexts/application/migrationBeans/migrator/current"))
			.hasToString("[\"f0000003\",\"f0000004\"]");
		assertThat(application.read("/f0000003").at("/revises")).hasToString("[\"f0000002\"]");
		assertThat(application.get("/f0000003", "Accept", BROWSER).body()).startsWith("{\"revision\":\"f0000003\"");
		assertThat(application.get("/ffff").statusCode()).isEqualTo(404);
		assertThat(application.get("/ffff").body()).contains("\"error\":\"There is no revision 'ffff'", "\"action\":");
		String down = "{\"target\": \"f0000001\"}";
		assertThat(application.post("/downgrade?expectedCurrent=f0000003&expectedCurrent=f0000002", down).statusCode())
			.isEqualTo(409);
		assertThat(application.post("/downgrade?expectedCurrent=f0000003&expectedCurrent=f0000004", down).statusCode())
			.isEqualTo(200);
		assertThat(application.post("/downgrade", "{\"target\": \"f0000003\"}").statusCode()).isEqualTo(409);
		assertThat(database.query("SELECT version_num FROM migration_version")).containsExactly("f0000001");
		String list = "{\"target\": \"heads\", \"expectedCurrent\": [\"f0000001\"]}";
		assertThat(application.post("/upgrade", list).statusCode()).isNotEqualTo(200);
		String texts = "{\"target\": \"heads\", \"expectedCurrent\": \"f0000001\"}";
		assertThat(application.post("/upgrade?arguments=region=eu&arguments=ticket=1", texts).statusCode())
			.isEqualTo(200);
		assertThat(database.query("SELECT version_num FROM migration_version")).hasSize(2);
	}

	private static void assertType(HttpResponse<String> response, int status, String type) {
		assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
		assertThat(response.headers().firstValue("Content-Type").orElse("")).startsWith(type);
	}

	@Test
	void answersOverJmx() throws Exception {
		TestDatabase database = TestDatabase.create(Kind.SQLITE);
		MBeanServer server = ManagementFactory.getPlatformMBeanServer();
		try (EndpointApplication application = EndpointApplication.start(database, STORES, UNRESTRICTED,
				"--spring.jmx.enabled=true", "--management.endpoints.jmx.exposure.include=migrations",
				"--management.endpoints.jmx.domain=stores")) {
			assertThat(application.port()).isPositive();
			ObjectName name = new ObjectName("stores:type=Endpoint,name=Migrations");
			assertThat(server.invoke(name, "migrations", new Object[0], new String[0])).asString().contains("f0000003");
			assertThat(invoke(server, name, "revision", "f0000003", null)).asString().contains("create invoice");
			assertThat(invoke(server, name, "run", "downgrade", null, "f0000001", true, null, null, null, null))
				.isInstanceOfSatisfying(Map.class, (plan) -> assertThat(plan).containsEntry("dryRun", true));
			invoke(server, name, "run", "downgrade", null, "f0000001", null, List.of("f0000003", "f0000004"), "drill",
					null, null);
			assertThat(database.query("SELECT DISTINCT reason FROM migration_history WHERE direction = 'downgrade'"))
				.containsExactly("drill");
			assertThatExceptionOfType(MBeanException.class)
				.isThrownBy(
						() -> invoke(server, name, "run", "downgrade", null, "f0000003", null, null, null, null, null))
				.withStackTraceContaining("There is no way down to f0000003");
		}
	}

	private static Object invoke(MBeanServer server, ObjectName name, String operation, Object... arguments)
			throws Exception {
		String[] types = new String[arguments.length];
		for (int i = 0; i < arguments.length; i++) {
			types[i] = Object.class.getName();
		}
		return server.invoke(name, operation, arguments, types);
	}

	@Test
	void overJmxNothingIsWrittenByDefault() throws Exception {
		MBeanServer server = ManagementFactory.getPlatformMBeanServer();
		try (EndpointApplication application = EndpointApplication.start(TestDatabase.create(Kind.SQLITE), STORES,
				"--spring.jmx.enabled=true", "--management.endpoints.jmx.exposure.include=migrations",
				"--management.endpoints.jmx.domain=readonly")) {
			assertThat(application.port()).isPositive();
			assertThat(server.getMBeanInfo(new ObjectName("readonly:type=Endpoint,name=Migrations")).getOperations())
				.extracting((operation) -> operation.getName())
				.containsExactlyInAnyOrder("migrations", "revision");
		}
	}

	@Test
	void whatIsPermittedAtMostWins() {
		try (EndpointApplication application = EndpointApplication.start(TestDatabase.create(Kind.SQLITE), STORES,
				UNRESTRICTED, "--management.endpoints.access.max-permitted=read-only")) {
			assertThat(application.get("").statusCode()).isEqualTo(200);
			assertThat(application.get("/nowhere@head").statusCode()).isEqualTo(404);
			assertThat(application.get("/billing@head").statusCode()).isEqualTo(200);
			assertThat(application.post("/downgrade", "{\"target\": \"-1\"}").statusCode()).isEqualTo(405);
			assertThat(application.post("/upgrade", "{\"target\": \"+1\"}").statusCode()).isEqualTo(405);
		}
	}

	@Test
	void whoIsLoggedInIsRecordedAndOthersAreKeptOut() {
		TestDatabase database = TestDatabase.create(Kind.SQLITE);
		try (EndpointApplication application = EndpointApplication.start(database,
				(builder) -> builder.sources(SecuredApplication.class), STORES, UNRESTRICTED)) {
			String body = "{\"target\": \"f0000002\", \"reason\": \"ticket 4711\"}";
			assertThat(application.get("").statusCode()).isEqualTo(401);
			assertThat(application.get("", "Authorization", basic("viewer")).statusCode()).isEqualTo(200);
			assertThat(application.post("/downgrade", body, "Authorization", basic("viewer")).statusCode())
				.isEqualTo(403);
			assertThat(application.post("/downgrade", body, "Authorization", basic("alice")).statusCode())
				.isEqualTo(200);
			assertThat(database.query("SELECT DISTINCT executed_by || ': ' || reason FROM migration_history "
					+ "WHERE direction = 'downgrade'"))
				.containsExactly("alice: ticket 4711");
			assertThat(application.get("", "Authorization", basic("viewer")).body())
				.contains("\"executedBy\":\"alice\"", "\"reason\":\"ticket 4711\"");
		}
	}

	private static String basic(String user) {
		return "Basic " + Base64.getEncoder().encodeToString((user + ":secret").getBytes());
	}

	@Test
	void showsTheDatabasesOfParentContexts() {
		TestDatabase database = TestDatabase.create(Kind.SQLITE);
		ConfigurableApplicationContext child = new SpringApplicationBuilder(EndpointApplication.Beans.class)
			.web(WebApplicationType.NONE)
			.child(Child.class)
			.web(WebApplicationType.NONE)
			.run(EndpointApplication.arguments(database, STORES));
		try (ConfigurableApplicationContext parent = (ConfigurableApplicationContext) child.getParent(); child) {
			MigrationsEndpoint endpoint = new MigrationsEndpoint(child);
			assertThat(endpoint.migrations().contexts().values()).last()
				.satisfies((context) -> assertThat(context.migrationBeans()).containsKey("migrator"));
			assertThat(endpoint.migrations().contexts().values()).first()
				.satisfies((context) -> assertThat(context.parentId()).isEqualTo(parent.getId()));
			assertThat(endpoint.revision("billing@head", null).revision()).isEqualTo("f0000003");
			assertThat(new MigrationsEndpointWebExtension(endpoint, () -> "/actuator/migrations")
				.migrations(MigrationsFormat.HTML)
				.getBody()).asString().contains("Context " + parent.getId());
		}
	}

	@Configuration(proxyBeanMethods = false)
	static class Child {

	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class JerseyApplication {

		@Bean
		ResourceConfig resourceConfig() {
			return new ResourceConfig();
		}

	}

	/**
	 * As an application may secure it. The example of docs/security.md has a test of its
	 * own.
	 */
	@Configuration(proxyBeanMethods = false)
	@EnableWebSecurity
	static class SecuredApplication {

		@Bean
		SecurityFilterChain migrationsSecurity(HttpSecurity http) throws Exception {
			http.securityMatcher("/actuator/migrations/**")
				.authorizeHttpRequests(
						(requests) -> requests.requestMatchers(HttpMethod.POST, "/actuator/migrations/**")
							.hasRole("OPERATOR")
							.anyRequest()
							.hasAnyRole("OPERATOR", "VIEWER"))
				.httpBasic(Customizer.withDefaults())
				.csrf((csrf) -> csrf.ignoringRequestMatchers("/actuator/migrations/**"));
			return http.build();
		}

		@Bean
		UserDetailsService users() {
			return new InMemoryUserDetailsManager(
					User.withUsername("alice").password("{noop}secret").roles("OPERATOR").build(),
					User.withUsername("viewer").password("{noop}secret").roles("VIEWER").build());
		}

	}

}
