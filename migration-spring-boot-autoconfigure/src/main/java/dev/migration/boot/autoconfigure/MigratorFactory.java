package dev.migration.boot.autoconfigure;

import java.time.Duration;
import java.util.List;

import javax.sql.DataSource;

import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;

import dev.migration.Migrator;
import dev.migration.runtime.MigratorBuilder;
import dev.migration.schema.NamingConvention;
import dev.migration.script.LocationRevisionSource;

/**
 * Makes migrators whose revisions are beans, or take beans.
 */
class MigratorFactory {

	private final ConfigurableListableBeanFactory beanFactory;

	MigratorFactory(ConfigurableListableBeanFactory beanFactory) {
		this.beanFactory = beanFactory;
	}

	Migrator create(DataSource dataSource, List<String> locations, BeanRevisionSource beans, Settings settings) {
		return MigratorBuilder.forDataSource(dataSource)
			.revisions(beans
				.and(new LocationRevisionSource(locations, classLoader(), (type) -> this.beanFactory.createBean(type))))
			.versionTable(settings.versionTable())
			.historyTable(settings.historyTable())
			.lockTimeout(settings.lockTimeout())
			.namingConvention(settings.namingConvention())
			.build();
	}

	private ClassLoader classLoader() {
		ClassLoader classLoader = this.beanFactory.getBeanClassLoader();
		return (classLoader != null) ? classLoader : MigratorFactory.class.getClassLoader();
	}

	/**
	 * What is configured.
	 *
	 * @param versionTable the name of the version table
	 * @param historyTable the name of the history table
	 * @param lockTimeout how long to wait for the lock
	 * @param namingConvention names what revisions do not name
	 */
	record Settings(String versionTable, String historyTable, Duration lockTimeout, NamingConvention namingConvention) {
	}

}
