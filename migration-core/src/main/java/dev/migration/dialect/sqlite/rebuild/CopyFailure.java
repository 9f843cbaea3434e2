package dev.migration.dialect.sqlite.rebuild;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import dev.migration.IncompatibleRowsException;
import dev.migration.dialect.sqlite.ddl.Affinity;
import dev.migration.dialect.sqlite.ddl.Clause;
import dev.migration.dialect.sqlite.ddl.ClauseKind;
import dev.migration.dialect.sqlite.ddl.TableItem;

/**
 * Finds out which rows a copy has failed on: SQLite only names the first constraint.
 */
final class CopyFailure {

	private static final String ACTION = "Change these rows first, or the constraint.";

	private final TableCopy copy;

	private final Connection connection;

	private final SQLException cause;

	CopyFailure(TableCopy copy, Connection connection, SQLException cause) {
		this.copy = copy;
		this.connection = connection;
		this.cause = cause;
	}

	/**
	 * Throw the explanation, if there is one.
	 * @throws IncompatibleRowsException if it is rows that do not fit
	 */
	void explain() {
		String message = Database.message(this.cause);
		try {
			if (message.contains("NOT NULL constraint failed")) {
				explainNull(message);
			}
			else if (message.contains("UNIQUE constraint failed")) {
				explainDuplicates(message);
			}
			else if (message.contains("CHECK constraint failed")) {
				explainCheck(message);
			}
			else if (message.contains("cannot store")) {
				explainType(message);
			}
		}
		catch (SQLException ex) {
			this.cause.addSuppressed(ex);
		}
	}

	private void explainNull(String message) throws SQLException {
		for (String column : columns(message)) {
			require("(" + this.copy.expressions().get(column) + ") IS NOT NULL", "column " + column + " is null");
		}
	}

	private void explainDuplicates(String message) throws SQLException {
		List<String> columns = columns(message);
		List<String> values = columns.stream().map((column) -> this.copy.expressions().get(column)).toList();
		String groups = "SELECT count(*) AS n, " + String.join(" || ', ' || ", values) + " AS v FROM "
				+ this.copy.from() + " GROUP BY " + String.join(", ", values) + " HAVING count(*) > 1";
		List<List<@Nullable Object>> rows = Database.query(this.connection,
				"SELECT sum(n), min(v) FROM (" + groups + ") WHERE v IS NOT NULL");
		if (rows.get(0).get(0) instanceof Number count) {
			throw new IncompatibleRowsException(this.copy.table(), count.longValue(),
					String.join(", ", columns) + " = " + Rows.shorten(Database.text(rows.get(0), 1)),
					"the values of " + String.join(", ", columns) + " are there more than once", ACTION);
		}
	}

	private void explainCheck(String message) throws SQLException {
		List<String> renamed = new ArrayList<>();
		for (Map.Entry<String, String> entry : this.copy.expressions().entrySet()) {
			renamed.add(entry.getValue() + " AS " + entry.getKey());
		}
		for (Clause clause : checks()) {
			boolean isIt = message.endsWith(String.valueOf(clause.name()))
					|| message.endsWith(String.valueOf(clause.detail()).strip());
			if (isIt) {
				List<List<@Nullable Object>> rows = Database.query(this.connection,
						"SELECT count(*), min(migration_key) FROM (SELECT " + String.join(", ", renamed) + ", " + key()
								+ " AS migration_key FROM " + this.copy.from() + ") WHERE (" + clause.detail()
								+ ") IS FALSE");
				throw new IncompatibleRowsException(this.copy.table(),
						(rows.get(0).get(0) instanceof Number count) ? count.longValue() : 1,
						keyName() + " = " + rows.get(0).get(1), "the condition '" + clause.detail() + "' does not hold",
						ACTION);
			}
		}
	}

	private List<Clause> checks() {
		List<Clause> clauses = new ArrayList<>(this.copy.definition().tableClauses());
		this.copy.definition().columns().forEach((column) -> clauses.addAll(column.clauses()));
		return clauses.stream().filter((clause) -> clause.kind() == ClauseKind.CHECK).toList();
	}

	private void explainType(String message) throws SQLException {
		String column = columns(message).get(0);
		TableItem item = this.copy.definition()
			.columns()
			.stream()
			.filter((each) -> isNamed(each, column))
			.findFirst()
			.orElseThrow();
		String types = switch (Affinity.of(item.declaredType())) {
			case INTEGER -> "'integer'";
			case REAL -> "'integer', 'real'";
			case TEXT -> "'text', 'integer', 'real'";
			default -> "'blob'";
		};
		require("typeof(" + this.copy.expressions().get(column) + ") IN ('null', " + types + ")", "column " + column
				+ " has values that are not of type " + item.declaredType() + ", which a STRICT table demands");
	}

	private static boolean isNamed(TableItem item, String quoted) {
		return Database.quote(item.columnName()).equals(quoted);
	}

	private void require(String condition, String problem) throws SQLException {
		List<List<@Nullable Object>> rows = Database.query(this.connection, "SELECT count(*), min(" + key() + ") FROM "
				+ this.copy.from() + " WHERE (" + condition + ") IS NOT TRUE");
		if (rows.get(0).get(0) instanceof Number count && count.longValue() > 0) {
			throw new IncompatibleRowsException(this.copy.table(), count.longValue(),
					keyName() + " = " + rows.get(0).get(1), problem, ACTION);
		}
	}

	private String key() {
		return this.copy.key().isEmpty() ? "1" : this.copy.key().get(0);
	}

	private String keyName() {
		return this.copy.key().isEmpty() ? "row" : this.copy.key().get(0).replace("\"", "");
	}

	/**
	 * Return the columns that SQLite names as {@code table.column}, as they stand in SQL.
	 */
	private List<String> columns(String message) {
		return this.copy.expressions()
			.keySet()
			.stream()
			.filter((column) -> (message + ",").contains("." + column.substring(1, column.length() - 1) + ","))
			.toList();
	}

}
