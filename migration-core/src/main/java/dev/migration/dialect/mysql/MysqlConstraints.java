package dev.migration.dialect.mysql;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import dev.migration.dialect.ConstraintRenderer;
import dev.migration.dialect.SqlStatement;
import dev.migration.operation.ConstraintOperation;
import dev.migration.operation.Operation;
import dev.migration.schema.Constraint;
import dev.migration.schema.ConstraintKind;
import dev.migration.schema.QualifiedName;

/**
 * Renders operations on constraints for MySQL and MariaDB, which drop each kind in words
 * of its own.
 */
final class MysqlConstraints extends ConstraintRenderer {

	private final MysqlRenderer renderer;

	MysqlConstraints(MysqlRenderer renderer) {
		super(renderer);
		this.renderer = renderer;
	}

	@Override
	protected List<SqlStatement> create(QualifiedName table, Constraint constraint, boolean ifNotExists,
			Operation operation) {
		if (ifNotExists && constraint.name() != null) {
			String name = (constraint.kind() == ConstraintKind.PRIMARY_KEY) ? "PRIMARY" : constraint.name();
			if (this.renderer.catalog(operation).constraintKind(table, name) != null) {
				return List.of();
			}
		}
		return super.create(table, constraint, false, operation);
	}

	@Override
	public List<SqlStatement> dropConstraint(ConstraintOperation.DropConstraint operation) {
		ConstraintKind kind = operation.kind();
		if (operation.ifExists() || kind == null) {
			ConstraintKind found = find(operation, kind);
			if (found == null && operation.ifExists()) {
				return List.of();
			}
			kind = (found != null) ? found : kind;
		}
		List<String> clauses = new ArrayList<>(List.of(drop(kind, operation.name())));
		clauses.addAll(forForeignKeys(operation, kind));
		return one(this.renderer.alter(operation.table()) + String.join(", ", clauses));
	}

	private List<String> forForeignKeys(ConstraintOperation.DropConstraint operation, @Nullable ConstraintKind kind) {
		if (kind == ConstraintKind.FOREIGN_KEY) {
			return this.renderer.forForeignKeys(operation.table(), (indexes) -> indexes.afterKey(operation.name()));
		}
		if (kind == ConstraintKind.PRIMARY_KEY || kind == ConstraintKind.UNIQUE_CONSTRAINT) {
			String index = (kind == ConstraintKind.PRIMARY_KEY) ? IndexFacts.PRIMARY : operation.name();
			return this.renderer.forForeignKeys(operation.table(), (indexes) -> indexes.withoutIndex(index));
		}
		return List.of();
	}

	private @Nullable ConstraintKind find(ConstraintOperation.DropConstraint operation, @Nullable ConstraintKind kind) {
		Catalog catalog = this.renderer.catalog(operation,
				(kind != null) ? "it only does something depending on what is there"
						: "it must know what kind of constraint it drops",
				"Say which kind it is, or run it on the database.");
		return catalog.constraintKind(operation.table(),
				(kind == ConstraintKind.PRIMARY_KEY) ? "PRIMARY" : operation.name());
	}

	private String drop(@Nullable ConstraintKind kind, String name) {
		if (kind == ConstraintKind.PRIMARY_KEY) {
			return "DROP PRIMARY KEY";
		}
		if (kind == ConstraintKind.FOREIGN_KEY) {
			return "DROP FOREIGN KEY " + quote(name);
		}
		if (kind == ConstraintKind.UNIQUE_CONSTRAINT) {
			return "DROP INDEX " + quote(name);
		}
		boolean isCheckOfMysql = kind == ConstraintKind.CHECK_CONSTRAINT && !this.renderer.isMariadb();
		return "DROP " + (isCheckOfMysql ? "CHECK " : "CONSTRAINT ") + quote(name);
	}

}
