package dev.migration.boot.autoconfigure;

import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;

import dev.migration.project.Projects;

/**
 * Auto-configuration for what commands need to know of the project that they write into.
 * There need not be a database.
 */
@AutoConfiguration(after = MigrationAutoConfiguration.class)
@ConditionalOnClass(Projects.class)
@ConditionalOnBooleanProperty("migration.command-mode")
@EnableConfigurationProperties(MigrationProperties.class)
public final class ProjectsAutoConfiguration {

	@Bean
	@ConditionalOnMissingBean
	Projects migrationProjects(MigrationProperties properties, Environment environment,
			ConfigurableListableBeanFactory beanFactory) {
		return new ApplicationProjects(properties, environment, beanFactory);
	}

}
