package dev.migration.boot.command;

import dev.migration.MigrationException;

/**
 * A command was given to an application that has no database to migrate.
 */
final class MigratorMissingException extends MigrationException {

	MigratorMissingException() {
		super("The application has no migrator for the command to work with",
				"Configure a DataSource, for example with DATABASE_URL, mark one of several as primary or list them under "
						+ "'migration.databases', and see that 'migration.enabled' is not false.",
				null);
	}

}
