package dev.migration.boot.env;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.bootstrap.ConfigurableBootstrapContext;
import org.springframework.boot.context.config.ConfigDataEnvironmentPostProcessor;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.PropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.util.StringUtils;

/**
 * Turns {@code DATABASE_URL} into {@code spring.datasource.*} with the precedence of an
 * environment variable, wherever it was set. A {@code spring.datasource.url} of the same
 * or a higher precedence turns it off altogether. The same goes for
 * {@code ORDERS_DATABASE_URL} and {@code migration.databases.orders.*}, if there is a
 * database of that name.
 */
class DatabaseUrlEnvironmentPostProcessor implements EnvironmentPostProcessor, Ordered {

	private final ConfigurableBootstrapContext bootstrapContext;

	DatabaseUrlEnvironmentPostProcessor(ConfigurableBootstrapContext bootstrapContext) {
		this.bootstrapContext = bootstrapContext;
	}

	@Override
	public int getOrder() {
		// After config data, which may import a file '.env'.
		return ConfigDataEnvironmentPostProcessor.ORDER + 1;
	}

	@Override
	public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
		if (OfflineCommand.isRunning(environment)) {
			return;
		}
		apply("DATABASE_URL", "spring.datasource", environment, application);
		for (String name : DatabaseNames.of(environment)) {
			apply(DatabaseNames.variable(name), DatabaseNames.prefix(name), environment, application);
		}
	}

	private void apply(String variable, String prefix, ConfigurableEnvironment environment,
			SpringApplication application) {
		String text = find(variable, environment);
		if (!StringUtils.hasText(text) || !hasSystemEnvironment(environment)
				|| DatabaseUrlPropertySource.isOverridden(environment.getPropertySources(), prefix)) {
			return;
		}
		DatabaseUrlPlace place = DatabaseUrlPlace.variable(variable, prefix);
		DatabaseUrl url = DatabaseUrl.parse(text, place);
		url.checkDriver(place, application.getClassLoader());
		DatabaseUrlPropertySource.addTo(environment, prefix, url);
		if (url.inMemory()) {
			InMemoryDatabase.keep(url.jdbcUrl(), this.bootstrapContext);
		}
	}

	private @Nullable String find(String variable, ConfigurableEnvironment environment) {
		for (PropertySource<?> propertySource : environment.getPropertySources()) {
			Object value = propertySource.getProperty(variable);
			if (value != null) {
				// Environment.getProperty fails for "${" in a password, and shows it.
				return environment.resolvePlaceholders(value.toString());
			}
		}
		return null;
	}

	private boolean hasSystemEnvironment(ConfigurableEnvironment environment) {
		return environment.getPropertySources().contains(StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME);
	}

}
