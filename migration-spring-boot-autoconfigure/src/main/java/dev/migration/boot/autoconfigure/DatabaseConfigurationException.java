package dev.migration.boot.autoconfigure;

import java.util.Collection;

import dev.migration.MigrationException;

/**
 * Several databases are configured in a way that does not make sense.
 */
final class DatabaseConfigurationException extends MigrationException {

	private DatabaseConfigurationException(String message, String action) {
		super(message, action, null);
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
