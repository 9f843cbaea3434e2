package dev.migration.boot.autoconfigure;

import java.util.List;
import java.util.Optional;

import javax.sql.DataSource;

import dev.migration.Migrator;
import dev.migration.boot.env.OfflineCommand;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.core.env.Environment;
import org.springframework.util.function.SingletonSupplier;

/**
 * Makes the beans of the single database of an application.
 */
class SingleDatabaseBeans implements RevisionDataSources {

	private final ConfigurableListableBeanFactory beanFactory;

	private final MigrationProperties properties;

	private final Environment environment;

	private final SingletonSupplier<Optional<RevisionDataSource>> dataSource;

	SingleDatabaseBeans(ConfigurableListableBeanFactory beanFactory, MigrationProperties properties,
			Environment environment, ObjectProvider<DataSource> marked, ObjectProvider<DataSource> all,
			MigrationConnectionDetails details) {
		this.beanFactory = beanFactory;
		this.properties = properties;
		this.environment = environment;
		this.dataSource = SingletonSupplier.of(() -> RevisionDataSource.find(marked, all, details));
	}

	/**
	 * Return the locations of the revisions. The database is only asked if they depend on
	 * it.
	 * @return the locations
	 */
	List<String> locations() {
		return VendorLocations.resolve(this.properties.getLocations(), this.environment,
				() -> dataSource().revisions());
	}

	private RevisionDataSource dataSource() {
		if (OfflineCommand.isRunning(this.environment)) {
			return RevisionDataSource.of(OfflineCommand.dataSource());
		}
		return this.dataSource.obtain()
			.orElseThrow(() -> DatabaseConfigurationException
				.noUniqueDataSource(DefaultCandidate.names(this.beanFactory, DataSource.class)));
	}

	@Override
	public DataSource of(String database) {
		return dataSource().revisions();
	}

	Migrator migrator() {
		MigratorFactory.Beans beans = new MigratorFactory.Beans(new BeanRevisionSource(this.beanFactory),
				new BeansForDatabase(this.beanFactory));
		return new MigratorFactory(this.beanFactory).create(dataSource(), this::locations, beans,
				new MigratorFactory.Settings(null, this.properties.getVersionTable(), this.properties.getHistoryTable(),
						this.properties.getLockTimeout(), this.properties.getWhenAhead(),
						this.properties.getWhenChanged(), this.properties.getArguments(), this.properties));
	}

	MigrationStrategy onStartup() {
		return new OnStartupStrategy(this.properties.getOnStartup(), this.properties.getTarget(),
				this.properties.isFailOnMissingLocations() ? this.properties.getLocations() : List.of(), null);
	}

	MigrationSchemaManagementProvider schemaManagement() {
		return new MigrationSchemaManagementProvider(this.dataSource::obtain);
	}

}
