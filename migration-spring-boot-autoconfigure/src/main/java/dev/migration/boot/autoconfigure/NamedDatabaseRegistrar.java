package dev.migration.boot.autoconfigure;

import java.util.List;

import javax.sql.DataSource;

import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.beans.factory.support.AbstractBeanDefinition;
import org.springframework.beans.factory.support.AutowireCandidateQualifier;
import org.springframework.beans.factory.support.BeanDefinitionBuilder;
import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.context.annotation.ImportBeanDefinitionRegistrar;
import org.springframework.core.env.Environment;
import org.springframework.core.type.AnnotationMetadata;
import org.springframework.util.StringUtils;

import dev.migration.Migrator;

/**
 * Registers the beans of each of several databases. They are made by
 * {@link NamedDatabaseBeans}. Where the application has a bean of that name, it stays.
 */
class NamedDatabaseRegistrar implements ImportBeanDefinitionRegistrar {

	private final Environment environment;

	private final ConfigurableListableBeanFactory beanFactory;

	private final DataSourceLookup dataSources;

	NamedDatabaseRegistrar(Environment environment, BeanFactory beanFactory) {
		this.environment = environment;
		this.beanFactory = (ConfigurableListableBeanFactory) beanFactory;
		this.dataSources = new DataSourceLookup(this.beanFactory);
	}

	@Override
	public void registerBeanDefinitions(AnnotationMetadata importingClassMetadata, BeanDefinitionRegistry registry) {
		List<NamedDatabase> databases = NamedDatabase.of(this.environment);
		refuseNestedLocations(databases);
		NamedDatabase primary = primary(databases);
		for (NamedDatabase database : databases) {
			if (StringUtils.hasText(database.properties().getUrl()) && this.dataSources.find(database).isEmpty()) {
				registerDataSource(database, registry);
			}
			AbstractBeanDefinition migrator = definition(database, Migrator.class, NamedDatabaseBeans.MIGRATOR);
			migrator.setPrimary(database.equals(primary));
			register(database.migratorBean(), migrator, registry);
			register(database.beanName(MigrationRunner.class),
					definition(database, MigrationRunner.class, NamedDatabaseBeans.RUNNER), registry);
			register(database.beanName(MigrationSchemaManagementProvider.class),
					definition(database, MigrationSchemaManagementProvider.class, NamedDatabaseBeans.SCHEMA_MANAGEMENT),
					registry);
		}
	}

	/**
	 * The application's own {@code DataSource} stays what it is for everything that asks
	 * for one by type.
	 */
	private void registerDataSource(NamedDatabase database, BeanDefinitionRegistry registry) {
		AbstractBeanDefinition dataSource = definition(database, DataSource.class, NamedDatabaseBeans.DATA_SOURCE);
		dataSource.setDefaultCandidate(false);
		dataSource.setDestroyMethodName(AbstractBeanDefinition.INFER_METHOD);
		register(database.dataSourceBean(), dataSource, registry);
	}

	private static void register(String name, AbstractBeanDefinition definition, BeanDefinitionRegistry registry) {
		if (!registry.containsBeanDefinition(name)) {
			registry.registerBeanDefinition(name, definition);
		}
	}

	private static AbstractBeanDefinition definition(NamedDatabase database, Class<?> type, String factoryMethod) {
		AbstractBeanDefinition definition = BeanDefinitionBuilder.rootBeanDefinition(type)
			.setFactoryMethodOnBean(factoryMethod, NamedDatabaseBeans.BEAN_NAME)
			.addConstructorArgValue(database.name())
			.getBeanDefinition();
		definition.addQualifier(new AutowireCandidateQualifier(Qualifier.class, database.name()));
		return definition;
	}

	private @Nullable NamedDatabase primary(List<NamedDatabase> databases) {
		List<NamedDatabase> primaries = databases.stream()
			.filter((database) -> database.properties().isPrimary())
			.toList();
		if (primaries.size() > 1) {
			throw DatabaseConfigurationException.severalPrimaries(primaries);
		}
		if (primaries.isEmpty()) {
			primaries = onDefaultDataSource(databases);
		}
		return (primaries.size() == 1) ? primaries.get(0) : null;
	}

	private List<NamedDatabase> onDefaultDataSource(List<NamedDatabase> databases) {
		String dataSource = DefaultCandidate.find(this.beanFactory, DataSource.class).orElse(null);
		return databases.stream()
			.filter((database) -> dataSource != null
					&& this.dataSources.find(database).filter(dataSource::equals).isPresent())
			.toList();
	}

	/**
	 * A location is read with the folders inside, so that the outer database would get
	 * revisions that are not its own.
	 */
	private static void refuseNestedLocations(List<NamedDatabase> databases) {
		for (NamedDatabase outer : databases) {
			for (NamedDatabase inner : databases) {
				outer.locations().findInside(inner.locations()).ifPresent((locations) -> {
					throw DatabaseConfigurationException.nested(outer, inner, locations);
				});
			}
		}
	}

}
