package dev.migration;

/**
 * An operation must look at the database, and there is none: its SQL is only being
 * written.
 */
public final class NeedsDatabaseException extends MigrationException {

	/**
	 * Create a new error.
	 * @param operation the operation, with its values
	 * @param reason what it must look at
	 * @param action the way out
	 */
	public NeedsDatabaseException(String operation, String reason, String action) {
		super("The SQL to " + operation + " cannot be written without a database: " + reason, action, null);
	}

}
