package dev.migration.boot.env;

/**
 * A part of a database URL cannot be understood. The reason must not quote the part: in a
 * broken URL any part may hold the password.
 */
final class MalformedUrlException extends Exception {

	private final String reason;

	MalformedUrlException(String reason) {
		super(reason);
		this.reason = reason;
	}

	String getReason() {
		return this.reason;
	}

}
