package dev.migration.runtime;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

import dev.migration.schema.QualifiedName;

/**
 * What the tables and columns, as a step of a plan names them, are called in the database
 * before the plan: steps before may have renamed them, or made them.
 */
final class DestroyedNames {

	/** By the name in the plan; empty for what the plan made. */
	private final Map<QualifiedName, Optional<QualifiedName>> tables = new HashMap<>();

	private final Map<ColumnNow, Optional<String>> columns = new HashMap<>();

	/**
	 * Return the name that a table has now.
	 * @param table the table as the plan calls it
	 * @return its name, or nothing if it is not there yet
	 */
	Optional<QualifiedName> table(QualifiedName table) {
		return this.tables.getOrDefault(table, Optional.of(table));
	}

	/**
	 * Return the name that a column has now.
	 * @param table the table as the plan calls it
	 * @param column the column as the plan calls it
	 * @return its name, or nothing if it is not there yet
	 */
	Optional<ColumnNow> column(QualifiedName table, String column) {
		Optional<String> name = this.columns.getOrDefault(new ColumnNow(table, column), Optional.of(column));
		return table(table).flatMap((now) -> name.map((columnNow) -> new ColumnNow(now, columnNow)));
	}

	void created(QualifiedName table) {
		this.tables.put(table, Optional.empty());
	}

	void renamed(QualifiedName table, QualifiedName newName) {
		this.tables.put(newName, table(table));
		Map<ColumnNow, Optional<String>> moved = new HashMap<>();
		this.columns.forEach((column, now) -> {
			if (column.table().equals(table)) {
				moved.put(new ColumnNow(newName, column.name()), now);
			}
		});
		this.columns.putAll(moved);
	}

	void created(QualifiedName table, String column) {
		this.columns.put(new ColumnNow(table, column), Optional.empty());
	}

	void renamed(QualifiedName table, String column, String newName) {
		this.columns.put(new ColumnNow(table, newName),
				this.columns.getOrDefault(new ColumnNow(table, column), Optional.of(column)));
	}

	/**
	 * A column of a table.
	 *
	 * @param table the table
	 * @param name the name of the column
	 */
	record ColumnNow(QualifiedName table, String name) {
	}

}
