package dev.migration.boot.env;

import java.util.HashMap;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * The environment variable that each of several databases has for its URL.
 */
@ExtendWith(OutputCaptureExtension.class)
class NamedDatabaseUrlTests {

	private static final String ORDERS = "migration.databases.orders.";

	private final Map<String, Object> variables = new HashMap<>();

	@Test
	void theVariableOfTheNameDescribesTheDatabase() {
		this.variables.put("ORDERS_DATABASE_URL", "postgresql://user:pass@host/orders");
		assertOrders("jdbc:postgresql://host/orders", "user", "pass", "--" + ORDERS + "primary=true");
	}

	@Test
	void theVariableWinsOverTheFileAndHidesItsLogin() {
		this.variables.put("ORDERS_DATABASE_URL", "postgresql://host/orders");
		SpringApplication application = application();
		application.setDefaultProperties(Map.of(ORDERS + "url", "jdbc:postgresql://file/orders", ORDERS + "username",
				"file", ORDERS + "password", "file"));
		try (ConfigurableApplicationContext context = application.run()) {
			assertProperties(context.getEnvironment(), "jdbc:postgresql://host/orders", "", "");
		}
	}

	@Test
	void thePropertyWinsOverTheVariable() {
		this.variables.put("ORDERS_DATABASE_URL", "postgresql://user:pass@host/orders");
		this.variables.put("MIGRATION_DATABASES_ORDERS_URL", "jdbc:postgresql://other/orders");
		assertOrders("jdbc:postgresql://other/orders", null, null);
	}

	@Test
	void aVariableWithoutADatabaseIsSomethingElse() {
		this.variables.put("ORDERS_DATABASE_URL", "whatever:it is");
		assertOrders(null, null, null);
	}

	@Test
	void theVariableOfTheApplicationIsNotThatOfADatabase() {
		this.variables.put("DATABASE_URL", "postgresql://user:pass@host/app");
		assertOrders(null, null, null, "--" + ORDERS + "primary=true");
	}

	@Test
	void aDashIsAnUnderscoreInTheVariable() {
		this.variables.put("AUDIT_TRAIL_DATABASE_URL", "postgresql://host/audit");
		try (ConfigurableApplicationContext context = application()
			.run("--migration.databases.audit-trail.primary=true")) {
			assertThat(context.getEnvironment().getProperty("migration.databases.audit-trail.url"))
				.isEqualTo("jdbc:postgresql://host/audit");
		}
	}

	@Test
	void aNameThatAVariableCannotSpellIsNotASecondDatabase() {
		this.variables.put("MIGRATION_DATABASES_AUDITTRAIL_URL", "postgresql://host/audit");
		try (ConfigurableApplicationContext context = application()
			.run("--migration.databases.audit-trail.primary=true", "--" + ORDERS + "primary=false")) {
			assertThat(DatabaseNames.of(context.getEnvironment())).containsExactlyInAnyOrder("audit-trail", "orders");
		}
	}

	@Test
	void aBrokenUrlIsShownMaskedWithItsVariable(CapturedOutput output) {
		this.variables.put("ORDERS_DATABASE_URL", "mongodb://user:secret@host/db");
		assertThatExceptionOfType(InvalidDatabaseUrlException.class)
			.isThrownBy(() -> application().run("--" + ORDERS + "primary=true"));
		assertThat(output)
			.contains("ORDERS_DATABASE_URL is 'mongodb://user:***@host/db'", "Correct ORDERS_DATABASE_URL.",
					"set MIGRATION_DATABASES_ORDERS_URL: it is used instead.")
			.doesNotContain("secret");
	}

	@Test
	void aBrokenUrlInAPropertyIsShownMaskedWithItsProperty() {
		assertThatExceptionOfType(InvalidDatabaseUrlException.class)
			.isThrownBy(() -> DatabaseUrl.ofProperty("mongodb://user:secret@host/db", ORDERS + "url", null))
			.withMessageContaining(ORDERS + "url is 'mongodb://user:***@host/db'")
			.satisfies((failure) -> assertThat(failure.getAction()).contains("%25 %3A").doesNotContain("instead"));
	}

	private void assertOrders(String url, String username, String password, String... arguments) {
		try (ConfigurableApplicationContext context = application().run(arguments)) {
			assertProperties(context.getEnvironment(), url, username, password);
		}
	}

	private static void assertProperties(Environment environment, String url, String username, String password) {
		assertThat(environment.getProperty(ORDERS + "url")).isEqualTo(url);
		assertThat(environment.getProperty(ORDERS + "username")).isEqualTo(username);
		assertThat(environment.getProperty(ORDERS + "password")).isEqualTo(password);
	}

	private SpringApplication application() {
		StandardEnvironment environment = new StandardEnvironment();
		environment.getPropertySources()
			.replace(StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME, new SystemEnvironmentPropertySource(
					StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME, this.variables));
		SpringApplication application = new SpringApplication(Empty.class);
		application.setWebApplicationType(WebApplicationType.NONE);
		application.setEnvironment(environment);
		return application;
	}

	@Configuration(proxyBeanMethods = false)
	static class Empty {

	}

}
