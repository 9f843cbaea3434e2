package dev.migration.schema;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Columns that point at a row of a table.
 *
 * @param name the name of the constraint, or {@code null} to have it named
 * @param columns the columns that point
 * @param referencedTable the table they point at
 * @param referencedColumns the columns they point at, as many as point
 * @param onDelete what happens to the row when the other one is deleted
 * @param onUpdate what happens to the row when the key of the other one changes
 * @param match how nulls in several columns count
 * @param deferral when it is checked, or {@code null} at once
 * @param isNotValid whether the rows that are there are not looked at
 */
public record ForeignKey(@Nullable String name, List<String> columns, QualifiedName referencedTable,
		List<String> referencedColumns, @Nullable ReferentialAction onDelete, @Nullable ReferentialAction onUpdate,
		@Nullable Match match, @Nullable Deferral deferral, boolean isNotValid) implements Constraint {

	public ForeignKey {
		Names.requireIfGiven(name, "foreign key");
		columns = Names.copy(columns, "column");
		referencedColumns = Names.copy(referencedColumns, "column");
		if (columns.size() != referencedColumns.size() || columns.isEmpty()) {
			throw new IllegalArgumentException("The foreign key " + ((name != null) ? "'" + name + "' " : "")
					+ "must reference as many columns as it has: " + columns + " -> " + referencedTable
					+ referencedColumns);
		}
	}

	/**
	 * Create a key that refuses whatever would break it.
	 * @param name the name of the constraint, or {@code null} to have it named
	 * @param columns the columns that point
	 * @param referencedTable the table they point at
	 * @param referencedColumns the columns they point at, as many as point
	 */
	public ForeignKey(@Nullable String name, List<String> columns, QualifiedName referencedTable,
			List<String> referencedColumns) {
		this(name, columns, referencedTable, referencedColumns, null, null, null, null, false);
	}

	@Override
	public ConstraintKind kind() {
		return ConstraintKind.FOREIGN_KEY;
	}

	@Override
	public ForeignKey named(String constraintName) {
		return new ForeignKey(constraintName, this.columns, this.referencedTable, this.referencedColumns, this.onDelete,
				this.onUpdate, this.match, this.deferral, this.isNotValid);
	}

	@Override
	public ForeignKey in(@Nullable String schema) {
		return new ForeignKey(this.name, this.columns, this.referencedTable.in(schema), this.referencedColumns,
				this.onDelete, this.onUpdate, this.match, this.deferral, this.isNotValid);
	}

	/**
	 * Return this key to another table.
	 * @param table the table
	 * @return the key
	 */
	public ForeignKey to(QualifiedName table) {
		return new ForeignKey(this.name, this.columns, table, this.referencedColumns, this.onDelete, this.onUpdate,
				this.match, this.deferral, this.isNotValid);
	}

	/**
	 * Return this key with an action on delete.
	 * @param action what happens to the row when the other one is deleted
	 * @return the key
	 */
	public ForeignKey onDelete(ReferentialAction action) {
		return new ForeignKey(this.name, this.columns, this.referencedTable, this.referencedColumns, action,
				this.onUpdate, this.match, this.deferral, this.isNotValid);
	}

	/**
	 * Return this key with an action on update.
	 * @param action what happens to the row when the key of the other one changes
	 * @return the key
	 */
	public ForeignKey onUpdate(ReferentialAction action) {
		return new ForeignKey(this.name, this.columns, this.referencedTable, this.referencedColumns, this.onDelete,
				action, this.match, this.deferral, this.isNotValid);
	}

	/**
	 * Return this key with a rule for nulls in several columns.
	 * @param rule the rule
	 * @return the key
	 */
	public ForeignKey match(Match rule) {
		return new ForeignKey(this.name, this.columns, this.referencedTable, this.referencedColumns, this.onDelete,
				this.onUpdate, rule, this.deferral, this.isNotValid);
	}

	/**
	 * Return this key as one that a transaction can have checked at its end.
	 * @return the key
	 */
	public ForeignKey deferrable() {
		return deferral(Deferral.INITIALLY_IMMEDIATE);
	}

	/**
	 * Return this key as one that is checked at the end of the transaction.
	 * @return the key
	 */
	public ForeignKey initiallyDeferred() {
		return deferral(Deferral.INITIALLY_DEFERRED);
	}

	private ForeignKey deferral(Deferral value) {
		return new ForeignKey(this.name, this.columns, this.referencedTable, this.referencedColumns, this.onDelete,
				this.onUpdate, this.match, value, this.isNotValid);
	}

	/**
	 * Return this key without a look at the rows that are there, where the database can.
	 * It can be validated later.
	 * @return the key
	 */
	public ForeignKey notValid() {
		return new ForeignKey(this.name, this.columns, this.referencedTable, this.referencedColumns, this.onDelete,
				this.onUpdate, this.match, this.deferral, true);
	}

	/**
	 * How nulls in several columns count.
	 */
	public enum Match {

		/** A row with any null points at nothing. */
		SIMPLE,

		/** Either all columns are null or none is. */
		FULL,

		/** The columns that are not null must fit. */
		PARTIAL

	}

	/**
	 * A foreign key that does not say yet what points.
	 *
	 * @param name the name of the constraint, or {@code null} to have it named
	 */
	public record Begun(@Nullable String name) {

		/**
		 * Return the key on columns.
		 * @param columns the columns that point
		 * @return the key, to be followed by {@link Pointing#references}
		 */
		public Pointing on(String... columns) {
			return new Pointing(this.name, List.of(columns));
		}

	}

	/**
	 * A foreign key that does not say yet where it points.
	 *
	 * @param name the name of the constraint, or {@code null} to have it named
	 * @param columns the columns that point
	 */
	public record Pointing(@Nullable String name, List<String> columns) {

		/**
		 * Return the key to a table.
		 * @param table the table it points at
		 * @param referencedColumns the columns it points at, as many as point
		 * @return the key
		 */
		public ForeignKey references(String table, String... referencedColumns) {
			return new ForeignKey(this.name, this.columns, QualifiedName.of(table), List.of(referencedColumns));
		}

		/**
		 * Return the key to a table in another schema.
		 * @param schema the schema of the table
		 * @param table the table it points at
		 * @param referencedColumns the columns it points at, as many as point
		 * @return the key
		 */
		public ForeignKey referencesIn(String schema, String table, String... referencedColumns) {
			return new ForeignKey(this.name, this.columns, new QualifiedName(schema, table),
					List.of(referencedColumns));
		}

		/**
		 * Return the key to a table in the schema that the connection uses, for a table
		 * that is in another one.
		 * @param table the table it points at
		 * @param referencedColumns the columns it points at, as many as point
		 * @return the key
		 */
		public ForeignKey referencesInDefaultSchema(String table, String... referencedColumns) {
			return new ForeignKey(this.name, this.columns, QualifiedName.inDefaultSchema(table),
					List.of(referencedColumns));
		}

	}

}
