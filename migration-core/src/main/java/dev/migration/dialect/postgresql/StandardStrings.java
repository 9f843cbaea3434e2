package dev.migration.dialect.postgresql;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * Lets a backslash in a string be a backslash, as in the standard, for as long as SQL is
 * written and read here. A role or a database may still be set to
 * {@code standard_conforming_strings = off}, where it escapes what follows.
 */
final class StandardStrings implements AutoCloseable {

	private static final String READ = "SELECT pg_catalog.current_setting('standard_conforming_strings')";

	private static final String SET = "SELECT pg_catalog.set_config('standard_conforming_strings', ?, false)";

	private final Connection connection;

	private final String before;

	private StandardStrings(Connection connection, String before) {
		this.connection = connection;
		this.before = before;
	}

	/**
	 * Turn them on.
	 * @param connection the connection, in auto-commit
	 * @return what sets the session back as it was
	 * @throws SQLException if the server cannot be asked
	 */
	static StandardStrings on(Connection connection) throws SQLException {
		try (PreparedStatement statement = connection.prepareStatement(READ);
				ResultSet row = statement.executeQuery()) {
			row.next();
			StandardStrings strings = new StandardStrings(connection, row.getString(1));
			strings.set("on");
			return strings;
		}
	}

	private void set(String value) throws SQLException {
		if (this.before.equals("on")) {
			return;
		}
		try (PreparedStatement statement = this.connection.prepareStatement(SET)) {
			statement.setString(1, value);
			statement.execute();
		}
	}

	@Override
	public void close() throws SQLException {
		set(this.before);
	}

}
