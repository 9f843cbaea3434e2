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
 * The data source that a database URL in the environment describes: all of its properties
 * or none. It looks for a URL of higher precedence each time, because tests add theirs
 * late, and a user or a password must never meet the URL of another database.
 */
final class DatabaseUrlPropertySource extends MapPropertySource {

	private final ConfigurationPropertyName url;

	private final MutablePropertySources propertySources;

	private DatabaseUrlPropertySource(String prefix, Map<String, Object> properties,
			MutablePropertySources propertySources) {
		super("databaseUrl: " + prefix, properties);
		this.url = url(prefix);
		this.propertySources = propertySources;
	}

	static void addTo(ConfigurableEnvironment environment, String prefix, DatabaseUrl url) {
		MutablePropertySources propertySources = environment.getPropertySources();
		propertySources.addAfter(StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME,
				new DatabaseUrlPropertySource(prefix, properties(environment, prefix, url), propertySources));
	}

	private static Map<String, Object> properties(ConfigurableEnvironment environment, String prefix, DatabaseUrl url) {
		Map<String, Object> properties = new HashMap<>();
		properties.put(prefix + ".url", literal(environment, url.jdbcUrl()));
		// An empty value keeps that of application.properties, which belongs to another
		// URL, from showing through; Boot reads it as none.
		properties.put(prefix + ".username", literal(environment, url.username()));
		properties.put(prefix + ".password", literal(environment, url.password()));
		if (DatabaseDriver.fromJdbcUrl(url.jdbcUrl()) != DatabaseDriver.UNKNOWN) {
			properties.put(prefix + ".driver-class-name", "");
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

	static boolean isOverridden(MutablePropertySources propertySources, String prefix) {
		return isOverridden(propertySources, url(prefix));
	}

	private static ConfigurationPropertyName url(String prefix) {
		return ConfigurationPropertyName.of(prefix + ".url");
	}

	private static boolean isOverridden(MutablePropertySources propertySources, ConfigurationPropertyName url) {
		List<PropertySource<?>> above = new ArrayList<>();
		for (PropertySource<?> propertySource : propertySources) {
			if (propertySource instanceof DatabaseUrlPropertySource) {
				break;
			}
			above.add(propertySource);
			if (propertySource.getName().equals(StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME)) {
				break;
			}
		}
		for (ConfigurationPropertySource source : ConfigurationPropertySources.from(above)) {
			if (source.getConfigurationProperty(url) != null) {
				return true;
			}
		}
		return false;
	}

	@Override
	public @Nullable Object getProperty(String name) {
		return (super.containsProperty(name) && !isOverridden(this.propertySources, this.url)) ? super.getProperty(name)
				: null;
	}

}
