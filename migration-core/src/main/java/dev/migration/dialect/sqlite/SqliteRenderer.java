package dev.migration.dialect.sqlite;

import java.util.List;

import dev.migration.dialect.ColumnRenderer;
import dev.migration.dialect.ConstraintRenderer;
import dev.migration.dialect.DataRenderer;
import dev.migration.dialect.DefinitionRenderer;
import dev.migration.dialect.IndexRenderer;
import dev.migration.dialect.RenderContext;
import dev.migration.dialect.SchemaRenderer;
import dev.migration.dialect.SequenceRenderer;
import dev.migration.dialect.SqlStatement;
import dev.migration.dialect.StandardRenderer;
import dev.migration.dialect.TriggerRenderer;
import dev.migration.dialect.TableRenderer;
import dev.migration.dialect.sqlite.rebuild.TableBatch;
import dev.migration.operation.Batch;
import dev.migration.operation.Operation;
import dev.migration.schema.QualifiedName;

/**
 * Renders the operations for SQLite.
 */
final class SqliteRenderer extends StandardRenderer {

	SqliteRenderer(SqliteDialect dialect, RenderContext context) {
		super(dialect, context);
	}

	/**
	 * Change a table that is there, by SQLite itself if it can, else by a rebuild.
	 * @param table the table
	 * @param operation the change
	 * @return the statements
	 */
	List<SqlStatement> change(QualifiedName table, Operation operation) {
		return new TableBatch(this).render(table, operation);
	}

	@Override
	public List<SqlStatement> batch(Batch batch) {
		return new TableBatch(this).render(batch);
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
	public DataRenderer data() {
		return new SqliteData(this);
	}

	@Override
	public SchemaRenderer schemas() {
		return new SqliteSchemas(this);
	}

	@Override
	public SequenceRenderer sequences() {
		return new SqliteSequences(this);
	}

	@Override
	public TriggerRenderer triggers() {
		return new SqliteTriggers(this);
	}

}
