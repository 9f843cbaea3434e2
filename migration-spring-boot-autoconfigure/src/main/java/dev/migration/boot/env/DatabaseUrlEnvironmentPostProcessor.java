package dev.migration.boot.env;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.bootstrap.ConfigurableBootstrapContext;
import org.springframework.boot.context.config.ConfigDataEnvironmentPostProcessor;
import org.springframework.boot.jdbc.DatabaseDriver;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.PropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.util.ClassUtils;
import org.springframework.util.StringUtils;

/**
 * Turns {@code DATABASE_URL} into {@code spring.datasource.*} with the precedence of an
 * environment variable, wherever it was set. A {@code spring.datasource.url} of the same
 * or a higher precedence turns it off altogether.
 */
class DatabaseUrlEnvironmentPostProcessor implements EnvironmentPostProcessor, Ordered {

	private static final String DATABASE_URL = "DATABASE_URL";

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
		String text = findDatabaseUrl(environment);
		if (!StringUtils.hasText(text) || !hasSystemEnvironment(environment)
				|| DatabaseUrlPropertySource.isOverridden(environment.getPropertySources())) {
			return;
		}
		DatabaseUrl url = DatabaseUrl.parse(text);
		checkDriver(url, application);
		DatabaseUrlPropertySource.addTo(environment, url);
		if (url.inMemory()) {
			InMemoryDatabase.keep(url.jdbcUrl(), this.bootstrapContext);
		}
	}

	private @Nullable String findDatabaseUrl(ConfigurableEnvironment environment) {
		for (PropertySource<?> propertySource : environment.getPropertySources()) {
			Object value = propertySource.getProperty(DATABASE_URL);
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

	private void checkDriver(DatabaseUrl url, SpringApplication application) {
		DatabaseDriver driver = DatabaseDriver.fromJdbcUrl(url.jdbcUrl());
		String driverClassName = driver.getDriverClassName();
		if (driverClassName != null && !ClassUtils.isPresent(driverClassName, application.getClassLoader())) {
			throw new DatabaseDriverMissingException(driver);
		}
	}

}
