package dev.migration;

import org.jspecify.annotations.Nullable;

/**
 * Something a user can understand and mend. The message says what happened, with the
 * values; {@link #getAction()} says what to do next. The command line, the failure
 * analysis and the endpoint only render the two.
 */
public abstract class MigrationException extends RuntimeException {

	private final String action;

	/**
	 * Create a new error.
	 * @param message what happened, with the values; passwords are masked
	 * @param action what to do next
	 * @param cause the cause, if there is one
	 */
	protected MigrationException(String message, String action, @Nullable Throwable cause) {
		super(Secrets.mask(message), cause);
		this.action = action;
	}

	/**
	 * Return what happened, with the values.
	 * @return the description
	 */
	public String getDescription() {
		String message = getMessage();
		return (message != null) ? message : getClass().getSimpleName();
	}

	/**
	 * Return what to do next.
	 * @return the advice
	 */
	public String getAction() {
		return this.action;
	}

}
