package dev.migration.boot.autoconfigure;

import javax.sql.DataSource;

import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnSingleCandidate;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.sql.init.dependency.DatabaseInitializationDependencyConfigurer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

import dev.migration.Migrator;
import dev.migration.runtime.MigratorBuilder;
import dev.migration.script.LocationRevisionSource;
import dev.migration.script.RevisionSource;

/**
 * Auto-configuration for database migration.
 */
@AutoConfiguration(after = DataSourceAutoConfiguration.class)
@ConditionalOnClass({ Migrator.class, DataSource.class })
@ConditionalOnBooleanProperty(name = "migration.enabled", matchIfMissing = true)
@ConditionalOnSingleCandidate(DataSource.class)
@EnableConfigurationProperties(MigrationProperties.class)
@Import(DatabaseInitializationDependencyConfigurer.class)
public final class MigrationAutoConfiguration {

	@Bean
	@ConditionalOnMissingBean
	Migrator migrator(DataSource dataSource, MigrationProperties properties,
			ConfigurableListableBeanFactory beanFactory) {
		RevisionSource revisions = new BeanRevisionSource(beanFactory).and(new LocationRevisionSource(
				properties.getLocations(), classLoader(beanFactory), (type) -> beanFactory.createBean(type)));
		return MigratorBuilder.forDataSource(dataSource)
			.revisions(revisions)
			.versionTable(properties.getVersionTable())
			.historyTable(properties.getHistoryTable())
			.lockTimeout(properties.getLockTimeout())
			.build();
	}

	private static ClassLoader classLoader(ConfigurableListableBeanFactory beanFactory) {
		ClassLoader classLoader = beanFactory.getBeanClassLoader();
		return (classLoader != null) ? classLoader : MigrationAutoConfiguration.class.getClassLoader();
	}

	@Bean
	@ConditionalOnMissingBean
	MigrationRunner migrationRunner(Migrator migrator, MigrationProperties properties) {
		return new MigrationRunner(migrator, properties.getOnStartup(), properties.getTarget());
	}

	@Bean
	MigrationSchemaManagementProvider migrationSchemaManagementProvider(DataSource dataSource) {
		return new MigrationSchemaManagementProvider(dataSource);
	}

}
