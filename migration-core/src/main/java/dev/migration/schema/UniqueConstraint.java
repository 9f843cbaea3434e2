package dev.migration.schema;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Columns whose values together occur once.
 *
 * @param name the name of the constraint, or {@code null} to have it named
 * @param columns the columns
 * @param deferral when it is checked, or {@code null} at once
 * @param isNullsNotDistinct whether two nulls are duplicates
 * @param include further columns that its index holds
 */
public record UniqueConstraint(@Nullable String name, List<String> columns, @Nullable Deferral deferral,
		boolean isNullsNotDistinct, List<String> include) implements Constraint {

	public UniqueConstraint {
		Names.requireIfGiven(name, "unique constraint");
		columns = Names.copy(columns, "column");
		include = Names.copy(include, "column");
	}

	/**
	 * Create a constraint that is checked at once.
	 * @param name the name of the constraint, or {@code null} to have it named
	 * @param columns the columns
	 */
	public UniqueConstraint(@Nullable String name, List<String> columns) {
		this(name, columns, null, false, List.of());
	}

	@Override
	public ConstraintKind kind() {
		return ConstraintKind.UNIQUE_CONSTRAINT;
	}

	@Override
	public UniqueConstraint named(String constraintName) {
		return new UniqueConstraint(constraintName, this.columns, this.deferral, this.isNullsNotDistinct, this.include);
	}

	/**
	 * Return this constraint as one that a transaction can have checked at its end.
	 * @return the constraint
	 */
	public UniqueConstraint deferrable() {
		return new UniqueConstraint(this.name, this.columns, Deferral.INITIALLY_IMMEDIATE, this.isNullsNotDistinct,
				this.include);
	}

	/**
	 * Return this constraint as one that is checked at the end of the transaction.
	 * @return the constraint
	 */
	public UniqueConstraint initiallyDeferred() {
		return new UniqueConstraint(this.name, this.columns, Deferral.INITIALLY_DEFERRED, this.isNullsNotDistinct,
				this.include);
	}

	/**
	 * Return this constraint with two nulls being duplicates.
	 * @return the constraint
	 */
	public UniqueConstraint nullsNotDistinct() {
		return new UniqueConstraint(this.name, this.columns, this.deferral, true, this.include);
	}

	/**
	 * Return this constraint with further columns in its index.
	 * @param columnNames the columns
	 * @return the constraint
	 */
	public UniqueConstraint include(String... columnNames) {
		return new UniqueConstraint(this.name, this.columns, this.deferral, this.isNullsNotDistinct,
				List.of(columnNames));
	}

	/**
	 * A unique constraint that does not say yet what it is on.
	 *
	 * @param name the name of the constraint, or {@code null} to have it named
	 */
	public record Begun(@Nullable String name) {

		/**
		 * Return the constraint on columns.
		 * @param columns the columns
		 * @return the constraint
		 */
		public UniqueConstraint on(String... columns) {
			return new UniqueConstraint(this.name, List.of(columns));
		}

	}

}
