package dev.migration.boot.autoconfigure;

import javax.sql.DataSource;

import org.springframework.beans.factory.ObjectProvider;
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
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.Environment;

import dev.migration.Migrator;

/**
 * Auto-configuration for database migration: of the application's single or primary
 * {@code DataSource}, or of each database under {@code migration.databases}.
 */
@AutoConfiguration(after = DataSourceAutoConfiguration.class)
@ConditionalOnClass({ Migrator.class, DataSource.class })
@ConditionalOnBooleanProperty(name = "migration.enabled", matchIfMissing = true)
public final class MigrationAutoConfiguration {

	@Configuration(proxyBeanMethods = false)
	@Conditional({ OnNamedDatabasesCondition.Inverse.class, OnDatabaseCondition.class })
	@EnableConfigurationProperties(MigrationProperties.class)
	@Import({ OtherSchemaToolsReport.class, DatabaseInitializationDependencyConfigurer.class })
	static class SingleDatabaseConfiguration {

		@Bean
		@ConditionalOnMissingBean(MigrationConnectionDetails.class)
		PropertiesMigrationConnectionDetails migrationConnectionDetails(MigrationProperties properties,
				ConfigurableListableBeanFactory beanFactory) {
			return new PropertiesMigrationConnectionDetails(properties, beanFactory);
		}

		@Bean
		SingleDatabaseBeans migrationSingleDatabaseBeans(ConfigurableListableBeanFactory beanFactory,
				MigrationProperties properties, Environment environment,
				@MigrationDataSource ObjectProvider<DataSource> migrationDataSource,
				ObjectProvider<DataSource> dataSource, MigrationConnectionDetails connectionDetails) {
			return new SingleDatabaseBeans(beanFactory, properties, environment, migrationDataSource, dataSource,
					connectionDetails);
		}

		@Bean
		@ConditionalOnMissingBean
		Migrator migrator(SingleDatabaseBeans beans) {
			return beans.migrator();
		}

		@Bean
		@ConditionalOnMissingBean
		@ConditionalOnSingleCandidate(Migrator.class)
		MigrationRunner migrationRunner(Migrator migrator, SingleDatabaseBeans beans,
				ObjectProvider<MigrationStrategy> strategy) {
			return new MigrationRunner(migrator, strategy.getIfAvailable(beans::onStartup));
		}

		@Bean
		MigrationSchemaManagementProvider migrationSchemaManagementProvider(SingleDatabaseBeans beans) {
			return beans.schemaManagement();
		}

	}

	@Configuration(proxyBeanMethods = false)
	@Conditional(OnNamedDatabasesCondition.class)
	@EnableConfigurationProperties(MigrationProperties.class)
	@Import({ NamedDatabaseRegistrar.class, OtherSchemaToolsReport.class,
			DatabaseInitializationDependencyConfigurer.class })
	static class NamedDatabasesConfiguration {

		@Bean(NamedDatabaseBeans.BEAN_NAME)
		NamedDatabaseBeans migrationNamedDatabaseBeans(ConfigurableListableBeanFactory beanFactory,
				MigrationProperties properties, Environment environment) {
			return new NamedDatabaseBeans(beanFactory, properties, environment);
		}

	}

}
