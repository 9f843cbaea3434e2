package dev.migration.dialect.h2;

import java.util.List;

import dev.migration.dialect.ConstraintRenderer;
import dev.migration.dialect.SqlStatement;
import dev.migration.dialect.StandardRenderer;
import dev.migration.operation.Operation;
import dev.migration.schema.Constraint;
import dev.migration.schema.QualifiedName;

/**
 * Renders operations on constraints for H2.
 */
final class H2Constraints extends ConstraintRenderer {

	H2Constraints(StandardRenderer renderer) {
		super(renderer);
	}

	@Override
	protected List<SqlStatement> create(QualifiedName table, Constraint constraint, boolean ifNotExists,
			Operation operation) {
		String definition = definitions().constraint(constraint, table);
		boolean asks = ifNotExists && constraint.name() != null;
		return one("ALTER TABLE " + quote(table) + " ADD "
				+ (asks ? definition.replaceFirst("^CONSTRAINT ", "CONSTRAINT IF NOT EXISTS ") : definition));
	}

}
