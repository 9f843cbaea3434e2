package dev.migration.schema;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * A table with its columns and constraints.
 *
 * @param name the name
 * @param columns the columns, in their order; at least one
 * @param primaryKey the primary key, if there is one
 * @param uniqueConstraints the unique constraints
 * @param foreignKeys the foreign keys
 * @param checkConstraints the check constraints
 */
public record Table(String name, List<Column> columns, @Nullable PrimaryKey primaryKey,
		List<UniqueConstraint> uniqueConstraints, List<ForeignKey> foreignKeys,
		List<CheckConstraint> checkConstraints) {

	public Table {
		Names.require(name, "table");
		columns = List.copyOf(columns);
		uniqueConstraints = List.copyOf(uniqueConstraints);
		foreignKeys = List.copyOf(foreignKeys);
		checkConstraints = List.copyOf(checkConstraints);
		requireColumns(name, columns);
		Set<String> names = new HashSet<>();
		columns.forEach((column) -> names.add(column.name()));
		if (primaryKey != null) {
			requireKnown(name, "primary key", primaryKey.columns(), names);
		}
		uniqueConstraints.forEach(
				(unique) -> requireKnown(name, "unique constraint '" + unique.name() + "'", unique.columns(), names));
		foreignKeys.forEach((key) -> requireReference(name, key, names));
	}

	/**
	 * Return a table made of elements in any order.
	 * @param name the name
	 * @param elements the columns and constraints
	 * @return the table
	 * @throws IllegalArgumentException if the elements contradict one another: no column,
	 * a column twice, two primary keys, a constraint on a column that is not there
	 */
	public static Table of(String name, List<? extends TableElement> elements) {
		List<PrimaryKey> primaryKeys = new ArrayList<>(elementsOfType(elements, PrimaryKey.class));
		List<Column> columns = elementsOfType(elements, Column.class);
		List<String> marked = columns.stream().filter(Column::isPrimaryKey).map(Column::name).toList();
		if (!marked.isEmpty()) {
			primaryKeys.add(new PrimaryKey(null, marked));
		}
		if (primaryKeys.size() > 1) {
			throw new IllegalArgumentException("Table '" + name + "' has more than one primary key: " + primaryKeys);
		}
		return new Table(name, columns, primaryKeys.isEmpty() ? null : primaryKeys.get(0),
				elementsOfType(elements, UniqueConstraint.class), elementsOfType(elements, ForeignKey.class),
				elementsOfType(elements, CheckConstraint.class));
	}

	private static <T> List<T> elementsOfType(List<? extends TableElement> elements, Class<T> type) {
		return elements.stream().filter(type::isInstance).map(type::cast).toList();
	}

	private static void requireColumns(String table, List<Column> columns) {
		if (columns.isEmpty()) {
			throw new IllegalArgumentException("Table '" + table + "' has no column");
		}
		Set<String> seen = new HashSet<>();
		for (Column column : columns) {
			if (!seen.add(column.name())) {
				throw new IllegalArgumentException("Table '" + table + "' has column '" + column.name() + "' twice");
			}
		}
	}

	private static void requireReference(String table, ForeignKey key, Set<String> columns) {
		requireKnown(table, "foreign key '" + key.name() + "'", key.columns(), columns);
		if (key.referencedTable().isBlank() || key.columns().size() != key.referencedColumns().size()) {
			throw new IllegalArgumentException("Foreign key '" + key.name() + "' of table '" + table
					+ "' must reference as many columns of a table as it has: " + key.columns() + " -> "
					+ key.referencedTable() + key.referencedColumns());
		}
	}

	private static void requireKnown(String table, String what, List<String> wanted, Set<String> columns) {
		if (wanted.isEmpty()) {
			throw new IllegalArgumentException("The " + what + " of table '" + table + "' names no column");
		}
		for (String column : wanted) {
			if (!columns.contains(column)) {
				throw new IllegalArgumentException("The " + what + " of table '" + table + "' names column '" + column
						+ "', which the table does not have");
			}
		}
	}

}
