package dev.migration;

/**
 * The database cannot be reached, or refuses what the tool itself needs.
 */
public final class DatabaseAccessException extends MigrationException {

	/**
	 * Create a new error.
	 * @param what what was tried
	 * @param cause what the driver said
	 */
	public DatabaseAccessException(String what, Throwable cause) {
		super(what + ": " + cause.getMessage(), "Check that the database is up and that the URL, the user and its "
				+ "rights are right. Nothing was changed.", cause);
	}

}
