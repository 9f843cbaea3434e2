package dev.migration;

import java.util.Collection;

/**
 * No dialect knows the database.
 */
public final class UnsupportedDatabaseException extends MigrationException {

	/**
	 * Create a new error.
	 * @param product the name that the database gives itself
	 * @param supported the ids of the dialects that there are
	 */
	public UnsupportedDatabaseException(String product, Collection<String> supported) {
		super("There is no dialect for the database '" + product + "'",
				"Use one of " + String.join(", ", supported) + ", or register a dialect of your own.", null);
	}

}
