package dev.migration.schema;

import java.util.List;

/**
 * Columns whose values together occur once.
 *
 * @param name the name of the constraint
 * @param columns the columns
 */
public record UniqueConstraint(String name, List<String> columns) implements TableElement {

	public UniqueConstraint {
		Names.require(name, "unique constraint");
		columns = Names.copy(columns, "column");
	}

	/**
	 * Return this constraint on columns.
	 * @param columnNames the columns
	 * @return the constraint
	 */
	public UniqueConstraint on(String... columnNames) {
		return new UniqueConstraint(this.name, List.of(columnNames));
	}

}
