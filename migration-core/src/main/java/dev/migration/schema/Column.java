package dev.migration.schema;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A column: nullable and without a default unless it says otherwise.
 *
 * @param name the name
 * @param type the type
 * @param nullable whether it takes null
 * @param isPrimaryKey whether it was marked as the primary key, or a part of it
 * @param identityOptions how the database numbers it, if it does
 * @param serverDefault the default, if there is one
 * @param computed the expression that it is computed from, if it is
 * @param collation the collation, if it is not that of the database
 * @param comment the comment, if there is one
 * @param constraints the constraints on this column that were written behind it; a table
 * takes them over
 */
public record Column(String name, Type type, boolean nullable, boolean isPrimaryKey, @Nullable Identity identityOptions,
		@Nullable ServerDefault serverDefault, @Nullable Computed computed, @Nullable String collation,
		@Nullable String comment, List<Constraint> constraints) implements TableElement {

	public Column {
		Names.require(name, "column");
		constraints = List.copyOf(constraints);
		if (computed != null && (serverDefault != null || identityOptions != null)) {
			throw new IllegalArgumentException(
					"Column '" + name + "' is computed, so it can have neither a default nor an identity");
		}
		if (identityOptions != null && serverDefault != null) {
			throw new IllegalArgumentException("Column '" + name + "' is an identity, so it cannot have a default");
		}
	}

	/**
	 * Create a column that is nullable and has nothing else.
	 * @param name the name
	 * @param type the type
	 */
	public Column(String name, Type type) {
		this(name, type, true, false, null, null, null, null, null, List.of());
	}

	/**
	 * Return whether the database numbers this column.
	 * @return whether it is an identity
	 */
	public boolean isIdentity() {
		return this.identityOptions != null;
	}

	/**
	 * Return this column with another name.
	 * @param newName the name
	 * @return the column
	 */
	public Column named(String newName) {
		return new Column(newName, this.type, this.nullable, this.isPrimaryKey, this.identityOptions,
				this.serverDefault, this.computed, this.collation, this.comment, this.constraints);
	}

	/**
	 * Return this column with another type.
	 * @param newType the type
	 * @return the column
	 */
	public Column ofType(Type newType) {
		return new Column(this.name, newType, this.nullable, this.isPrimaryKey, this.identityOptions,
				this.serverDefault, this.computed, this.collation, this.comment, this.constraints);
	}

	/**
	 * Return this column with or without null.
	 * @param takesNull whether it takes null
	 * @return the column
	 */
	public Column nullable(boolean takesNull) {
		return new Column(this.name, this.type, takesNull, this.isPrimaryKey, this.identityOptions, this.serverDefault,
				this.computed, this.collation, this.comment, this.constraints);
	}

	/**
	 * Return this column without null.
	 * @return the column
	 */
	public Column notNull() {
		return nullable(false);
	}

	/**
	 * Return this column as the primary key, or as a part of it when several columns are
	 * marked.
	 * @return the column
	 */
	public Column primaryKey() {
		return new Column(this.name, this.type, false, true, this.identityOptions, this.serverDefault, this.computed,
				this.collation, this.comment, this.constraints);
	}

	/**
	 * Return this column numbered by the database, when an insert gives no number.
	 * Numbers are not used twice, even after a delete.
	 * @return the column
	 */
	public Column identity() {
		return identity(Identity.BY_DEFAULT);
	}

	/**
	 * Return this column numbered by the database, and so without null.
	 * @param identity how, or {@code null} for not
	 * @return the column
	 */
	public Column identity(@Nullable Identity identity) {
		return new Column(this.name, this.type, this.nullable && identity == null, this.isPrimaryKey, identity,
				this.serverDefault, this.computed, this.collation, this.comment, this.constraints);
	}

	/**
	 * Return this column with a default that the database fills in, also in the rows that
	 * are already there when the column is added.
	 * @param value the default, or {@code null} for none
	 * @return the column
	 */
	public Column serverDefault(@Nullable ServerDefault value) {
		return new Column(this.name, this.type, this.nullable, this.isPrimaryKey, this.identityOptions, value,
				this.computed, this.collation, this.comment, this.constraints);
	}

	/**
	 * Return this column computed from others.
	 * @param value the expression, or {@code null} for none
	 * @return the column
	 */
	public Column computed(@Nullable Computed value) {
		return new Column(this.name, this.type, this.nullable, this.isPrimaryKey, this.identityOptions,
				this.serverDefault, value, this.collation, this.comment, this.constraints);
	}

	/**
	 * Return this column with a collation.
	 * @param value the name of the collation, or {@code null} for that of the database
	 * @return the column
	 */
	public Column collation(@Nullable String value) {
		return new Column(this.name, this.type, this.nullable, this.isPrimaryKey, this.identityOptions,
				this.serverDefault, this.computed, value, this.comment, this.constraints);
	}

	/**
	 * Return this column with a comment.
	 * @param value the comment, or {@code null} for none
	 * @return the column
	 */
	public Column comment(@Nullable String value) {
		return new Column(this.name, this.type, this.nullable, this.isPrimaryKey, this.identityOptions,
				this.serverDefault, this.computed, this.collation, value, this.constraints);
	}

	/**
	 * Return this column without duplicates, by a unique constraint that the naming
	 * convention names.
	 * @return the column
	 */
	public Column unique() {
		return with(new UniqueConstraint(null, List.of(this.name)));
	}

	/**
	 * Return this column pointing at another one, by a foreign key that the naming
	 * convention names.
	 * @param table the table it points at
	 * @param column the column it points at
	 * @return the column
	 */
	public Column references(String table, String column) {
		return with(new ForeignKey(null, List.of(this.name), QualifiedName.of(table), List.of(column)));
	}

	/**
	 * Return this column with a condition, by a check constraint that the naming
	 * convention names.
	 * @param condition the condition, as SQL
	 * @return the column
	 */
	public Column check(String condition) {
		return with(new CheckConstraint(null, condition));
	}

	/**
	 * Return this column with one more constraint behind it.
	 * @param constraint the constraint; it must be on this column only
	 * @return the column
	 */
	public Column with(Constraint constraint) {
		List<Constraint> all = new ArrayList<>(this.constraints);
		all.add(constraint);
		return with(all);
	}

	/**
	 * Return this column with other constraints behind it.
	 * @param all the constraints
	 * @return the column
	 */
	public Column with(List<Constraint> all) {
		return new Column(this.name, this.type, this.nullable, this.isPrimaryKey, this.identityOptions,
				this.serverDefault, this.computed, this.collation, this.comment, all);
	}

	/**
	 * Return this column with what names another thing being in a schema, unless it names
	 * one itself: its type, and the tables it points at.
	 * @param schema the schema, or {@code null} to leave the column as it is
	 * @return the column
	 */
	public Column in(@Nullable String schema) {
		return ofType(this.type.in(schema))
			.with(this.constraints.stream().map((constraint) -> constraint.in(schema)).toList());
	}

}
