package dev.migration.boot.metrics;

import java.time.Duration;

import io.micrometer.core.instrument.MeterRegistry;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;

import dev.migration.Migrators;
import dev.migration.boot.autoconfigure.MigratorsAutoConfiguration;

/**
 * Auto-configuration for {@link MigrationMetrics}.
 */
@AutoConfiguration(after = MigratorsAutoConfiguration.class,
		afterName = "org.springframework.boot.micrometer.metrics.autoconfigure.CompositeMeterRegistryAutoConfiguration")
@ConditionalOnClass({ Migrators.class, MeterRegistry.class })
@ConditionalOnBean({ Migrators.class, MeterRegistry.class })
public final class MigrationMetricsAutoConfiguration {

	/**
	 * Short enough for a person who waits for an upgrade, and long enough for a database
	 * that many instances ask.
	 */
	private static final Duration TIME_TO_LIVE = Duration.ofSeconds(30);

	@Bean
	@ConditionalOnMissingBean
	MigrationMetrics migrationMetrics(ObjectProvider<Migrators> migrators) {
		return new MigrationMetrics(migrators::getIfAvailable, TIME_TO_LIVE);
	}

}
