package dev.migration.dialect.mysql;

import java.util.List;

import dev.migration.dialect.SqlStatement;
import dev.migration.dialect.ViewRenderer;
import dev.migration.operation.ViewOperation;

/**
 * Renders operations on views for MySQL and MariaDB.
 */
final class MysqlViews extends ViewRenderer {

	private final MysqlRenderer renderer;

	MysqlViews(MysqlRenderer renderer) {
		super(renderer);
		this.renderer = renderer;
	}

	@Override
	public List<SqlStatement> createView(ViewOperation.CreateView operation) {
		if (operation.ifNotExists() && !this.renderer.isMariadb()) {
			return this.renderer.catalog(operation).hasTable(operation.view().name()) ? List.of()
					: super.createView(new ViewOperation.CreateView(operation.view(), false));
		}
		return super.createView(operation);
	}

}
