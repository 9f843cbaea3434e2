package dev.migration;

/**
 * A change cannot be written as the source of a revision.
 */
public final class UnwritableChangeException extends MigrationException {

	/**
	 * Create a new error.
	 * @param change the change, with its values
	 * @param language what it should be written in: {@code Java} or {@code SQL}
	 * @param reason why it cannot
	 * @param action the way out
	 */
	public UnwritableChangeException(String change, String language, String reason, String action) {
		super("'" + change + "' cannot be written as " + language + ": " + reason, action, null);
	}

}
