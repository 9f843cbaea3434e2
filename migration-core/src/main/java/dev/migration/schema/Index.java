package dev.migration.schema;

import java.util.List;

/**
 * An index on columns of a table.
 *
 * @param name the name
 * @param table the table
 * @param columns the columns, in the order of the index
 * @param isUnique whether the values occur once
 */
public record Index(String name, String table, List<String> columns, boolean isUnique) {

	public Index {
		Names.require(name, "index");
		columns = Names.copy(columns, "column");
	}

	/**
	 * Return this index on columns of a table.
	 * @param tableName the table
	 * @param columnNames the columns, in the order of the index
	 * @return the index
	 */
	public Index on(String tableName, String... columnNames) {
		return new Index(this.name, tableName, List.of(columnNames), this.isUnique);
	}

	/**
	 * Return this index without duplicates.
	 * @return the index
	 */
	public Index unique() {
		return new Index(this.name, this.table, this.columns, true);
	}

}
