package dev.migration.dialect;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/**
 * The rows of a query without parameters.
 */
public final class Rows {

	private Rows() {
	}

	/**
	 * Read all rows.
	 * @param connection the connection
	 * @param query the query
	 * @param mapper makes a value of a row
	 * @param <T> the type of the values
	 * @return the values, in the order of the rows
	 * @throws SQLException if the query fails
	 */
	public static <T> List<T> of(Connection connection, String query, Mapper<T> mapper) throws SQLException {
		List<T> values = new ArrayList<>();
		try (Statement statement = connection.createStatement(); ResultSet row = statement.executeQuery(query)) {
			while (row.next()) {
				values.add(mapper.map(row));
			}
		}
		return values;
	}

	/**
	 * Makes a value of a row.
	 *
	 * @param <T> the type of the value
	 */
	public interface Mapper<T> {

		/**
		 * Make a value of the row that the result is at.
		 * @param row the result
		 * @return the value
		 * @throws SQLException if it cannot be read
		 */
		T map(ResultSet row) throws SQLException;

	}

}
