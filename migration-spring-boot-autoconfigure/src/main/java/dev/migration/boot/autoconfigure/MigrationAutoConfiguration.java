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
import dev.migration.boot.env.OfflineCommand;

/**
 * Auto-configuration for database migration: of the application's single or primary
 * {@code DataSource}, or of each database under {@code migration.databases}.
 */
@AutoConfiguration(after = DataSourceAutoConfiguration.class)
@ConditionalOnClass({ Migrator.class, DataSource.class })
@ConditionalOnBooleanProperty(name = "migration.enabled", matchIfMissing = true)
public final class MigrationAutoConfiguration {

	@Configuration(proxyBeanMethods = false)
	@Conditional(OnNamedDatabasesCondition.Inverse.class)
	@ConditionalOnSingleCandidate(DataSource.class)
	@EnableConfigurationProperties(MigrationProperties.class)
	@Import(DatabaseInitializationDependencyConfigurer.class)
	static class SingleDatabaseConfiguration {

		@Bean
		@ConditionalOnMissingBean
		Migrator migrator(ObjectProvider<DataSource> dataSource, MigrationProperties properties,
				ConfigurableListableBeanFactory beanFactory, Environment environment) {
			MigratorFactory.Beans beans = new MigratorFactory.Beans(new BeanRevisionSource(beanFactory),
					new BeansForDatabase(beanFactory));
			DataSource database = OfflineCommand.isRunning(environment) ? OfflineCommand.dataSource()
					: dataSource.getObject();
			return new MigratorFactory(beanFactory).create(database, properties.getLocations(), beans,
					new MigratorFactory.Settings(null, properties.getVersionTable(), properties.getHistoryTable(),
							properties.getLockTimeout(), properties.getArguments(),
							properties.getNamingConvention().toNamingConvention(),
							properties.getAutogenerate().isCompareTypes(),
							properties.getAutogenerate().isCompareServerDefaults()));
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

	@Configuration(proxyBeanMethods = false)
	@Conditional(OnNamedDatabasesCondition.class)
	@EnableConfigurationProperties(MigrationProperties.class)
	@Import({ NamedDatabaseRegistrar.class, DatabaseInitializationDependencyConfigurer.class })
	static class NamedDatabasesConfiguration {

		@Bean(NamedDatabaseBeans.BEAN_NAME)
		NamedDatabaseBeans migrationNamedDatabaseBeans(ConfigurableListableBeanFactory beanFactory,
				MigrationProperties properties, Environment environment) {
			return new NamedDatabaseBeans(beanFactory, properties, environment);
		}

	}

}
