package dev.migration.dialect.sqlite;

import java.util.List;

import dev.migration.BatchOperations.Recreate;
import dev.migration.dialect.ColumnRenderer;
import dev.migration.dialect.ConstraintRenderer;
import dev.migration.dialect.DefinitionRenderer;
import dev.migration.dialect.IndexRenderer;
import dev.migration.dialect.RenderContext;
import dev.migration.dialect.SchemaRenderer;
import dev.migration.dialect.SequenceRenderer;
import dev.migration.dialect.SqlStatement;
import dev.migration.dialect.StandardRenderer;
import dev.migration.dialect.TableRenderer;
import dev.migration.operation.Batch;
import dev.migration.operation.Operation;

/**
 * Renders the operations for SQLite.
 */
final class SqliteRenderer extends StandardRenderer {

	SqliteRenderer(SqliteDialect dialect, RenderContext context) {
		super(dialect, context);
	}

	/**
	 * Return the statements of an operation that SQLite can only do by a rebuild of the
	 * table.
	 * @param operation the operation
	 * @param reason why it needs one
	 * @return the statements
	 */
	List<SqlStatement> rebuild(Operation operation, String reason) {
		throw unsupported(operation.describe(), reason, "Create the table anew with op.execute(…).");
	}

	@Override
	public List<SqlStatement> batch(Batch batch) {
		if (batch.recreate() == Recreate.ALWAYS || !batch.columnOrder().isEmpty()) {
			return rebuild(batch, "the table must be rebuilt");
		}
		return super.batch(batch);
	}

	@Override
	public DefinitionRenderer definitions() {
		return new SqliteDefinitions(this);
	}

	@Override
	public TableRenderer tables() {
		return new SqliteTables(this);
	}

	@Override
	public ColumnRenderer columns() {
		return new SqliteColumns(this);
	}

	@Override
	public IndexRenderer indexes() {
		return new SqliteIndexes(this);
	}

	@Override
	public ConstraintRenderer constraints() {
		return new SqliteConstraints(this);
	}

	@Override
	public SchemaRenderer schemas() {
		return new SqliteSchemas(this);
	}

	@Override
	public SequenceRenderer sequences() {
		return new SqliteSequences(this);
	}

}
