package dev.migration.dialect.postgresql;

import java.util.ArrayList;
import java.util.List;

import dev.migration.dialect.SqlStatement;
import dev.migration.dialect.StandardRenderer;
import dev.migration.dialect.ViewRenderer;
import dev.migration.operation.ViewOperation;

/**
 * Renders operations on views for PostgreSQL, which also has views that keep their rows.
 */
final class PostgresqlViews extends ViewRenderer {

	PostgresqlViews(StandardRenderer renderer) {
		super(renderer);
	}

	@Override
	public List<SqlStatement> createView(ViewOperation.CreateView operation) {
		if (operation.view().isMaterialized()) {
			return one(
					definition("CREATE MATERIALIZED VIEW " + ifNotExists(operation.ifNotExists()), operation.view()));
		}
		String sql = definition("CREATE VIEW ", operation.view());
		if (!operation.ifNotExists()) {
			return one(sql);
		}
		return one(Blocks.unless("SELECT 1 WHERE to_regclass("
				+ renderer().dialect().literal(quote(operation.view().name())) + ") IS NOT NULL", sql));
	}

	/**
	 * A view that is replaced in place keeps its rights and what depends on it, but can
	 * only gain columns at its end. For anything else the server refuses, and the view is
	 * to be dropped and created by two operations: its rights go with it.
	 */
	@Override
	public List<SqlStatement> replaceView(ViewOperation.ReplaceView operation) {
		if (!operation.view().isMaterialized()) {
			return one(definition("CREATE OR REPLACE VIEW ", operation.view()));
		}
		List<SqlStatement> statements = new ArrayList<>(
				one("DROP MATERIALIZED VIEW IF EXISTS " + quote(operation.view().name())));
		statements.addAll(one(definition("CREATE MATERIALIZED VIEW ", operation.view())));
		return statements;
	}

	@Override
	public List<SqlStatement> dropView(ViewOperation.DropView operation) {
		return one("DROP " + (operation.isMaterialized() ? "MATERIALIZED " : "") + "VIEW "
				+ ifExists(operation.ifExists()) + quote(operation.name()));
	}

}
