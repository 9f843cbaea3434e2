package dev.migration;

/**
 * The database is not as it must be after an operation.
 */
public final class CheckFailedException extends MigrationException {

	/**
	 * Create a new error.
	 * @param check what was checked
	 * @param row what was found, the first row of it
	 * @param action what to do next
	 */
	public CheckFailedException(String check, String row, String action) {
		super(check + ": " + row, action, null);
	}

}
