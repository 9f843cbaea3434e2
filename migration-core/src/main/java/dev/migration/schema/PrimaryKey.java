package dev.migration.schema;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * The primary key of a table.
 *
 * @param name the name of the constraint, or {@code null} to have it named
 * @param columns the columns, in the order of the key
 * @param deferral when it is checked, or {@code null} at once
 */
public record PrimaryKey(@Nullable String name, List<String> columns,
		@Nullable Deferral deferral) implements Constraint {

	public PrimaryKey {
		Names.requireIfGiven(name, "primary key");
		columns = Names.copy(columns, "column");
	}

	/**
	 * Create a key that is checked at once.
	 * @param name the name of the constraint, or {@code null} to have it named
	 * @param columns the columns, in the order of the key
	 */
	public PrimaryKey(@Nullable String name, List<String> columns) {
		this(name, columns, null);
	}

	@Override
	public ConstraintKind kind() {
		return ConstraintKind.PRIMARY_KEY;
	}

	/**
	 * Return this key with a name.
	 * @param constraintName the name of the constraint
	 * @return the key
	 */
	@Override
	public PrimaryKey named(String constraintName) {
		return new PrimaryKey(constraintName, this.columns, this.deferral);
	}

	/**
	 * Return this key as one that a transaction can have checked at its end.
	 * @return the key
	 */
	public PrimaryKey deferrable() {
		return new PrimaryKey(this.name, this.columns, Deferral.INITIALLY_IMMEDIATE);
	}

	/**
	 * Return this key as one that is checked at the end of the transaction.
	 * @return the key
	 */
	public PrimaryKey initiallyDeferred() {
		return new PrimaryKey(this.name, this.columns, Deferral.INITIALLY_DEFERRED);
	}

}
