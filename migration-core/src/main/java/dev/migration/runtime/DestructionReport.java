package dev.migration.runtime;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

import dev.migration.Destruction;
import dev.migration.Destruction.DroppedColumn;
import dev.migration.Destruction.DroppedTable;
import dev.migration.Destruction.NotLookedInto;
import dev.migration.Direction;
import dev.migration.Migration;
import dev.migration.MigrationPlan;
import dev.migration.MigrationStep;
import dev.migration.dialect.Dialect;
import dev.migration.operation.OperationRecorder;
import dev.migration.runtime.DestroyedNames.ColumnNow;
import dev.migration.schema.QualifiedName;

/**
 * Finds out what a plan destroys: calls the bodies of its revisions only to see their
 * operations, and counts the rows. It must be possible whatever a body does, so a body
 * that fails here is one that is not looked into.
 */
final class DestructionReport {

	private static final Log logger = LogFactory.getLog(DestructionReport.class);

	/** In seconds. Who asks before a downgrade waits for no table of any size. */
	private static final int LONGEST_COUNT = 10;

	private final Session session;

	private final PlanRun run;

	private final DestroyedNames names = new DestroyedNames();

	private final List<DroppedTable> tables = new ArrayList<>();

	private final List<DroppedColumn> columns = new ArrayList<>();

	private final List<NotLookedInto> notLookedInto = new ArrayList<>();

	DestructionReport(Session session, PlanRun run) {
		this.session = session;
		this.run = run;
	}

	Destruction report() throws SQLException {
		MigrationPlan plan = this.run.plan();
		if (!this.session.isDefaultSchemaMissing()) {
			plan.steps().forEach(this::look);
		}
		return new Destruction(plan, this.tables, this.columns, this.notLookedInto);
	}

	private void look(MigrationStep step) {
		DestroyingOperations operations = new DestroyingOperations(this.session.dialect(),
				this.run.request().arguments(), this.names);
		try {
			call(step, this.run.known().load(step.revision()), operations);
		}
		catch (RuntimeException | LinkageError ex) {
			logger.debug("The body of " + step.revision().describe() + " cannot be looked into", ex);
			operations.notLookedInto("the body, which cannot be read without running it: " + ex.getMessage());
		}
		String revision = step.revision().id();
		operations.droppedTables().forEach((table) -> add(revision, table));
		operations.droppedColumns().forEach((column) -> add(revision, column));
		if (!operations.notLookedInto().isEmpty()) {
			this.notLookedInto.add(new NotLookedInto(revision, operations.notLookedInto()));
		}
	}

	private void call(MigrationStep step, Migration body, DestroyingOperations target) {
		OperationRecorder operations = new OperationRecorder(target, this.session.renderContext().names());
		if (step.direction() == Direction.UPGRADE) {
			body.upgrade(operations);
		}
		else {
			body.downgrade(operations);
		}
	}

	private void add(String revision, QualifiedName table) {
		this.tables.add(new DroppedTable(revision, table, count("*", table)));
	}

	/**
	 * An alias in front of the column, since SQLite takes a quoted name that is nowhere
	 * for a string.
	 */
	private void add(String revision, ColumnNow column) {
		String counted = "counted." + this.session.dialect().quote(column.name());
		this.columns.add(new DroppedColumn(revision, column.table(), column.name(), count(counted, column.table())));
	}

	private @Nullable Long count(String what, QualifiedName table) {
		Dialect dialect = this.session.dialect();
		String schema = (table.schema() != null) ? dialect.quote(table.schema()) + "." : "";
		String sql = "SELECT count(" + what + ") FROM " + schema + dialect.quote(table.name()) + " counted";
		try (Statement statement = this.session.connection().createStatement()) {
			statement.setQueryTimeout(LONGEST_COUNT);
			try (ResultSet row = statement.executeQuery(sql)) {
				return row.next() ? row.getLong(1) : null;
			}
		}
		catch (SQLException ex) {
			logger.debug("The rows of " + table + " cannot be counted", ex);
			return null;
		}
	}

}
