package dev.migration;

/**
 * What went wrong on one of several databases, with the name of that database.
 */
public final class NamedDatabaseException extends MigrationException {

	private final String database;

	private final MigrationException failure;

	/**
	 * Create a new error.
	 * @param database the name of the database
	 * @param failure what went wrong
	 */
	public NamedDatabaseException(String database, MigrationException failure) {
		super("Database '" + database + "': " + failure.getDescription(), failure.getAction(), failure);
		this.database = database;
		this.failure = failure;
	}

	/**
	 * Return the name of the database.
	 * @return the name
	 */
	public String getDatabase() {
		return this.database;
	}

	/**
	 * Return what went wrong.
	 * @return the error, as it is without the name
	 */
	public MigrationException getFailure() {
		return this.failure;
	}

}
