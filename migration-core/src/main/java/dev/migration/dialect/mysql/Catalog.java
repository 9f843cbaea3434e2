package dev.migration.dialect.mysql;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Locale;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import dev.migration.DatabaseAccessException;
import dev.migration.UnsupportedChangeException;
import dev.migration.schema.ConstraintKind;
import dev.migration.schema.QualifiedName;

/**
 * What the server says of tables that are there.
 */
final class Catalog {

	private static final Set<String> WHOLE = Set.of("utf8mb4", "binary");

	private final Connection connection;

	private final String displayName;

	Catalog(Connection connection, String displayName) {
		this.connection = connection;
		this.displayName = displayName;
	}

	/**
	 * Read the definition of a column.
	 * @param table the table
	 * @param column the column
	 * @return the definition, or {@code null} if there is no such column
	 */
	@Nullable ColumnText column(QualifiedName table, String column) {
		String sql = "SHOW CREATE TABLE " + ServerText.backticked(table);
		try {
			CreateTableText createTable = CreateTableText.of(this.connection, sql);
			if (!createTable.isPlain()) {
				requireAllCharacters(table, column);
			}
			boolean escapes = createTable.text().indexOf('\\') < 0 || hasBackslashEscapes();
			ServerText text = new ServerText((name) -> name, escapes);
			ColumnText shown = createTable.column(column, text);
			return (shown != null && HiddenCharacters.mayBeIn(shown)) ? whole(shown, text, table, column) : shown;
		}
		catch (SQLException ex) {
			throw notAnswered(sql, ex);
		}
	}

	/**
	 * A session that reads or writes fewer characters loses some of them on the way.
	 */
	private void requireAllCharacters(QualifiedName table, String column) {
		String reads = query("SELECT @@character_set_results", 1);
		String writes = query("SELECT @@character_set_client", 1);
		if ((reads != null && !WHOLE.contains(reads)) || !"utf8mb4".equals(writes)) {
			throw notStated(table, column,
					"the session reads in character set " + reads + " and writes in " + writes
							+ ", which may lack characters of the definition",
					"Connect with the character set utf8mb4, which the driver takes if its URL names no other.");
		}
	}

	private ColumnText whole(ColumnText shown, ServerText text, QualifiedName table, String column) {
		try {
			return new HiddenCharacters(this.connection, text, table, column).in(shown);
		}
		catch (SQLException ex) {
			throw notStated(table, column,
					"its definition shows '?' for what may be another character, as in " + shown.sql()
							+ ", and a temporary table, which would tell, cannot be made: " + ex.getMessage(),
					"Grant the user CREATE TEMPORARY TABLES on the database, or alter the column with op.execute(…).");
		}
	}

	private UnsupportedChangeException notStated(QualifiedName table, String column, String reason, String action) {
		return new UnsupportedChangeException("state column " + table + "." + column + " again", this.displayName,
				reason, action);
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
