package dev.migration.schema;

import org.jspecify.annotations.Nullable;

/**
 * A condition that every row meets.
 *
 * @param name the name of the constraint, or {@code null} to have it named
 * @param condition the condition, as SQL
 * @param isNotValid whether the rows that are there are not looked at
 */
public record CheckConstraint(@Nullable String name, String condition, boolean isNotValid) implements Constraint {

	public CheckConstraint {
		Names.requireIfGiven(name, "check constraint");
		if (condition.isBlank()) {
			throw new IllegalArgumentException(
					"The check constraint " + ((name != null) ? "'" + name + "' " : "") + "has no condition");
		}
	}

	/**
	 * Create a constraint that also holds for the rows that are there.
	 * @param name the name of the constraint, or {@code null} to have it named
	 * @param condition the condition, as SQL
	 */
	public CheckConstraint(@Nullable String name, String condition) {
		this(name, condition, false);
	}

	@Override
	public ConstraintKind kind() {
		return ConstraintKind.CHECK_CONSTRAINT;
	}

	@Override
	public CheckConstraint named(String constraintName) {
		return new CheckConstraint(constraintName, this.condition, this.isNotValid);
	}

	/**
	 * Return this constraint without a look at the rows that are there, where the
	 * database can. It can be validated later.
	 * @return the constraint
	 */
	public CheckConstraint notValid() {
		return new CheckConstraint(this.name, this.condition, true);
	}

}
