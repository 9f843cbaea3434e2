package dev.migration;

/**
 * A migrator is configured with what it cannot work with.
 */
public final class InvalidSettingException extends MigrationException {

	/**
	 * Create a new error.
	 * @param message what is wrong, with the value
	 * @param action what to set instead
	 */
	public InvalidSettingException(String message, String action) {
		super(message, action, null);
	}

}
