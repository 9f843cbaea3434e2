package dev.migration.runtime;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import dev.migration.Direction;
import dev.migration.ExecutedStep;
import dev.migration.RevisionHeader;
import dev.migration.dialect.Dialect;
import dev.migration.dialect.RenderContext;
import dev.migration.dialect.ScriptSyntax;
import dev.migration.dialect.SqlExpression;
import dev.migration.dialect.SqlStatement;
import dev.migration.operation.ColumnOperation;
import dev.migration.operation.DataOperation;
import dev.migration.operation.TableOperation;
import dev.migration.schema.Column;
import dev.migration.schema.Definitions;
import dev.migration.schema.QualifiedName;
import dev.migration.schema.Table;
import dev.migration.schema.Types;

/**
 * The table of what was done, when, and by whom: a row for each executed step. It also
 * keeps what a later, older version of the application needs to take a revision back that
 * it does not have: the parents, and the rendered downgrade.
 */
final class HistoryTable {

	private static final String STEP = "revision, revises, message, direction, status, checksum, statements_total, "
			+ "statements_done, started_at, finished_at, executed_by, host, error";

	private static final String REASON = "reason";

	private final QualifiedName name;

	private final Dialect dialect;

	private final RenderContext renderContext;

	HistoryTable(QualifiedName name, Dialect dialect, RenderContext renderContext) {
		this.name = name;
		this.dialect = dialect;
		this.renderContext = renderContext;
	}

	TableOperation.CreateTable creation() {
		List<Column> columns = List.of(Definitions.column("id", Types.bigint()).primaryKey().identity(),
				Definitions.column("revision", Types.text()).notNull(),
				Definitions.column("revises", Types.text()).notNull(),
				Definitions.column("depends_on", Types.text()).notNull(),
				Definitions.column("message", Types.text()).notNull(),
				Definitions.column("direction", Types.varchar(9)).notNull(),
				Definitions.column("status", Types.varchar(9)).notNull(),
				Definitions.column("checksum", Types.varchar(80)),
				Definitions.column("statements_total", Types.integer()).notNull(),
				Definitions.column("statements_done", Types.integer()).notNull(),
				Definitions.column("started_at", Types.timestampWithTimeZone()).notNull(),
				Definitions.column("finished_at", Types.timestampWithTimeZone()),
				Definitions.column("executed_by", Types.text()).notNull(),
				Definitions.column("host", Types.text()).notNull(), Definitions.column("error", Types.text()),
				Definitions.column("downgrade_sql", Types.text()), Definitions.column("progress", Types.text()),
				reasons());
		return new TableOperation.CreateTable(Table.of(this.name, columns), true);
	}

	/**
	 * Tables that were made before there were reasons do not have the column. They get it
	 * when there is a reason to be kept, and are read without it.
	 */
	ColumnOperation.AddColumn additionOfReasons() {
		return new ColumnOperation.AddColumn(this.name, reasons(), true);
	}

	private static Column reasons() {
		return Definitions.column(REASON, Types.text());
	}

	/**
	 * Return whether the table keeps reasons.
	 * @param connection the connection; without the table its transaction is lost
	 * @return whether it has the column
	 */
	boolean hasReasons(Connection connection) throws SQLException {
		String sql = "SELECT * FROM " + this.dialect.quote(this.name) + " WHERE 1 = 0";
		try (PreparedStatement statement = connection.prepareStatement(sql); ResultSet row = statement.executeQuery()) {
			for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
				if (row.getMetaData().getColumnName(i).equalsIgnoreCase(REASON)) {
					return true;
				}
			}
			return false;
		}
		catch (SQLException ex) {
			if (this.dialect.isMissingTable(ex)) {
				return false;
			}
			throw ex;
		}
	}

	/**
	 * Add a row.
	 * @param connection the connection, in the transaction of the step
	 * @param step the step
	 * @param dependsOn the revisions that it depends on
	 * @param downgradeSql the script that takes it back, if one could be rendered
	 */
	void add(Connection connection, ExecutedStep step, List<String> dependsOn, @Nullable String downgradeSql)
			throws SQLException {
		StatementRunner runner = new StatementRunner(connection, this.dialect);
		insert(row(step, dependsOn, downgradeSql)).forEach(runner::run);
	}

	/**
	 * Return what adds a row when a script runs. Who runs it, and when, is only known
	 * then.
	 * @param step the step as it will have been executed
	 * @param dependsOn the revisions that it depends on
	 * @param downgradeSql the script that takes it back, if one could be rendered
	 * @param syntax the syntax of the script
	 * @param executedBy who asked, if the request says so
	 * @return the statements
	 */
	List<SqlStatement> addByScript(ExecutedStep step, List<String> dependsOn, @Nullable String downgradeSql,
			ScriptSyntax syntax, @Nullable String executedBy) {
		Map<String, @Nullable Object> row = row(step, dependsOn, downgradeSql);
		row.put("started_at", new SqlExpression(syntax.startOfTransaction()));
		row.put("finished_at", new SqlExpression(syntax.now()));
		row.put("executed_by", (executedBy != null) ? executedBy : new SqlExpression(syntax.user()));
		return insert(row);
	}

	private List<SqlStatement> insert(Map<String, @Nullable Object> row) {
		return this.dialect.render(new DataOperation.BulkInsert(this.name, List.of(row)), this.renderContext);
	}

	private static Map<String, @Nullable Object> row(ExecutedStep step, List<String> dependsOn,
			@Nullable String downgradeSql) {
		Map<String, @Nullable Object> row = new LinkedHashMap<>();
		row.put("revision", step.revision());
		row.put("revises", String.join(",", step.revises()));
		row.put("depends_on", String.join(",", dependsOn));
		row.put("message", step.message());
		row.put("direction", step.direction().toString());
		row.put("status", step.status().toString());
		row.put("checksum", step.checksum());
		row.put("statements_total", step.statementsTotal());
		row.put("statements_done", step.statementsDone());
		row.put("started_at", step.startedAt());
		row.put("finished_at", step.finishedAt());
		row.put("executed_by", step.executedBy());
		row.put("host", step.host());
		row.put("error", step.error());
		row.put("downgrade_sql", downgradeSql);
		if (step.reason() != null) {
			row.put(REASON, step.reason());
		}
		return row;
	}

	/**
	 * Return the id of the row that was just added.
	 * @param connection the connection
	 * @param revision the revision of the row
	 * @return the id
	 */
	long lastId(Connection connection, String revision) throws SQLException {
		String sql = "SELECT max(id) FROM " + this.dialect.quote(this.name) + " WHERE revision = ?";
		try (PreparedStatement statement = connection.prepareStatement(sql)) {
			statement.setString(1, revision);
			try (ResultSet row = statement.executeQuery()) {
				row.next();
				return row.getLong(1);
			}
		}
	}

	/**
	 * Change a row.
	 * @param connection the connection
	 * @param id the id of the row
	 * @param values the new values by column
	 */
	void update(Connection connection, long id, Map<String, @Nullable Object> values) throws SQLException {
		String assignments = values.keySet()
			.stream()
			.map((column) -> column + " = ?")
			.collect(Collectors.joining(", "));
		String sql = "UPDATE " + this.dialect.quote(this.name) + " SET " + assignments + " WHERE id = ?";
		try (PreparedStatement statement = connection.prepareStatement(sql)) {
			int index = 1;
			for (Object value : values.values()) {
				this.dialect.bind(statement, index++, value);
			}
			statement.setLong(index, id);
			statement.executeUpdate();
		}
	}

	/**
	 * Return whether nothing was ever executed.
	 * @param connection the connection; without the table its transaction is lost
	 * @return whether there are no rows, or no table
	 */
	boolean isEmpty(Connection connection) throws SQLException {
		String sql = "SELECT max(id) FROM " + this.dialect.quote(this.name);
		try (PreparedStatement statement = connection.prepareStatement(sql); ResultSet row = statement.executeQuery()) {
			return !row.next() || row.getObject(1) == null;
		}
		catch (SQLException ex) {
			if (this.dialect.isMissingTable(ex)) {
				return true;
			}
			throw ex;
		}
	}

	/**
	 * Read the steps that did not end, and that no stamp has made void since.
	 * @param connection the connection, in auto-commit
	 * @return the steps, oldest first; none if there is no table yet
	 */
	List<HalfDoneStep> readHalfDone(Connection connection) throws SQLException {
		List<HalfDoneStep> steps = new ArrayList<>();
		String condition = " h WHERE h.status <> 'succeeded' AND NOT EXISTS (SELECT 1 FROM "
				+ this.dialect.quote(this.name) + " s WHERE s.id > h.id AND s.direction = 'stamp')";
		boolean hasReasons = hasReasons(connection);
		select(connection, "id, progress, " + columns(hasReasons), condition, (row) -> steps.add(
				new HalfDoneStep(row.getLong("id"), step(row, hasReasons), Progress.parse(row.getString("progress")))));
		return steps;
	}

	/**
	 * Read all rows.
	 * @param connection the connection, in auto-commit
	 * @return the steps, oldest first; none if there is no table yet
	 */
	List<ExecutedStep> read(Connection connection) throws SQLException {
		List<ExecutedStep> steps = new ArrayList<>();
		boolean hasReasons = hasReasons(connection);
		select(connection, columns(hasReasons), "", (row) -> steps.add(step(row, hasReasons)));
		return steps;
	}

	private static String columns(boolean hasReasons) {
		return (hasReasons) ? STEP + ", " + REASON : STEP;
	}

	private ExecutedStep step(ResultSet row, boolean hasReasons) throws SQLException {
		return new ExecutedStep(row.getString("revision"), list(row.getString("revises")), row.getString("message"),
				direction(row), ExecutedStep.Status.valueOf(row.getString("status").toUpperCase(Locale.ROOT)),
				row.getString("checksum"), row.getInt("statements_total"), row.getInt("statements_done"),
				Objects.requireNonNull(this.dialect.readInstant(row, "started_at")),
				this.dialect.readInstant(row, "finished_at"), row.getString("executed_by"), row.getString("host"),
				row.getString("error"), (hasReasons) ? row.getString(REASON) : null);
	}

	/**
	 * Read the revisions as they were when they were last applied.
	 * @param connection the connection, in auto-commit
	 * @return the revisions by id; none if there is no table yet
	 */
	Map<String, RecordedRevision> readRevisions(Connection connection) throws SQLException {
		Map<String, RecordedRevision> revisions = new LinkedHashMap<>();
		select(connection, "revision, revises, depends_on, message, direction, downgrade_sql",
				" WHERE status = 'succeeded'", (row) -> {
					if (row.getString("direction").equals(Direction.UPGRADE.toString())) {
						RevisionHeader header = new RevisionHeader(row.getString("revision"),
								list(row.getString("revises")), list(row.getString("depends_on")), List.of(),
								row.getString("message"), null, "history table " + this.name);
						revisions.put(header.id(), new RecordedRevision(header, row.getString("downgrade_sql")));
					}
				});
		return revisions;
	}

	/**
	 * Read the checksums of the upgrades that were not taken back. A stamp says where the
	 * database is, so what came before it does not count.
	 * @param connection the connection, in auto-commit
	 * @return the checksums by revision, in the order of the upgrades; none if there is
	 * no table yet
	 */
	Map<String, String> readChecksums(Connection connection) throws SQLException {
		Map<String, String> checksums = new LinkedHashMap<>();
		select(connection, "revision, direction, checksum", " WHERE status = 'succeeded'", (row) -> {
			String checksum = row.getString("checksum");
			switch (direction(row)) {
				case UPGRADE -> {
					checksums.remove(row.getString("revision"));
					if (checksum != null) {
						checksums.put(row.getString("revision"), checksum);
					}
				}
				case DOWNGRADE -> checksums.remove(row.getString("revision"));
				case STAMP -> checksums.clear();
			}
		});
		return checksums;
	}

	private static Direction direction(ResultSet row) throws SQLException {
		return Direction.valueOf(row.getString("direction").toUpperCase(Locale.ROOT));
	}

	private void select(Connection connection, String columns, String condition, RowReader reader) throws SQLException {
		String sql = "SELECT " + columns + " FROM " + this.dialect.quote(this.name) + condition + " ORDER BY id";
		try (PreparedStatement statement = connection.prepareStatement(sql); ResultSet row = statement.executeQuery()) {
			while (row.next()) {
				reader.read(row);
			}
		}
		catch (SQLException ex) {
			if (!this.dialect.isMissingTable(ex)) {
				throw ex;
			}
		}
	}

	private static List<String> list(String joined) {
		return joined.isEmpty() ? List.of() : List.of(joined.split(","));
	}

	/**
	 * A revision as the history table knows it.
	 *
	 * @param header the revision
	 * @param downgradeSql the script that takes it back, if one could be rendered
	 */
	record RecordedRevision(RevisionHeader header, @Nullable String downgradeSql) {
	}

	private interface RowReader {

		void read(ResultSet row) throws SQLException;

	}

}
