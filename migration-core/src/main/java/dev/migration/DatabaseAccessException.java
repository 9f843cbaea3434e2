package dev.migration;

import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

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
		super(what + ": " + reason(cause.getMessage()),
				"Check that the database is up and that the URL, the user and its rights are right.", cause);
	}

	private static String reason(@Nullable String message) {
		return (message != null) ? LOGIN.matcher(message).replaceAll("***@") : "the driver gives no reason";
	}

}
