package dev.migration;

/**
 * A database cannot do what an operation asks.
 */
public final class UnsupportedChangeException extends MigrationException {

	/**
	 * Create a new error.
	 * @param operation the operation, with its values
	 * @param database the database
	 * @param reason why it cannot
	 * @param action the way out
	 */
	public UnsupportedChangeException(String operation, String database, String reason, String action) {
		super(database + " cannot " + operation + ": " + reason, action, null);
	}

}
