package dev.migration.dialect.postgresql;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

import dev.migration.dialect.ChosenSchema;

/**
 * Puts a schema in front of those in which a session looks for names. The others stay
 * behind it, since extensions are often in one of them.
 */
final class SearchPath implements ChosenSchema {

	private static final String READ = "SELECT pg_catalog.current_setting('search_path')";

	private static final String SET = "SELECT pg_catalog.set_config('search_path', ?, false)";

	private final Connection connection;

	private final String before;

	private SearchPath(Connection connection, String before) {
		this.connection = connection;
		this.before = before;
	}

	/**
	 * Put a schema in front.
	 * @param connection the connection, in auto-commit
	 * @param schema the schema, quoted
	 * @return what sets the session back as it was
	 */
	static SearchPath beginningWith(String schema, Connection connection) throws SQLException {
		try (PreparedStatement statement = connection.prepareStatement(READ);
				ResultSet row = statement.executeQuery()) {
			row.next();
			SearchPath path = new SearchPath(connection, row.getString(1));
			path.set(path.before.isBlank() ? schema : schema + ", " + path.before);
			return path;
		}
	}

	/**
	 * Return what puts a schema in front, in a script.
	 * @param schema the schema as a literal, which is quoted inside
	 * @return the statement
	 */
	static String statement(String schema) {
		return Blocks.run("\tPERFORM pg_catalog.set_config('search_path', concat_ws(', ', " + schema
				+ ", nullif(pg_catalog.current_setting('search_path'), '')), false)");
	}

	private void set(String value) throws SQLException {
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
