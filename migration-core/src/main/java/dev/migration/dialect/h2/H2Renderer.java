package dev.migration.dialect.h2;

import dev.migration.dialect.ColumnRenderer;
import dev.migration.dialect.ConstraintRenderer;
import dev.migration.dialect.DefinitionRenderer;
import dev.migration.dialect.EnumTypeRenderer;
import dev.migration.dialect.IndexRenderer;
import dev.migration.dialect.RenderContext;
import dev.migration.dialect.StandardRenderer;
import dev.migration.dialect.TriggerRenderer;

/**
 * Renders the operations for H2.
 */
final class H2Renderer extends StandardRenderer {

	H2Renderer(H2Dialect dialect, RenderContext context) {
		super(dialect, context);
	}

	@Override
	public DefinitionRenderer definitions() {
		return new H2Definitions(this);
	}

	@Override
	public ColumnRenderer columns() {
		return new H2Columns(this);
	}

	@Override
	public IndexRenderer indexes() {
		return new H2Indexes(this);
	}

	@Override
	public EnumTypeRenderer enumTypes() {
		return new H2EnumTypes(this);
	}

	@Override
	public ConstraintRenderer constraints() {
		return new H2Constraints(this);
	}

	@Override
	public TriggerRenderer triggers() {
		return new H2Triggers(this);
	}

}
