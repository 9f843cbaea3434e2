package dev.migration.schema;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * The primary key of a table.
 *
 * @param name the name of the constraint, or {@code null} to let the database choose
 * @param columns the columns, in the order of the key
 */
public record PrimaryKey(@Nullable String name, List<String> columns) implements TableElement {

	public PrimaryKey {
		columns = Names.copy(columns, "column");
	}

	/**
	 * Return this key with a name.
	 * @param constraintName the name of the constraint
	 * @return the key
	 */
	public PrimaryKey named(String constraintName) {
		return new PrimaryKey(constraintName, this.columns);
	}

}
