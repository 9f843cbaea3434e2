package dev.migration.dialect;

import java.util.List;

import dev.migration.operation.ConstraintOperation;
import dev.migration.operation.Operation;
import dev.migration.schema.Constraint;
import dev.migration.schema.QualifiedName;

/**
 * Renders operations on constraints.
 */
public class ConstraintRenderer extends TopicRenderer implements ConstraintOperation.Visitor<List<SqlStatement>> {

	/**
	 * Create a new renderer.
	 * @param renderer the renderer of all topics
	 */
	public ConstraintRenderer(StandardRenderer renderer) {
		super(renderer);
	}

	@Override
	public List<SqlStatement> createConstraint(ConstraintOperation.CreateConstraint operation) {
		return create(operation.table(), operation.constraint(), operation.ifNotExists(), operation);
	}

	/**
	 * Return the statements that create a constraint on a table that is there.
	 * @param table the table
	 * @param constraint the constraint
	 * @param ifNotExists whether it may be there already
	 * @param operation the operation that does it, for errors
	 * @return the statements
	 */
	protected List<SqlStatement> create(QualifiedName table, Constraint constraint, boolean ifNotExists,
			Operation operation) {
		if (ifNotExists) {
			throw unsupported(operation, "it cannot tell whether a constraint is there", "Leave out ifNotExists().");
		}
		return one("ALTER TABLE " + quote(table) + " ADD " + definitions().constraint(constraint, table));
	}

	@Override
	public List<SqlStatement> dropConstraint(ConstraintOperation.DropConstraint operation) {
		return one("ALTER TABLE " + quote(operation.table()) + " DROP CONSTRAINT " + ifExists(operation.ifExists())
				+ quote(operation.name()));
	}

	/**
	 * Do nothing: all rows are looked at when a constraint is created.
	 */
	@Override
	public List<SqlStatement> validateConstraint(ConstraintOperation.ValidateConstraint operation) {
		return List.of();
	}

}
