package dev.migration.operation;

import org.jspecify.annotations.Nullable;

import dev.migration.schema.Constraint;
import dev.migration.schema.ConstraintKind;
import dev.migration.schema.QualifiedName;

/**
 * An operation on a constraint of a table that is there.
 */
public sealed interface ConstraintOperation extends Operation {

	/**
	 * Return the table of the constraint.
	 * @return the table
	 */
	QualifiedName table();

	@Override
	default <R> R accept(OperationVisitor<R> visitor) {
		return visitor.constraint(this);
	}

	/**
	 * Hand this operation to its method of a visitor.
	 * @param <R> the type of the result
	 * @param visitor the visitor
	 * @return what the method returns
	 */
	<R> R accept(Visitor<R> visitor);

	/**
	 * Does something with every operation on a constraint.
	 *
	 * @param <R> the type of the result
	 */
	interface Visitor<R> {

		R createConstraint(CreateConstraint operation);

		R dropConstraint(DropConstraint operation);

		R validateConstraint(ValidateConstraint operation);

	}

	/**
	 * Create a constraint.
	 *
	 * @param table the table
	 * @param constraint the constraint, with a name
	 * @param ifNotExists whether a constraint of this name may be there already
	 */
	record CreateConstraint(QualifiedName table, Constraint constraint,
			boolean ifNotExists) implements ConstraintOperation {

		/**
		 * Return the name of the constraint.
		 * @return the name
		 */
		public String name() {
			String name = this.constraint.name();
			if (name == null) {
				throw new IllegalArgumentException(
						"The " + this.constraint.describe() + " of table '" + this.table + "' has no name");
			}
			return name;
		}

		@Override
		public String describe() {
			return "create " + this.constraint.describe() + " on " + this.table;
		}

		@Override
		public Inverse inverse() {
			return Inverse
				.of(new DropConstraint(this.table, name(), this.constraint.kind(), this.ifNotExists, this.constraint));
		}

		@Override
		public <R> R accept(Visitor<R> visitor) {
			return visitor.createConstraint(this);
		}

	}

	/**
	 * Drop a constraint.
	 *
	 * @param table the table
	 * @param name the name of the constraint
	 * @param kind its kind, or {@code null} if that was not said
	 * @param ifExists whether it may be gone already
	 * @param was the constraint as it was, if that is known
	 */
	record DropConstraint(QualifiedName table, String name, @Nullable ConstraintKind kind, boolean ifExists,
			@Nullable Constraint was) implements ConstraintOperation {

		@Override
		public String describe() {
			return "drop " + ((this.kind != null) ? this.kind.words() : "constraint") + " '" + this.name + "' of "
					+ this.table;
		}

		@Override
		public Inverse inverse() {
			return (this.was != null) ? Inverse.of(new CreateConstraint(this.table, this.was, this.ifExists))
					: Inverse.none("it does not say how the constraint was; drop it with its definition");
		}

		@Override
		public <R> R accept(Visitor<R> visitor) {
			return visitor.dropConstraint(this);
		}

	}

	/**
	 * Look at the rows that a constraint was created without looking at.
	 *
	 * @param table the table
	 * @param name the name of the constraint
	 */
	record ValidateConstraint(QualifiedName table, String name) implements ConstraintOperation {

		@Override
		public String describe() {
			return "validate constraint '" + this.name + "' of " + this.table;
		}

		@Override
		public Inverse inverse() {
			return Inverse.of();
		}

		@Override
		public <R> R accept(Visitor<R> visitor) {
			return visitor.validateConstraint(this);
		}

	}

}
