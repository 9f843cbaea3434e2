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
 * @param exclusionConstraints the exclusion constraints
 * @param comment the comment, if there is one
 * @param options what single databases are told besides
 */
public record Table(QualifiedName name, List<Column> columns, @Nullable PrimaryKey primaryKey,
		List<UniqueConstraint> uniqueConstraints, List<ForeignKey> foreignKeys, List<CheckConstraint> checkConstraints,
		List<ExclusionConstraint> exclusionConstraints, @Nullable String comment, List<TableOption> options) {

	public Table {
		columns = List.copyOf(columns);
		uniqueConstraints = List.copyOf(uniqueConstraints);
		foreignKeys = List.copyOf(foreignKeys);
		checkConstraints = List.copyOf(checkConstraints);
		exclusionConstraints = List.copyOf(exclusionConstraints);
		options = List.copyOf(options);
		requireColumns(name, columns);
		Set<String> names = new HashSet<>();
		columns.forEach((column) -> names.add(column.name()));
		if (primaryKey != null) {
			requireKnown(name, primaryKey, primaryKey.columns(), names);
		}
		uniqueConstraints.forEach((unique) -> requireKnown(name, unique, unique.columns(), names));
		foreignKeys.forEach((key) -> requireKnown(name, key, key.columns(), names));
	}

	/**
	 * Return a table made of elements in any order.
	 * @param name the name
	 * @param elements the columns, constraints and the rest
	 * @return the table
	 * @throws IllegalArgumentException if the elements contradict one another: no column,
	 * a column twice, two primary keys, a constraint on a column that is not there
	 */
	public static Table of(String name, List<? extends TableElement> elements) {
		return of(QualifiedName.of(name), elements);
	}

	/**
	 * Return a table made of elements in any order.
	 * @param name the name
	 * @param elements the columns, constraints and the rest
	 * @return the table
	 * @throws IllegalArgumentException if the elements contradict one another: no column,
	 * a column twice, two primary keys, a constraint on a column that is not there
	 */
	public static Table of(QualifiedName name, List<? extends TableElement> elements) {
		List<TableElement> all = new ArrayList<>(elements);
		elementsOfType(elements, Column.class).forEach((column) -> all.addAll(column.constraints()));
		List<Column> columns = elementsOfType(elements, Column.class).stream()
			.map((column) -> column.with(List.of()))
			.toList();
		List<TableComment> comments = elementsOfType(elements, TableComment.class);
		return new Table(name, columns, primaryKey(name, columns, all), elementsOfType(all, UniqueConstraint.class),
				elementsOfType(all, ForeignKey.class), elementsOfType(all, CheckConstraint.class),
				elementsOfType(all, ExclusionConstraint.class),
				comments.isEmpty() ? null : comments.get(comments.size() - 1).text(),
				elementsOfType(all, TableOption.class));
	}

	private static @Nullable PrimaryKey primaryKey(QualifiedName table, List<Column> columns,
			List<TableElement> elements) {
		List<PrimaryKey> primaryKeys = new ArrayList<>(elementsOfType(elements, PrimaryKey.class));
		List<String> marked = columns.stream().filter(Column::isPrimaryKey).map(Column::name).toList();
		if (!marked.isEmpty()) {
			primaryKeys.add(new PrimaryKey(null, marked));
		}
		if (primaryKeys.size() > 1) {
			throw new IllegalArgumentException("Table '" + table + "' has more than one primary key: " + primaryKeys);
		}
		return primaryKeys.isEmpty() ? null : primaryKeys.get(0);
	}

	private static <T> List<T> elementsOfType(List<? extends TableElement> elements, Class<T> type) {
		return elements.stream().filter(type::isInstance).map(type::cast).toList();
	}

	private static void requireColumns(QualifiedName table, List<Column> columns) {
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

	private static void requireKnown(QualifiedName table, Constraint constraint, List<String> wanted,
			Set<String> columns) {
		if (wanted.isEmpty()) {
			throw new IllegalArgumentException(
					"The " + constraint.describe() + " of table '" + table + "' names no column");
		}
		for (String column : wanted) {
			if (!columns.contains(column)) {
				throw new IllegalArgumentException("The " + constraint.describe() + " of table '" + table
						+ "' names column '" + column + "', which the table does not have");
			}
		}
	}

	/**
	 * Return a column.
	 * @param column its name
	 * @return the column, or {@code null} if the table does not have it
	 */
	public @Nullable Column column(String column) {
		return this.columns.stream().filter((each) -> each.name().equals(column)).findFirst().orElse(null);
	}

	/**
	 * Return all constraints: the primary key, then the unique constraints, foreign keys,
	 * checks and exclusions.
	 * @return the constraints
	 */
	public List<Constraint> constraints() {
		List<Constraint> constraints = new ArrayList<>();
		if (this.primaryKey != null) {
			constraints.add(this.primaryKey);
		}
		constraints.addAll(this.uniqueConstraints);
		constraints.addAll(this.foreignKeys);
		constraints.addAll(this.checkConstraints);
		constraints.addAll(this.exclusionConstraints);
		return List.copyOf(constraints);
	}

	/**
	 * Return all that this table is made of, for another one that is made from it.
	 * @return the columns, constraints and the rest; the primary key is among them, so
	 * the columns are not marked
	 */
	public List<TableElement> elements() {
		List<TableElement> elements = new ArrayList<>();
		this.columns.forEach((column) -> elements.add(unmarked(column)));
		elements.addAll(constraints());
		if (this.comment != null) {
			elements.add(new TableComment(this.comment));
		}
		elements.addAll(this.options);
		return List.copyOf(elements);
	}

	private static Column unmarked(Column column) {
		return new Column(column.name(), column.type(), column.nullable(), false, column.identityOptions(),
				column.serverDefault(), column.computed(), column.collation(), column.comment(), column.constraints());
	}

	/**
	 * Return this table with another name.
	 * @param newName the name
	 * @return the table
	 */
	public Table named(QualifiedName newName) {
		return new Table(newName, this.columns, this.primaryKey, this.uniqueConstraints, this.foreignKeys,
				this.checkConstraints, this.exclusionConstraints, this.comment, this.options);
	}

	/**
	 * Return this table with other foreign keys.
	 * @param keys the keys, instead of those it has
	 * @return the table
	 */
	public Table withForeignKeys(List<ForeignKey> keys) {
		return new Table(this.name, this.columns, this.primaryKey, this.uniqueConstraints, keys, this.checkConstraints,
				this.exclusionConstraints, this.comment, this.options);
	}

	/**
	 * Return this table with other check constraints.
	 * @param checks the constraints, instead of those it has
	 * @return the table
	 */
	public Table withCheckConstraints(List<CheckConstraint> checks) {
		return new Table(this.name, this.columns, this.primaryKey, this.uniqueConstraints, this.foreignKeys, checks,
				this.exclusionConstraints, this.comment, this.options);
	}

	/**
	 * Return this table in a schema, with the tables and types that it names being there
	 * too, unless they are in one already.
	 * @param schema the schema, or {@code null} to leave the table as it is
	 * @return the table
	 */
	public Table in(@Nullable String schema) {
		return new Table(this.name.in(schema), this.columns.stream().map((column) -> column.in(schema)).toList(),
				this.primaryKey, this.uniqueConstraints,
				this.foreignKeys.stream().map((key) -> key.in(schema)).toList(), this.checkConstraints,
				this.exclusionConstraints, this.comment, this.options);
	}

}
