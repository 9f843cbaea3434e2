package dev.migration.dialect.mysql;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

import dev.migration.DatabaseAccessException;
import dev.migration.schema.ConstraintKind;
import dev.migration.schema.QualifiedName;

/**
 * What the server says of tables that are there.
 */
final class Catalog {

	private final Connection connection;

	Catalog(Connection connection) {
		this.connection = connection;
	}

	/**
	 * Read the definition of a column.
	 * @param quotedTable the table, for SQL
	 * @param column the column
	 * @return the definition, or {@code null} if there is no such column
	 */
	@Nullable ColumnText column(String quotedTable, String column) {
		String sql = "SHOW CREATE TABLE " + quotedTable;
		try {
			CreateTableText createTable = CreateTableText.of(this.connection, sql);
			boolean escapes = createTable.text().indexOf('\\') < 0 || hasBackslashEscapes();
			return createTable.column(column, escapes);
		}
		catch (SQLException ex) {
			throw notAnswered(sql, ex);
		}
	}

	/**
	 * Return whether a backslash escapes in a string that this session states.
	 * @return whether it does
	 */
	boolean hasBackslashEscapes() {
		String mode = query("SELECT @@sql_mode", 1);
		return mode == null || !mode.toUpperCase(Locale.ROOT).contains("NO_BACKSLASH_ESCAPES");
	}

	boolean hasColumn(QualifiedName table, String column) {
		return has("SELECT 1 FROM information_schema.columns WHERE table_schema = COALESCE(?, DATABASE())"
				+ " AND table_name = ? AND column_name = ?", table, column);
	}

	boolean hasIndex(QualifiedName table, String index) {
		return has("SELECT 1 FROM information_schema.statistics WHERE table_schema = COALESCE(?, DATABASE())"
				+ " AND table_name = ? AND index_name = ?", table, index);
	}

	boolean hasTable(QualifiedName table) {
		return has("SELECT 1 FROM information_schema.tables WHERE table_schema = COALESCE(?, DATABASE())"
				+ " AND table_name = ? AND 1 = ?", table, "1");
	}

	/**
	 * Return whether there is a trigger, on whatever table of the database.
	 * @param table a table of the database
	 * @param trigger the trigger
	 * @return whether it is there
	 */
	boolean hasTrigger(QualifiedName table, String trigger) {
		return query("SELECT 1 FROM information_schema.triggers WHERE trigger_schema = COALESCE(?, DATABASE())"
				+ " AND trigger_name = ?", 1, table.schema(), trigger) != null;
	}

	/**
	 * Return the kind of a constraint.
	 * @param table its table
	 * @param constraint its name
	 * @return the kind, or {@code null} if there is no such constraint
	 */
	@Nullable ConstraintKind constraintKind(QualifiedName table, String constraint) {
		String kind = query(
				"SELECT constraint_type FROM information_schema.table_constraints"
						+ " WHERE table_schema = COALESCE(?, DATABASE()) AND table_name = ? AND constraint_name = ?",
				1, table.schema(), table.name(), constraint);
		if (kind == null) {
			return null;
		}
		return switch (kind) {
			case "PRIMARY KEY" -> ConstraintKind.PRIMARY_KEY;
			case "FOREIGN KEY" -> ConstraintKind.FOREIGN_KEY;
			case "UNIQUE" -> ConstraintKind.UNIQUE_CONSTRAINT;
			default -> ConstraintKind.CHECK_CONSTRAINT;
		};
	}

	private boolean has(String sql, QualifiedName table, String name) {
		return query(sql, 1, table.schema(), table.name(), name) != null;
	}

	private @Nullable String query(String sql, int column, @Nullable String... values) {
		try {
			return (values.length == 0) ? plain(sql, column) : prepared(sql, column, values);
		}
		catch (SQLException ex) {
			throw notAnswered(sql, ex);
		}
	}

	private static DatabaseAccessException notAnswered(String sql, SQLException ex) {
		return new DatabaseAccessException("The database cannot be asked how it is: " + sql, ex);
	}

	private @Nullable String plain(String sql, int column) throws SQLException {
		try (Statement statement = this.connection.createStatement(); ResultSet row = statement.executeQuery(sql)) {
			return row.next() ? row.getString(column) : null;
		}
	}

	private @Nullable String prepared(String sql, int column, @Nullable String... values) throws SQLException {
		try (PreparedStatement statement = this.connection.prepareStatement(sql)) {
			for (int i = 0; i < values.length; i++) {
				statement.setString(i + 1, values[i]);
			}
			try (ResultSet row = statement.executeQuery()) {
				return row.next() ? row.getString(column) : null;
			}
		}
	}

}
