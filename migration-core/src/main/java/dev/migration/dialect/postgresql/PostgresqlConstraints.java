package dev.migration.dialect.postgresql;

import java.util.List;

import dev.migration.dialect.ConstraintRenderer;
import dev.migration.dialect.SqlStatement;
import dev.migration.dialect.StandardRenderer;
import dev.migration.operation.ConstraintOperation;
import dev.migration.operation.Operation;
import dev.migration.schema.CheckConstraint;
import dev.migration.schema.Constraint;
import dev.migration.schema.ForeignKey;
import dev.migration.schema.QualifiedName;

/**
 * Renders operations on constraints for PostgreSQL.
 */
final class PostgresqlConstraints extends ConstraintRenderer {

	PostgresqlConstraints(StandardRenderer renderer) {
		super(renderer);
	}

	@Override
	protected List<SqlStatement> create(QualifiedName table, Constraint constraint, boolean ifNotExists,
			Operation operation) {
		String sql = "ALTER TABLE " + quote(table) + " ADD " + definitions().constraint(constraint)
				+ (isNotValid(constraint) ? " NOT VALID" : "");
		if (!ifNotExists || constraint.name() == null) {
			return one(sql);
		}
		return one(Blocks
			.unless("SELECT 1 FROM pg_constraint WHERE conrelid = " + renderer().dialect().literal(quote(table))
					+ "::regclass AND conname = " + renderer().dialect().literal(constraint.name()), sql));
	}

	private static boolean isNotValid(Constraint constraint) {
		return (constraint instanceof ForeignKey key && key.isNotValid())
				|| (constraint instanceof CheckConstraint check && check.isNotValid());
	}

	@Override
	public List<SqlStatement> validateConstraint(ConstraintOperation.ValidateConstraint operation) {
		return one("ALTER TABLE " + quote(operation.table()) + " VALIDATE CONSTRAINT " + quote(operation.name()));
	}

}
