package dev.migration.dialect.h2;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;

/**
 * Asks the information schema for all things of some schemas at once.
 *
 * @param sql the query, with a {@code ?} for the array of the schemas
 */
record H2Query(String sql) {

	void forEach(Connection connection, Collection<String> schemas, RowReader reader) throws SQLException {
		try (PreparedStatement statement = connection.prepareStatement(this.sql)) {
			statement.setArray(1, connection.createArrayOf("VARCHAR", schemas.toArray()));
			try (ResultSet row = statement.executeQuery()) {
				while (row.next()) {
					reader.read(row);
				}
			}
		}
	}

	/**
	 * Reads a row.
	 */
	interface RowReader {

		void read(ResultSet row) throws SQLException;

	}

}
