package dev.migration;

import java.sql.SQLException;
import java.util.regex.Pattern;

/**
 * The database cannot be reached, or refuses what the tool itself needs.
 */
public final class DatabaseAccessException extends MigrationException {

	/** Drivers repeat pieces of a URL that they do not understand. */
	private static final Pattern LOGIN = Pattern.compile("[^\\s/'\"]+@");

	/**
	 * Create a new error.
	 * @param what what was tried
	 * @param cause what the driver said
	 */
	public DatabaseAccessException(String what, Throwable cause) {
		this(what, cause, "Check that the database is up and that the URL, the user and its rights are right.");
	}

	/**
	 * Create a new error.
	 * @param what what was tried
	 * @param cause what the driver said
	 * @param action what to do next
	 */
	public DatabaseAccessException(String what, Throwable cause, String action) {
		super(what + ": " + reason(cause), action, cause);
	}

	private static String reason(Throwable failure) {
		// A pool wraps the driver's reason into its own time-out.
		Throwable cause = failure;
		while (cause.getCause() instanceof SQLException inner) {
			cause = inner;
		}
		String message = cause.getMessage();
		return (message != null) ? LOGIN.matcher(message).replaceAll("***@") : "the driver gives no reason";
	}

}
