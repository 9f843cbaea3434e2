package dev.migration;

import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * The database cannot be reached, or refuses what the tool itself needs.
 */
public final class DatabaseAccessException extends MigrationException {

	// Some drivers repeat the URL in their message, and a URL can hold a password.
	private static final Pattern PASSWORD_PARAMETER = Pattern.compile("(?i)(password|pwd)=[^&;\\s]*");

	private static final Pattern USER_INFO = Pattern.compile("//[^/\\s]*@");

	/**
	 * Create a new error.
	 * @param what what was tried
	 * @param cause what the driver said
	 */
	public DatabaseAccessException(String what, Throwable cause) {
		super(what + ": " + withoutPassword(cause.getMessage()),
				"Check that the database is up and that the URL, the user and its rights are right.", cause);
	}

	private static String withoutPassword(@Nullable String message) {
		if (message == null) {
			return "the driver gives no reason";
		}
		String masked = PASSWORD_PARAMETER.matcher(message).replaceAll("$1=***");
		return USER_INFO.matcher(masked).replaceAll("//***@");
	}

}
