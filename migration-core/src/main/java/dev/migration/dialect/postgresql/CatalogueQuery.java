package dev.migration.dialect.postgresql;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * Asks the catalogue for all things of some tables or schemas at once.
 *
 * @param sql the query; what it asks for are the elements of an array
 */
record CatalogueQuery(String sql) {

	<T> List<T> ofTables(Connection connection, Collection<Long> oids, RowMapper<T> mapper) throws SQLException {
		return list(connection, "int8", oids, mapper);
	}

	<T> List<T> ofNames(Connection connection, Collection<String> names, RowMapper<T> mapper) throws SQLException {
		return list(connection, "text", names, mapper);
	}

	private <T> List<T> list(Connection connection, String type, Collection<?> keys, RowMapper<T> mapper)
			throws SQLException {
		try (PreparedStatement statement = connection.prepareStatement(this.sql)) {
			statement.setArray(1, connection.createArrayOf(type, keys.toArray()));
			return rows(statement, mapper);
		}
	}

	<T> List<T> ofAll(Connection connection, RowMapper<T> mapper) throws SQLException {
		try (PreparedStatement statement = connection.prepareStatement(this.sql)) {
			return rows(statement, mapper);
		}
	}

	private static <T> List<T> rows(PreparedStatement statement, RowMapper<T> mapper) throws SQLException {
		List<T> values = new ArrayList<>();
		try (ResultSet row = statement.executeQuery()) {
			while (row.next()) {
				values.add(mapper.map(row));
			}
		}
		return values;
	}

	static List<String> strings(ResultSet row, String column) throws SQLException {
		Array array = row.getArray(column);
		return (array != null) ? List.of((String[]) array.getArray()) : List.of();
	}

	/**
	 * Makes a value of a row.
	 *
	 * @param <T> the type of the value
	 */
	interface RowMapper<T> {

		T map(ResultSet row) throws SQLException;

	}

}
