package dev.migration.dialect.postgresql;

import dev.migration.dialect.ColumnRenderer;
import dev.migration.dialect.ConstraintRenderer;
import dev.migration.dialect.DataRenderer;
import dev.migration.dialect.DefinitionRenderer;
import dev.migration.dialect.EnumTypeRenderer;
import dev.migration.dialect.IndexRenderer;
import dev.migration.dialect.RenderContext;
import dev.migration.dialect.StandardRenderer;
import dev.migration.dialect.TriggerRenderer;
import dev.migration.dialect.ViewRenderer;

/**
 * Renders the operations for PostgreSQL.
 */
final class PostgresqlRenderer extends StandardRenderer {

	PostgresqlRenderer(PostgresqlDialect dialect, RenderContext context) {
		super(dialect, context);
	}

	@Override
	public DefinitionRenderer definitions() {
		return new PostgresqlDefinitions(this);
	}

	@Override
	public ColumnRenderer columns() {
		return new PostgresqlColumns(this);
	}

	@Override
	public IndexRenderer indexes() {
		return new PostgresqlIndexes(this);
	}

	@Override
	public ConstraintRenderer constraints() {
		return new PostgresqlConstraints(this);
	}

	@Override
	public EnumTypeRenderer enumTypes() {
		return new PostgresqlEnumTypes(this);
	}

	@Override
	public ViewRenderer views() {
		return new PostgresqlViews(this);
	}

	@Override
	public TriggerRenderer triggers() {
		return new PostgresqlTriggers(this);
	}

	@Override
	public DataRenderer data() {
		return new PostgresqlData(this);
	}

}
