package dev.migration.dialect.sqlite;

import java.util.List;

import dev.migration.dialect.ConstraintRenderer;
import dev.migration.dialect.SqlStatement;
import dev.migration.operation.ConstraintOperation;

/**
 * Renders operations on constraints for SQLite: they stand in the definition of the
 * table, so most changes rebuild it. All of them hold for all rows.
 */
final class SqliteConstraints extends ConstraintRenderer {

	private final SqliteRenderer renderer;

	SqliteConstraints(SqliteRenderer renderer) {
		super(renderer);
		this.renderer = renderer;
	}

	@Override
	public List<SqlStatement> createConstraint(ConstraintOperation.CreateConstraint operation) {
		return this.renderer.change(operation.table(), operation);
	}

	@Override
	public List<SqlStatement> dropConstraint(ConstraintOperation.DropConstraint operation) {
		return this.renderer.change(operation.table(), operation);
	}

	@Override
	public List<SqlStatement> validateConstraint(ConstraintOperation.ValidateConstraint operation) {
		return List.of();
	}

}
