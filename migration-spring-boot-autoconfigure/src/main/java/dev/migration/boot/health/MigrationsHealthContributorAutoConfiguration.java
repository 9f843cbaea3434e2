package dev.migration.boot.health;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.health.autoconfigure.contributor.ConditionalOnEnabledHealthIndicator;
import org.springframework.boot.health.contributor.CompositeHealthContributor;
import org.springframework.boot.health.contributor.HealthContributor;
import org.springframework.boot.health.contributor.Status;
import org.springframework.context.annotation.Bean;

import dev.migration.Migrators;
import dev.migration.boot.autoconfigure.MigratorsAutoConfiguration;

/**
 * Auto-configuration for {@link MigrationsHealthIndicator}: one for the only database, or
 * one for each of several. It has to be switched on, as what the revisions say of a
 * database is not for every application a reason to take it out of service.
 */
@AutoConfiguration(after = MigratorsAutoConfiguration.class)
@ConditionalOnClass({ Migrators.class, HealthContributor.class, ConditionalOnEnabledHealthIndicator.class })
@ConditionalOnBooleanProperty("management.health.migrations.enabled")
@EnableConfigurationProperties(MigrationsHealthProperties.class)
public final class MigrationsHealthContributorAutoConfiguration {

	@Bean
	@ConditionalOnBean(Migrators.class)
	@ConditionalOnMissingBean(name = { "migrationsHealthIndicator", "migrationsHealthContributor" })
	HealthContributor migrationsHealthContributor(Migrators migrators, MigrationsHealthProperties properties) {
		Status pending = new Status(properties.getPendingStatus());
		List<String> names = migrators.names();
		if (names.size() == 1) {
			return indicator(migrators, names.get(0), pending);
		}
		Map<String, HealthContributor> databases = new LinkedHashMap<>();
		names.forEach((name) -> databases.put(name, indicator(migrators, name, pending)));
		return CompositeHealthContributor.fromMap(databases);
	}

	private static MigrationsHealthIndicator indicator(Migrators migrators, String name, Status pending) {
		return new MigrationsHealthIndicator(() -> migrators.get(name), pending);
	}

}
