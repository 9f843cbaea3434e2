package dev.migration.boot.env;

import dev.migration.MigrationException;

/**
 * A database has a name that could not be written everywhere.
 */
final class InvalidDatabaseNameException extends MigrationException {

	InvalidDatabaseNameException(String name) {
		super("'" + name + "' under '" + DatabaseNames.PREFIX + "' cannot be the name of a database",
				"Use lower-case letters and digits, with single dashes between them, and a letter at the beginning: "
						+ "the name is also a part of beans, folders and environment variables.",
				null);
	}

}
