package dev.migration.boot.jpa;

import javax.sql.DataSource;

import dev.migration.DatabaseProduct;
import dev.migration.TargetSchemaSource;
import dev.migration.boot.autoconfigure.MigrationAutoConfiguration;
import dev.migration.schema.Column;
import dev.migration.schema.QualifiedName;
import dev.migration.schema.Table;
import dev.migration.schema.TargetSchema;
import dev.migration.test.TestDatabase;

import org.springframework.beans.factory.BeanFactoryUtils;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.hibernate.autoconfigure.HibernateJpaAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.ApplicationContext;
import org.springframework.orm.jpa.LocalContainerEntityManagerFactoryBean;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * An application with JPA and the entities that it has, as a command or a running
 * application sees them.
 */
final class EntitiesOf {

	static final DatabaseProduct POSTGRESQL = new DatabaseProduct("PostgreSQL", "18.1");

	private EntitiesOf() {
	}

	/**
	 * Return an application with all auto-configurations that are about JPA.
	 * @param database its database
	 * @return the application
	 */
	static ApplicationContextRunner application(TestDatabase database) {
		return new ApplicationContextRunner()
			.withConfiguration(AutoConfigurations.of(DataSourceAutoConfiguration.class,
					MigrationAutoConfiguration.class, MigrationEntitiesAutoConfiguration.class,
					MigrationHibernateAutoConfiguration.class, HibernateJpaAutoConfiguration.class))
			.withPropertyValues("migration.on-startup=none", "spring.datasource.url=" + database.jdbcUrl(),
					"spring.datasource.username=" + database.user(),
					"spring.datasource.password=" + database.password());
	}

	/**
	 * Return an application whose beans are lazy, as in a command.
	 * @param database its database
	 * @return the application
	 */
	static ApplicationContextRunner command(TestDatabase database) {
		return application(database)
			.withInitializer((context) -> context.addBeanFactoryPostProcessor(EntitiesOf::keepClosed));
	}

	private static void keepClosed(ConfigurableListableBeanFactory beanFactory) {
		for (String name : beanFactory.getBeanDefinitionNames()) {
			beanFactory.getBeanDefinition(name).setLazyInit(true);
		}
		for (String name : beanFactory.getBeanNamesForType(LocalContainerEntityManagerFactoryBean.class, true, false)) {
			beanFactory.getBeanDefinition(BeanFactoryUtils.transformedBeanName(name)).setScope("prototype");
		}
	}

	static TargetSchema read(ApplicationContext context) {
		return context.getBean(TargetSchemaSource.class).read(POSTGRESQL);
	}

	static Column column(TargetSchema target, String table, String column) {
		Table found = target.schema().table(QualifiedName.of(table)).orElseThrow();
		Column read = found.column(column);
		assertThat(read).as("column %s of %s", column, found).isNotNull();
		return read;
	}

	static DataSource dataSource(ApplicationContext context, String name) {
		return context.getBean(name, DataSource.class);
	}

}
