package dev.migration.boot.env;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertySource;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.jdbc.DatabaseDriver;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.MutablePropertySources;
import org.springframework.core.env.PropertySource;
import org.springframework.core.env.StandardEnvironment;

/**
 * The data source that {@code DATABASE_URL} describes: all of its properties or none. It
 * looks for a URL of higher precedence each time, because tests add theirs late, and a
 * user or a password must never meet the URL of another database.
 */
final class DatabaseUrlPropertySource extends MapPropertySource {

	static final String NAME = "databaseUrl";

	private static final ConfigurationPropertyName URL = ConfigurationPropertyName.of("spring.datasource.url");

	private final MutablePropertySources propertySources;

	private DatabaseUrlPropertySource(Map<String, Object> properties, MutablePropertySources propertySources) {
		super(NAME, properties);
		this.propertySources = propertySources;
	}

	static void addTo(ConfigurableEnvironment environment, DatabaseUrl url) {
		MutablePropertySources propertySources = environment.getPropertySources();
		propertySources.addAfter(StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME,
				new DatabaseUrlPropertySource(properties(environment, url), propertySources));
	}

	private static Map<String, Object> properties(ConfigurableEnvironment environment, DatabaseUrl url) {
		Map<String, Object> properties = new HashMap<>();
		properties.put(URL.toString(), literal(environment, url.jdbcUrl()));
		// An empty value keeps that of application.properties, which belongs to another
		// URL, from showing through; Boot reads it as none.
		properties.put("spring.datasource.username", literal(environment, url.username()));
		properties.put("spring.datasource.password", literal(environment, url.password()));
		if (DatabaseDriver.fromJdbcUrl(url.jdbcUrl()) != DatabaseDriver.UNKNOWN) {
			properties.put("spring.datasource.driver-class-name", "");
		}
		return properties;
	}

	/**
	 * A password may hold "${", which the environment would take for a placeholder.
	 */
	private static String literal(ConfigurableEnvironment environment, @Nullable String value) {
		if (value == null) {
			return "";
		}
		String escaped = value.replace("${", "\\${");
		// Where no placeholder follows, the backslash would stay.
		return environment.resolvePlaceholders(escaped).equals(value) ? escaped : value;
	}

	static boolean isOverridden(MutablePropertySources propertySources) {
		List<PropertySource<?>> above = new ArrayList<>();
		for (PropertySource<?> propertySource : propertySources) {
			if (propertySource.getName().equals(NAME)) {
				break;
			}
			above.add(propertySource);
			if (propertySource.getName().equals(StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME)) {
				break;
			}
		}
		for (ConfigurationPropertySource source : ConfigurationPropertySources.from(above)) {
			if (source.getConfigurationProperty(URL) != null) {
				return true;
			}
		}
		return false;
	}

	@Override
	public @Nullable Object getProperty(String name) {
		return (super.containsProperty(name) && !isOverridden(this.propertySources)) ? super.getProperty(name) : null;
	}

}
