package dev.migration.schema;

/**
 * The name of a column with that of its table.
 *
 * @param table the table
 * @param column the column
 */
public record ColumnName(QualifiedName table, String column) {

	public ColumnName {
		Names.require(column, "column");
	}

	@Override
	public String toString() {
		return this.table + "." + this.column;
	}

}
