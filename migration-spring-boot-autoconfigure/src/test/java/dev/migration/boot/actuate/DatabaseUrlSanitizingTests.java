package dev.migration.boot.actuate;

import java.util.Map;

import dev.migration.boot.autoconfigure.MigrationProperties;
import org.junit.jupiter.api.Test;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.actuate.autoconfigure.context.properties.ConfigurationPropertiesReportEndpointAutoConfiguration;
import org.springframework.boot.actuate.autoconfigure.env.EnvironmentEndpointAutoConfiguration;
import org.springframework.boot.actuate.context.properties.ConfigurationPropertiesReportEndpoint;
import org.springframework.boot.actuate.context.properties.ConfigurationPropertiesReportEndpoint.ContextConfigurationPropertiesDescriptor;
import org.springframework.boot.actuate.env.EnvironmentEndpoint;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What Actuator shows when it is told to show values.
 */
class DatabaseUrlSanitizingTests {

	@Test
	void passwordsOfDatabasesAreNotAmongTheValues() {
		try (ConfigurableApplicationContext context = run()) {
			String shown = context.getBean(EnvironmentEndpoint.class)
				.environment(null)
				.getPropertySources()
				.stream()
				.flatMap((source) -> source.getProperties().entrySet().stream())
				.filter((property) -> !property.getKey().contains("command"))
				.map((property) -> property.getKey() + "=" + property.getValue().getValue())
				.toList()
				.toString();
			assertThat(shown).doesNotContain("hunter2")
				.contains("DATABASE_URL=postgresql://app:***@host/app",
						"ORDERS_DATABASE_URL=postgresql://app:***@host/orders",
						"migration.databases.audit.url=postgresql://app:***@host/audit",
						"migration.databases.audit.user=app", "migration.url=postgresql://app:***@host/main",
						"other=shown");
		}
	}

	@Test
	void norAmongTheConfigurationProperties() {
		try (ConfigurableApplicationContext context = run()) {
			Map<String, ContextConfigurationPropertiesDescriptor> contexts = context
				.getBean(ConfigurationPropertiesReportEndpoint.class)
				.configurationProperties()
				.getContexts();
			String shown = contexts.values()
				.stream()
				.flatMap((descriptor) -> descriptor.getBeans().values().stream())
				.map((bean) -> bean.getProperties() + " " + bean.getInputs())
				.toList()
				.toString();
			assertThat(shown).doesNotContain("hunter2")
				.contains("url=postgresql://app:***@host/audit", "user=app", "url=postgresql://app:***@host/main");
		}
	}

	private static ConfigurableApplicationContext run() {
		SpringApplication application = new SpringApplication(Endpoints.class);
		application.setWebApplicationType(WebApplicationType.NONE);
		return application.run("--DATABASE_URL=postgresql://app:hunter2@host/app",
				"--ORDERS_DATABASE_URL=postgresql://app:hunter2@host/orders",
				"--migration.databases.orders.primary=true", "--migration.url=postgresql://app:hunter2@host/main",
				"--migration.password=hunter2", "--migration.databases.audit.url=postgresql://app:hunter2@host/audit",
				"--migration.databases.audit.user=app", "--migration.databases.audit.password=hunter2",
				"--management.endpoint.env.show-values=always", "--management.endpoint.configprops.show-values=always",
				"--management.endpoints.jmx.exposure.include=*", "--spring.jmx.enabled=true", "--other=shown");
	}

	@Configuration(proxyBeanMethods = false)
	@EnableConfigurationProperties(MigrationProperties.class)
	@ImportAutoConfiguration({ EnvironmentEndpointAutoConfiguration.class,
			ConfigurationPropertiesReportEndpointAutoConfiguration.class,
			DatabaseUrlSanitizingAutoConfiguration.class })
	static class Endpoints {

	}

}
