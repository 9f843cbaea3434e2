package dev.migration.boot.autoconfigure;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import javax.sql.DataSource;

import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.jdbc.DataSourceBuilder;
import org.springframework.core.env.Environment;
import org.springframework.util.StringUtils;

import dev.migration.Migrator;
import dev.migration.boot.autoconfigure.MigrationProperties.OnStartup;
import dev.migration.boot.env.DatabaseUrl;
import dev.migration.boot.env.InMemoryDatabase;
import dev.migration.boot.env.OfflineCommand;

/**
 * Makes the beans of each of several databases, when they are asked for.
 */
class NamedDatabaseBeans {

	static final String BEAN_NAME = "migrationNamedDatabaseBeans";

	static final String DATA_SOURCE = "dataSource";

	static final String MIGRATOR = "migrator";

	static final String RUNNER = "runner";

	static final String SCHEMA_MANAGEMENT = "schemaManagement";

	private final ConfigurableListableBeanFactory beanFactory;

	private final MigrationProperties defaults;

	private final List<NamedDatabase> databases;

	private final DataSourceLookup dataSources;

	private final boolean offline;

	NamedDatabaseBeans(ConfigurableListableBeanFactory beanFactory, MigrationProperties defaults,
			Environment environment) {
		this.beanFactory = beanFactory;
		this.defaults = defaults;
		this.databases = NamedDatabase.of(environment);
		this.dataSources = new DataSourceLookup(beanFactory);
		this.offline = OfflineCommand.isRunning(environment);
	}

	DataSource dataSource(String name) {
		NamedDatabase database = database(name);
		DatabaseProperties properties = database.properties();
		ClassLoader classLoader = this.beanFactory.getBeanClassLoader();
		DatabaseUrl url = DatabaseUrl.ofProperty(or(properties.getUrl(), ""), database.property("url"), classLoader);
		if (url.inMemory()) {
			InMemoryDatabase.keep(url.jdbcUrl(), this.beanFactory);
		}
		// A user or a password must never meet the URL of another database.
		boolean login = url.username() != null || url.password() != null;
		DataSourceBuilder<?> builder = DataSourceBuilder.create(classLoader);
		String driver = properties.getDriverClassName();
		if (StringUtils.hasText(driver)) {
			builder.driverClassName(driver);
		}
		return builder.url(url.jdbcUrl())
			.username(textOrNull((login) ? url.username() : properties.getUsername()))
			.password(textOrNull((login) ? url.password() : properties.getPassword()))
			.build();
	}

	Migrator migrator(String name) {
		NamedDatabase database = database(name);
		DatabaseProperties properties = database.properties();
		DatabaseLocations own = database.locations();
		List<DatabaseLocations> all = this.databases.stream().map(NamedDatabase::locations).toList();
		List<String> names = this.databases.stream().map(NamedDatabase::name).toList();
		MigratorFactory.Beans beans = new MigratorFactory.Beans(new BeanRevisionSource(this.beanFactory, own, all),
				new BeansForDatabase(this.beanFactory, name, names));
		return new MigratorFactory(this.beanFactory).create(dataSourceBean(database), own.locations(), beans,
				new MigratorFactory.Settings(name, or(properties.getVersionTable(), this.defaults.getVersionTable()),
						or(properties.getHistoryTable(), this.defaults.getHistoryTable()), lockTimeout(properties),
						arguments(properties), this.defaults.getNamingConvention().toNamingConvention(),
						this.defaults.getAutogenerate().isCompareTypes(),
						this.defaults.getAutogenerate().isCompareServerDefaults()));
	}

	MigrationRunner runner(String name) {
		NamedDatabase database = database(name);
		OnStartup onStartup = database.properties().getOnStartup();
		return new MigrationRunner(this.beanFactory.getBean(database.migratorBean(), Migrator.class),
				(onStartup != null) ? onStartup : this.defaults.getOnStartup(),
				or(database.properties().getTarget(), this.defaults.getTarget()), name);
	}

	MigrationSchemaManagementProvider schemaManagement(String name) {
		return new MigrationSchemaManagementProvider(dataSourceBean(database(name)));
	}

	private NamedDatabase database(String name) {
		return this.databases.stream()
			.filter((database) -> database.name().equals(name))
			.findFirst()
			.orElseThrow(() -> new IllegalStateException("The database '" + name + "' is not configured any more"));
	}

	private DataSource dataSourceBean(NamedDatabase database) {
		if (this.offline) {
			return OfflineCommand.dataSource();
		}
		return this.beanFactory.getBean(this.dataSources.get(database), DataSource.class);
	}

	private Duration lockTimeout(DatabaseProperties properties) {
		Duration own = properties.getLockTimeout();
		return (own != null) ? own : this.defaults.getLockTimeout();
	}

	private Map<String, String> arguments(DatabaseProperties properties) {
		Map<String, String> arguments = new LinkedHashMap<>(this.defaults.getArguments());
		arguments.putAll(properties.getArguments());
		return arguments;
	}

	private static String or(@Nullable String value, String other) {
		return (value != null) ? value : other;
	}

	private static @Nullable String textOrNull(@Nullable String value) {
		return StringUtils.hasText(value) ? value : null;
	}

}
