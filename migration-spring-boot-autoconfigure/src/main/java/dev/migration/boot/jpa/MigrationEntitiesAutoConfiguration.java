package dev.migration.boot.jpa;

import javax.sql.DataSource;

import org.hibernate.jpa.HibernatePersistenceProvider;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.orm.jpa.LocalContainerEntityManagerFactoryBean;

import dev.migration.TargetSchemaSource;
import dev.migration.boot.autoconfigure.TargetSchemaSources;

/**
 * Auto-configuration for the target schema: that of the JPA entities.
 */
@AutoConfiguration(afterName = "org.springframework.boot.hibernate.autoconfigure.HibernateJpaAutoConfiguration")
@ConditionalOnClass({ LocalContainerEntityManagerFactoryBean.class, HibernatePersistenceProvider.class })
@ConditionalOnBean(LocalContainerEntityManagerFactoryBean.class)
@ConditionalOnBooleanProperty(name = "migration.enabled", matchIfMissing = true)
public final class MigrationEntitiesAutoConfiguration {

	@Bean
	@ConditionalOnMissingBean
	TargetSchemaSources migrationTargetSchemaSources(ConfigurableListableBeanFactory beanFactory) {
		return (dataSource) -> new EntitySchemaSource(beanFactory, dataSource);
	}

	@Bean
	@ConditionalOnMissingBean
	TargetSchemaSource migrationTargetSchemaSource(ConfigurableListableBeanFactory beanFactory,
			ObjectProvider<DataSource> dataSource) {
		return (product) -> new EntitySchemaSource(beanFactory, dataSource.getIfUnique()).read(product);
	}

}
