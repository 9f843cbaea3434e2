package dev.migration.boot.env;

import org.jspecify.annotations.Nullable;

/**
 * What a {@code DATABASE_URL} means to JDBC.
 *
 * @param jdbcUrl the JDBC URL, without user and password unless it was given as a JDBC
 * URL
 * @param username the user or {@code null}
 * @param password the password or {@code null}
 * @param inMemory whether the database lasts only as long as a connection to it is open
 */
record DatabaseUrl(String jdbcUrl, @Nullable String username, @Nullable String password, boolean inMemory) {

	/**
	 * Parse a database URL.
	 * @param url the URL
	 * @return the parsed URL
	 * @throws InvalidDatabaseUrlException if the URL cannot be understood
	 */
	static DatabaseUrl parse(String url) {
		String trimmed = url.trim();
		try {
			return DatabaseUrlParser.parse(trimmed);
		}
		catch (MalformedUrlException ex) {
			throw new InvalidDatabaseUrlException(trimmed, ex.getReason());
		}
	}

	@Override
	public String toString() {
		return "DatabaseUrl[inMemory=" + this.inMemory + "]";
	}

}
