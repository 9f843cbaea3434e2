package dev.migration.schema;

import org.jspecify.annotations.Nullable;

/**
 * A column: nullable and without a default unless it says otherwise.
 *
 * @param name the name
 * @param type the type
 * @param nullable whether it takes null
 * @param isPrimaryKey whether it was marked as the primary key, or a part of it
 * @param isIdentity whether the database numbers it
 * @param serverDefault the default, if there is one
 */
public record Column(String name, Type type, boolean nullable, boolean isPrimaryKey, boolean isIdentity,
		@Nullable ServerDefault serverDefault) implements TableElement {

	public Column {
		Names.require(name, "column");
	}

	/**
	 * Return this column without null.
	 * @return the column
	 */
	public Column notNull() {
		return new Column(this.name, this.type, false, this.isPrimaryKey, this.isIdentity, this.serverDefault);
	}

	/**
	 * Return this column as the primary key, or as a part of it when several columns are
	 * marked.
	 * @return the column
	 */
	public Column primaryKey() {
		return new Column(this.name, this.type, false, true, this.isIdentity, this.serverDefault);
	}

	/**
	 * Return this column numbered by the database. Numbers are not used twice, even after
	 * a delete.
	 * @return the column
	 */
	public Column identity() {
		return new Column(this.name, this.type, false, this.isPrimaryKey, true, this.serverDefault);
	}

	/**
	 * Return this column with a default that the database fills in, also in the rows that
	 * are already there when the column is added.
	 * @param value the default
	 * @return the column
	 */
	public Column serverDefault(ServerDefault value) {
		return new Column(this.name, this.type, this.nullable, this.isPrimaryKey, this.isIdentity, value);
	}

}
