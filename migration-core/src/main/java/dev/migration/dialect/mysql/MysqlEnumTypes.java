package dev.migration.dialect.mysql;

import org.jspecify.annotations.Nullable;

import dev.migration.dialect.EnumTypeRenderer;
import dev.migration.operation.EnumTypeOperation;
import dev.migration.schema.EnumTypeChange.UsedBy;

/**
 * Renders operations on enum types for MySQL and MariaDB.
 */
final class MysqlEnumTypes extends EnumTypeRenderer {

	private final MysqlRenderer renderer;

	MysqlEnumTypes(MysqlRenderer renderer) {
		super(renderer);
		this.renderer = renderer;
	}

	@Override
	protected @Nullable String existingDefault(EnumTypeOperation.AlterEnumType operation, UsedBy use) {
		if (!context().isOnline()) {
			return null;
		}
		ColumnText text = this.renderer.catalog(operation).column(use.table(), use.column());
		return (text != null) ? text.serverDefault() : null;
	}

}
