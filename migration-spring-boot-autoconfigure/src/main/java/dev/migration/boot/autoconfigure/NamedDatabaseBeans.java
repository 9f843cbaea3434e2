package dev.migration.boot.autoconfigure;

import java.util.List;
import java.util.Optional;

import javax.sql.DataSource;

import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.jdbc.DataSourceBuilder;
import org.springframework.core.env.Environment;
import org.springframework.util.StringUtils;

import dev.migration.InvalidSettingException;
import dev.migration.Migrator;
import dev.migration.NamedDatabaseException;
import dev.migration.boot.autoconfigure.MigrationProperties.OnStartup;
import dev.migration.boot.env.DatabaseUrl;
import dev.migration.boot.env.InMemoryDatabase;
import dev.migration.boot.env.OfflineCommand;

/**
 * Makes the beans of each of several databases, when they are asked for.
 */
class NamedDatabaseBeans implements RevisionDataSources {

	static final String BEAN_NAME = "migrationNamedDatabaseBeans";

	static final String DATA_SOURCE = "dataSource";

	static final String MIGRATOR = "migrator";

	static final String RUNNER = "runner";

	static final String SCHEMA_MANAGEMENT = "schemaManagement";

	private final ConfigurableListableBeanFactory beanFactory;

	private final MigrationProperties defaults;

	private final List<NamedDatabase> databases;

	private final DataSourceLookup dataSources;

	private final Environment environment;

	NamedDatabaseBeans(ConfigurableListableBeanFactory beanFactory, MigrationProperties defaults,
			Environment environment) {
		this.beanFactory = beanFactory;
		this.defaults = defaults;
		this.databases = NamedDatabase.of(environment);
		this.dataSources = new DataSourceLookup(beanFactory);
		this.environment = environment;
	}

	DataSource dataSource(String name) {
		NamedDatabase database = database(name);
		DatabaseProperties properties = database.properties();
		ClassLoader classLoader = this.beanFactory.getBeanClassLoader();
		DatabaseUrl url = DatabaseUrl.ofProperty(or(properties.getUrl(), ""), database.property("url"), classLoader)
			.withLogin(properties.getUser(), properties.getPassword());
		if (url.inMemory()) {
			InMemoryDatabase.keep(url.jdbcUrl(), this.beanFactory);
		}
		DataSourceBuilder<?> builder = DataSourceBuilder.create(classLoader);
		String driver = driver(database);
		if (driver != null) {
			builder.driverClassName(driver);
		}
		return builder.url(url.jdbcUrl())
			.username(textOrNull(url.username()))
			.password(textOrNull(url.password()))
			.build();
	}

	@Override
	public DataSource of(String database) {
		return revisionDataSource(database(database)).revisions();
	}

	Migrator migrator(String name) {
		try {
			return create(database(name));
		}
		catch (InvalidSettingException ex) {
			throw new NamedDatabaseException(name, ex);
		}
	}

	private Migrator create(NamedDatabase database) {
		List<DatabaseLocations> all = this.databases.stream().map(NamedDatabase::locations).toList();
		MigratorFactory.Beans beans = new MigratorFactory.Beans(
				new BeanRevisionSource(this.beanFactory, database.locations(), all), beans(database.name()));
		return new MigratorFactory(this.beanFactory).create(revisionDataSource(database), () -> locations(database),
				beans, MigratorSettings.of(database.name(), database.properties(), this.defaults));
	}

	List<String> locations(String name) {
		return locations(database(name));
	}

	private List<String> locations(NamedDatabase database) {
		return VendorLocations.resolve(database.locations().locations(), this.environment,
				() -> revisionDataSource(database).revisions());
	}

	MigrationRunner runner(String name) {
		NamedDatabase database = database(name);
		MigrationStrategy own = beans(name).one(MigrationStrategy.class);
		return new MigrationRunner(this.beanFactory.getBean(database.migratorBean(), Migrator.class),
				(own != null) ? own : onStartup(database), name);
	}

	private MigrationStrategy onStartup(NamedDatabase database) {
		OnStartup onStartup = database.properties().getOnStartup();
		return new OnStartupStrategy((onStartup != null) ? onStartup : this.defaults.getOnStartup(),
				or(database.properties().getTarget(), this.defaults.getTarget()),
				this.defaults.isFailOnMissingLocations() ? database.locations().locations() : List.of(),
				database.name());
	}

	MigrationSchemaManagementProvider schemaManagement(String name) {
		return new MigrationSchemaManagementProvider(() -> Optional.of(revisionDataSource(database(name))));
	}

	private BeansForDatabase beans(String name) {
		return new BeansForDatabase(this.beanFactory, name, this.databases.stream().map(NamedDatabase::name).toList());
	}

	private NamedDatabase database(String name) {
		return this.databases.stream()
			.filter((database) -> database.name().equals(name))
			.findFirst()
			.orElseThrow(() -> new IllegalStateException("The database '" + name + "' is not configured any more"));
	}

	private RevisionDataSource revisionDataSource(NamedDatabase database) {
		if (OfflineCommand.isRunning(this.environment)) {
			return RevisionDataSource.of(OfflineCommand.dataSource());
		}
		DataSource bean = this.beanFactory.getBean(this.dataSources.get(database), DataSource.class);
		DatabaseProperties properties = database.properties();
		// With a URL the user belongs to the pool that is made of it.
		return StringUtils.hasText(properties.getUrl()) ? RevisionDataSource.of(bean)
				: new RevisionDataSource(RevisionDataSource.forUser(bean, textOrNull(properties.getUser()),
						textOrNull(properties.getPassword()), driver(database)), bean);
	}

	private @Nullable String driver(NamedDatabase database) {
		return RevisionDataSource.requireDriver(database.properties().getDriverClassName(),
				database.property("driver-class-name"), this.beanFactory.getBeanClassLoader());
	}

	private static String or(@Nullable String value, String other) {
		return (value != null) ? value : other;
	}

	private static @Nullable String textOrNull(@Nullable String value) {
		return StringUtils.hasText(value) ? value : null;
	}

}
