package dev.migration;

/**
 * An operation must look at the database, and there is none: its SQL is only being
 * written.
 */
public final class NeedsDatabaseException extends MigrationException {

	private final String operation;

	private final String reason;

	/**
	 * Create a new error.
	 * @param operation the operation, with its values
	 * @param reason what it must look at
	 * @param action the way out
	 */
	public NeedsDatabaseException(String operation, String reason, String action) {
		super("The SQL to " + operation + " cannot be written without a database: " + reason, action, null);
		this.operation = operation;
		this.reason = reason;
	}

	/**
	 * Return this error with the revision that the operation is in.
	 * @param revision the revision
	 * @return the error
	 */
	public NeedsDatabaseException in(RevisionHeader revision) {
		return new NeedsDatabaseException(
				this.operation + " in revision " + revision.describe() + " [" + revision.location() + "]", this.reason,
				getAction());
	}

}
