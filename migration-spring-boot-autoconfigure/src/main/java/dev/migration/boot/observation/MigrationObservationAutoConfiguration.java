package dev.migration.boot.observation;

import io.micrometer.observation.ObservationRegistry;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;

import dev.migration.Migrators;
import dev.migration.boot.autoconfigure.MigratorsAutoConfiguration;

/**
 * Auto-configuration for {@link MigrationObservations}.
 */
@AutoConfiguration(after = MigratorsAutoConfiguration.class,
		afterName = "org.springframework.boot.micrometer.observation.autoconfigure.ObservationAutoConfiguration")
@ConditionalOnClass({ Migrators.class, ObservationRegistry.class })
@ConditionalOnBean({ Migrators.class, ObservationRegistry.class })
public final class MigrationObservationAutoConfiguration {

	@Bean
	@ConditionalOnMissingBean
	MigrationObservations migrationObservations(ConfigurableListableBeanFactory beanFactory,
			ObjectProvider<MigrationRunObservationConvention> runConvention,
			ObjectProvider<MigrationRevisionObservationConvention> revisionConvention) {
		return new MigrationObservations(new EarlyObservationRegistry(beanFactory), runConvention.getIfAvailable(),
				revisionConvention.getIfAvailable());
	}

}
