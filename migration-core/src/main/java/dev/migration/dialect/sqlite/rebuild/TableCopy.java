package dev.migration.dialect.sqlite.rebuild;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

import dev.migration.dialect.SqlStatement;
import dev.migration.dialect.StatementAction;
import dev.migration.dialect.sqlite.ddl.TableDefinition;

/**
 * Copies the rows inside SQLite. A large table is copied in portions along its key, still
 * in one transaction, so that there is something to say meanwhile.
 *
 * @param from the table, as it stands in SQL
 * @param to the copy, as it stands in SQL
 * @param table the name of the table, for people
 * @param expressions what to copy by column, both as they stand in SQL
 * @param rowid the name of the rowid if it is copied as such, else {@code null}
 * @param key the columns along which portions are cut; empty if the rowid has no name
 * @param keepsKey whether these columns have the same values and order in the copy, which
 * then knows where the last portion ended
 * @param definition the definition of the copy
 * @param counted the number of rows if they have been counted
 */
record TableCopy(String from, String to, String table, Map<String, String> expressions, @Nullable String rowid,
		List<String> key, boolean keepsKey, TableDefinition definition,
		OptionalLong counted) implements StatementAction {

	private static final Log logger = LogFactory.getLog(TableCopy.class);

	private static final int PORTION = 100_000;

	private static final Duration BETWEEN_LOGS = Duration.ofSeconds(3);

	/**
	 * Return the statement that copies all rows. What the constraints of the table say
	 * about conflicts must not make rows vanish.
	 */
	String sql() {
		List<String> columns = new ArrayList<>(this.expressions.keySet());
		List<String> values = new ArrayList<>(this.expressions.values());
		if (this.rowid != null) {
			columns.add(0, this.rowid);
			values.add(0, this.rowid);
		}
		if (columns.isEmpty()) {
			return "INSERT OR ABORT INTO " + this.to + " DEFAULT VALUES";
		}
		return "INSERT OR ABORT INTO " + this.to + " (" + String.join(", ", columns) + ") SELECT "
				+ String.join(", ", values) + " FROM " + this.from;
	}

	/**
	 * A script cannot count what a statement has changed.
	 */
	@Override
	public List<SqlStatement> inScript() {
		String difference = "SELECT source.n AS there, copy.n AS copied FROM (SELECT count(*) AS n FROM " + this.from
				+ ") source, (SELECT count(*) AS n FROM " + this.to + ") copy WHERE source.n <> copy.n";
		return List.of(new SqlStatement(sql()), SqlStatement.check(difference,
				"The copy of table " + this.table + " has another number of rows than the table"));
	}

	@Override
	public void run(Connection connection) throws SQLException {
		try {
			run(connection, PORTION, BETWEEN_LOGS);
		}
		catch (SQLException ex) {
			new CopyFailure(this, connection, ex).explain();
			throw ex;
		}
	}

	/**
	 * Copy the rows.
	 * @param connection the connection
	 * @param portion how many rows at a time
	 * @param betweenLogs how long to be silent
	 */
	void run(Connection connection, int portion, Duration betweenLogs) throws SQLException {
		long total = this.counted.isPresent() ? this.counted.getAsLong()
				: number(connection, "SELECT count(*) FROM " + this.from);
		boolean isLarge = total > portion && !this.key.isEmpty();
		long copied = isLarge ? copyPortions(connection, portion, new Progress(total, betweenLogs))
				: copyAll(connection);
		if (copied != total) {
			throw new IllegalStateException(
					"Table '" + this.table + "' has " + total + " rows, and " + copied + " were copied");
		}
	}

	private long copyAll(Connection connection) throws SQLException {
		try (Statement statement = connection.createStatement()) {
			statement.setEscapeProcessing(false);
			return statement.executeLargeUpdate(sql());
		}
	}

	private long copyPortions(Connection connection, int portion, Progress progress) throws SQLException {
		long copied = 0;
		List<@Nullable Object> last = List.of();
		while (copied < progress.total) {
			List<@Nullable Object> next = this.keepsKey ? List.of() : boundary(connection, last, portion);
			long rows = copyPortion(connection, last, next, portion);
			copied += rows;
			progress.report(copied);
			if (this.keepsKey ? rows < portion : next.isEmpty()) {
				break;
			}
			last = this.keepsKey ? lastCopied(connection) : next;
		}
		return copied;
	}

	/**
	 * To find the end of a portion beforehand is to read the portion twice.
	 */
	private List<@Nullable Object> lastCopied(Connection connection) throws SQLException {
		return Database
			.query(connection,
					"SELECT " + String.join(", ", this.key) + " FROM " + this.to + " ORDER BY "
							+ String.join(" DESC, ", this.key) + " DESC LIMIT 1")
			.get(0);
	}

	private List<@Nullable Object> boundary(Connection connection, List<@Nullable Object> last, int portion)
			throws SQLException {
		String columns = String.join(", ", this.key);
		String sql = "SELECT " + columns + " FROM " + this.from + (last.isEmpty() ? "" : " WHERE " + compare(">"))
				+ " ORDER BY " + columns + " LIMIT 1 OFFSET " + (portion - 1);
		try (PreparedStatement statement = connection.prepareStatement(sql)) {
			bind(statement, 1, last);
			try (ResultSet result = statement.executeQuery()) {
				List<@Nullable Object> boundary = new ArrayList<>();
				for (int i = 1; i <= this.key.size() && (i > 1 || result.next()); i++) {
					boundary.add(result.getObject(i));
				}
				return boundary;
			}
		}
	}

	private long copyPortion(Connection connection, List<@Nullable Object> last, List<@Nullable Object> next,
			int portion) throws SQLException {
		List<String> conditions = new ArrayList<>();
		if (!last.isEmpty()) {
			conditions.add(compare(">"));
		}
		if (!next.isEmpty()) {
			conditions.add(compare("<="));
		}
		String where = conditions.isEmpty() ? "" : " WHERE " + String.join(" AND ", conditions);
		String end = this.keepsKey ? " ORDER BY " + String.join(", ", this.key) + " LIMIT " + portion : "";
		try (PreparedStatement statement = connection.prepareStatement(sql() + where + end)) {
			bind(statement, 1, last);
			bind(statement, last.size() + 1, next);
			return statement.executeUpdate();
		}
	}

	private String compare(String operator) {
		return "(" + String.join(", ", this.key) + ") " + operator + " ("
				+ String.join(", ", Collections.nCopies(this.key.size(), "?")) + ")";
	}

	private static void bind(PreparedStatement statement, int first, List<@Nullable Object> values)
			throws SQLException {
		for (int i = 0; i < values.size(); i++) {
			statement.setObject(first + i, values.get(i));
		}
	}

	static long number(Connection connection, String sql) throws SQLException {
		return (Database.query(connection, sql).get(0).get(0) instanceof Number number) ? number.longValue() : 0;
	}

	/**
	 * Says how far the copy is.
	 */
	private final class Progress {

		private final long total;

		private final long betweenLogs;

		private final long start = System.nanoTime();

		private long lastLog = this.start;

		Progress(long total, Duration betweenLogs) {
			this.total = total;
			this.betweenLogs = betweenLogs.toNanos();
		}

		void report(long copied) {
			long now = System.nanoTime();
			if (now - this.lastLog < this.betweenLogs) {
				return;
			}
			this.lastLog = now;
			double rate = copied / Math.max((now - this.start) / 1e9, 1e-9);
			logger.info(String.format(Locale.ROOT,
					"Rebuilding table %s: copied %,d of %,d rows (%d %%), %,.0f rows per second, about %.0f s left",
					TableCopy.this.table, copied, this.total, copied * 100 / this.total, rate,
					(this.total - copied) / rate));
		}

	}

}
