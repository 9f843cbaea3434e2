package dev.migration;

/**
 * The body of a revision cannot be used.
 */
public final class InvalidRevisionException extends MigrationException {

	/**
	 * Create a new error.
	 * @param location where the revision is
	 * @param problem what is wrong
	 * @param action what to do next
	 */
	public InvalidRevisionException(String location, String problem, String action) {
		super("The revision in " + location + " cannot be used: " + problem, action, null);
	}

}
