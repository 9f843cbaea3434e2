package dev.migration.schema;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * No two rows are alike by all of some operators, such as overlapping periods of the same
 * room.
 *
 * @param name the name of the constraint, or {@code null} to have it named
 * @param method the method of its index, such as {@code gist}
 * @param parts what is compared, and how
 * @param where which rows it holds for, or {@code null} for all
 * @param deferral when it is checked, or {@code null} at once
 */
public record ExclusionConstraint(@Nullable String name, String method, List<Part> parts, @Nullable String where,
		@Nullable Deferral deferral) implements Constraint {

	public ExclusionConstraint {
		Names.requireIfGiven(name, "exclusion constraint");
		parts = List.copyOf(parts);
	}

	@Override
	public ConstraintKind kind() {
		return ConstraintKind.EXCLUSION_CONSTRAINT;
	}

	@Override
	public ExclusionConstraint named(String constraintName) {
		return new ExclusionConstraint(constraintName, this.method, this.parts, this.where, this.deferral);
	}

	/**
	 * Return this constraint with one more column.
	 * @param column the column
	 * @param operator the operator, such as {@code &&}
	 * @return the constraint
	 */
	public ExclusionConstraint with(String column, String operator) {
		return with(IndexPart.ofColumn(column), operator);
	}

	/**
	 * Return this constraint with one more column or expression.
	 * @param part the column or expression
	 * @param operator the operator, such as {@code &&}
	 * @return the constraint
	 */
	public ExclusionConstraint with(IndexPart part, String operator) {
		List<Part> all = new ArrayList<>(this.parts);
		all.add(new Part(part, operator));
		return new ExclusionConstraint(this.name, this.method, all, this.where, this.deferral);
	}

	/**
	 * Return this constraint with another method of its index.
	 * @param indexMethod the method, such as {@code spgist}
	 * @return the constraint
	 */
	public ExclusionConstraint using(String indexMethod) {
		return new ExclusionConstraint(this.name, indexMethod, this.parts, this.where, this.deferral);
	}

	/**
	 * Return this constraint for some rows only.
	 * @param condition which, as SQL
	 * @return the constraint
	 */
	public ExclusionConstraint where(String condition) {
		return new ExclusionConstraint(this.name, this.method, this.parts, condition, this.deferral);
	}

	/**
	 * Return this constraint as one that a transaction can have checked at its end.
	 * @return the constraint
	 */
	public ExclusionConstraint deferrable() {
		return new ExclusionConstraint(this.name, this.method, this.parts, this.where, Deferral.INITIALLY_IMMEDIATE);
	}

	/**
	 * Return this constraint as one that is checked at the end of the transaction.
	 * @return the constraint
	 */
	public ExclusionConstraint initiallyDeferred() {
		return new ExclusionConstraint(this.name, this.method, this.parts, this.where, Deferral.INITIALLY_DEFERRED);
	}

	/**
	 * What is compared, and how.
	 *
	 * @param part the column or expression
	 * @param operator the operator
	 */
	public record Part(IndexPart part, String operator) {
	}

}
