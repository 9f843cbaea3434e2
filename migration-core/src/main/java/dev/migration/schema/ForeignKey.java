package dev.migration.schema;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Columns that point at a row of a table.
 *
 * @param name the name of the constraint
 * @param columns the columns that point
 * @param referencedTable the table they point at
 * @param referencedColumns the columns they point at
 * @param onDelete what happens to the row when the other one is deleted
 * @param onUpdate what happens to the row when the key of the other one changes
 */
public record ForeignKey(String name, List<String> columns, String referencedTable, List<String> referencedColumns,
		@Nullable ReferentialAction onDelete, @Nullable ReferentialAction onUpdate) implements TableElement {

	public ForeignKey {
		Names.require(name, "foreign key");
		columns = Names.copy(columns, "column");
		referencedColumns = Names.copy(referencedColumns, "column");
	}

	/**
	 * Return this key on columns.
	 * @param columnNames the columns that point
	 * @return the key
	 */
	public ForeignKey on(String... columnNames) {
		return new ForeignKey(this.name, List.of(columnNames), this.referencedTable, this.referencedColumns,
				this.onDelete, this.onUpdate);
	}

	/**
	 * Return this key to a table.
	 * @param table the table it points at
	 * @param columnNames the columns it points at, as many as point
	 * @return the key
	 */
	public ForeignKey references(String table, String... columnNames) {
		return new ForeignKey(this.name, this.columns, table, List.of(columnNames), this.onDelete, this.onUpdate);
	}

	/**
	 * Return this key with an action on delete.
	 * @param action what happens to the row when the other one is deleted
	 * @return the key
	 */
	public ForeignKey onDelete(ReferentialAction action) {
		return new ForeignKey(this.name, this.columns, this.referencedTable, this.referencedColumns, action,
				this.onUpdate);
	}

	/**
	 * Return this key with an action on update.
	 * @param action what happens to the row when the key of the other one changes
	 * @return the key
	 */
	public ForeignKey onUpdate(ReferentialAction action) {
		return new ForeignKey(this.name, this.columns, this.referencedTable, this.referencedColumns, this.onDelete,
				action);
	}

}
