package dev.migration.boot.event;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;

import dev.migration.Migrators;
import dev.migration.boot.autoconfigure.MigratorsAutoConfiguration;

/**
 * Auto-configuration for {@link MigrationEventPublisher}.
 */
@AutoConfiguration(after = MigratorsAutoConfiguration.class)
@ConditionalOnClass(Migrators.class)
@ConditionalOnBean(Migrators.class)
@ConditionalOnBooleanProperty(name = "migration.events.enabled", matchIfMissing = true)
public final class MigrationEventsAutoConfiguration {

	@Bean
	@ConditionalOnMissingBean
	MigrationEventPublisher migrationEventPublisher(ConfigurableApplicationContext context) {
		return new MigrationEventPublisher(context);
	}

}
