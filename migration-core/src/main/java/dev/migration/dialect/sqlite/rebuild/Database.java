package dev.migration.dialect.sqlite.rebuild;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import dev.migration.DatabaseAccessException;

/**
 * Reads what a SQLite database knows about itself.
 */
final class Database {

	private final Connection connection;

	private final String schema;

	Database(Connection connection, String schema) {
		this.connection = connection;
		this.schema = schema;
	}

	Connection connection() {
		return this.connection;
	}

	/**
	 * Return the name of the schema: {@code main}, {@code temp}, or that of an attached
	 * file.
	 * @return the schema
	 */
	String schema() {
		return this.schema;
	}

	/**
	 * Return a name with the schema, as it stands in SQL.
	 * @param name the name
	 * @return the name, quoted
	 */
	String qualified(String name) {
		return this.schema.equals("main") ? quote(name) : quote(this.schema) + "." + quote(name);
	}

	static String quote(String name) {
		return '"' + name.replace("\"", "\"\"") + '"';
	}

	static String literal(String text) {
		return "'" + text.replace("'", "''") + "'";
	}

	/**
	 * Return the schema where an unqualified name is found: that of temporary tables
	 * comes first.
	 */
	static Database of(Connection connection, @Nullable String schema, String table) {
		if (schema != null) {
			return new Database(connection, schema);
		}
		Database temp = new Database(connection, "temp");
		boolean isTemp = temp.objects().stream().anyMatch((object) -> object.is("table", table));
		return isTemp ? temp : new Database(connection, "main");
	}

	/**
	 * Return everything that has a text, in the order in which it was made.
	 * @return the objects, without those that SQLite made for itself
	 */
	List<SchemaObject> objects() {
		List<SchemaObject> objects = new ArrayList<>();
		for (List<@Nullable Object> row : query("SELECT type, name, tbl_name, sql FROM " + quote(this.schema)
				+ ".sqlite_master WHERE sql IS NOT NULL ORDER BY rowid")) {
			SchemaObject object = new SchemaObject(text(row, 0), text(row, 1), text(row, 2), text(row, 3));
			if (!object.isInternal()) {
				objects.add(object);
			}
		}
		return objects;
	}

	/**
	 * Return the columns that a select without names would show, and the hidden ones.
	 * @param table the table or view
	 * @return name and kind: 0 plain, 2 and 3 computed
	 */
	List<List<@Nullable Object>> columns(String table) {
		return query(
				"SELECT name, hidden FROM pragma_table_xinfo(" + literal(table) + ", " + literal(this.schema) + ")");
	}

	boolean isEmpty(String table) {
		return query("SELECT 1 FROM " + qualified(table) + " LIMIT 1").isEmpty();
	}

	long number(String sql) {
		List<List<@Nullable Object>> rows = query(sql);
		return (!rows.isEmpty() && rows.get(0).get(0) instanceof Number number) ? number.longValue() : 0;
	}

	/**
	 * Run a query.
	 * @param sql the query
	 * @return its rows
	 * @throws DatabaseAccessException if the database refuses
	 */
	List<List<@Nullable Object>> query(String sql) {
		try {
			return query(this.connection, sql);
		}
		catch (SQLException ex) {
			throw new DatabaseAccessException("The database cannot be asked: " + sql, ex);
		}
	}

	static List<List<@Nullable Object>> query(Connection connection, String sql) throws SQLException {
		List<List<@Nullable Object>> rows = new ArrayList<>();
		try (Statement statement = connection.createStatement(); ResultSet result = statement.executeQuery(sql)) {
			int width = result.getMetaData().getColumnCount();
			while (result.next()) {
				List<@Nullable Object> row = new ArrayList<>(width);
				for (int i = 1; i <= width; i++) {
					row.add(result.getObject(i));
				}
				rows.add(row);
			}
		}
		return rows;
	}

	/**
	 * Return whether a transaction is open. SQLite has no question for it, but refuses to
	 * begin a second one.
	 */
	boolean isInTransaction() {
		try {
			execute(this.connection, "BEGIN");
			execute(this.connection, "ROLLBACK");
			return false;
		}
		catch (SQLException ex) {
			return message(ex).contains("within a transaction");
		}
	}

	static void execute(Connection connection, String sql) throws SQLException {
		try (Statement statement = connection.createStatement()) {
			statement.setEscapeProcessing(false);
			statement.execute(sql);
		}
	}

	/**
	 * Compile a statement without running it.
	 * @param sql the statement
	 * @return the error, or {@code null} if there is none
	 */
	@Nullable String compile(String sql) {
		try (PreparedStatement statement = this.connection.prepareStatement(sql)) {
			statement.clearWarnings();
			return null;
		}
		catch (SQLException ex) {
			return message(ex);
		}
	}

	/**
	 * Return what SQLite says, without what its driver puts around it.
	 */
	static String message(SQLException ex) {
		String message = String.valueOf(ex.getMessage());
		int open = message.indexOf('(');
		return (message.startsWith("[SQLITE_") && open > 0 && message.endsWith(")"))
				? message.substring(open + 1, message.length() - 1) : message;
	}

	static String text(List<@Nullable Object> row, int index) {
		return String.valueOf(row.get(index));
	}

}
