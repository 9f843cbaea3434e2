package dev.migration.boot.autoconfigure;

import java.util.Collection;

import dev.migration.MigrationException;
import org.jspecify.annotations.Nullable;

/**
 * Several databases are configured in a way that does not make sense.
 */
final class DatabaseConfigurationException extends MigrationException {

	private DatabaseConfigurationException(String message, String action) {
		super(message, action, null);
	}

	static DatabaseConfigurationException noUniqueDataSource(Collection<String> beans) {
		return new DatabaseConfigurationException(
				beans.isEmpty() ? "There is no DataSource to migrate"
						: "There are several DataSources and none is primary: " + String.join(", ", beans),
				"""
						Say which database is migrated, in one of these ways:

							@Primary at one of the DataSource beans
							@MigrationDataSource at the one that revisions run on, with @Bean(defaultCandidate = false) if the application \
						uses another
							'migration.url'
							'migration.databases.<name>', to migrate several
							'migration.enabled=false', to migrate none""");
	}

	static DatabaseConfigurationException unknownVendor() {
		return new DatabaseConfigurationException(
				"'{vendor}' in the locations cannot be resolved: the URL of the database is of no known product",
				"Write the locations without '{vendor}'.");
	}

	static DatabaseConfigurationException noDriver(String property, String driver) {
		return new DatabaseConfigurationException(
				"The JDBC driver '" + driver + "' of '" + property + "' is not on the class path",
				"Correct '" + property
						+ "', or leave it out: the driver is then that of the URL. If the name is right, "
						+ "add the dependency that has it, with scope 'runtime'.");
	}

	static DatabaseConfigurationException noDataSource(NamedDatabase database) {
		return new DatabaseConfigurationException("There is no DataSource for the database '" + database + "'",
				"""
						Give it one of these:

							a DataSource bean named '%s' or '%s', or with @Qualifier("%s")
							the name of another DataSource bean in '%s'
							a URL in '%s' or in the environment variable '%s'""".formatted(database.camelCase(),
						database.dataSourceBean(), database, database.property("data-source"), database.property("url"),
						database.variable()));
	}

	static DatabaseConfigurationException noBean(NamedDatabase database, String bean, Collection<String> beans) {
		return new DatabaseConfigurationException(
				"There is no DataSource bean '" + bean + "' for the database '" + database + "'",
				"Correct '" + database.property("data-source") + "'. "
						+ (beans.isEmpty() ? "There are no DataSource beans."
								: "The DataSource beans are: " + String.join(", ", beans) + "."));
	}

	static DatabaseConfigurationException ambiguous(NamedDatabase database, Collection<String> beans) {
		return new DatabaseConfigurationException(
				"Several DataSource beans have '" + database + "' as qualifier: " + String.join(", ", beans),
				"Say which one is its database in '" + database.property("data-source") + "'.");
	}

	static DatabaseConfigurationException severalPrimaries(Collection<NamedDatabase> primaries) {
		return new DatabaseConfigurationException(
				"Several databases are marked as primary: "
						+ String.join(", ", primaries.stream().map(NamedDatabase::name).toList()),
				"Leave 'migration.databases.<name>.primary' at one of them.");
	}

	static DatabaseConfigurationException nested(NamedDatabase outer, NamedDatabase inner, String locations) {
		return new DatabaseConfigurationException(
				"The database '" + outer + "' would also run the revisions of '" + inner + "': " + locations,
				"Give each database folders of its own with 'migration.databases.<name>.locations'. "
						+ "The default is 'classpath:db/revisions/<name>'.");
	}

}
