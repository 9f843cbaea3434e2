package dev.migration.dialect.sqlite.inspect;

import java.util.LinkedHashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import dev.migration.dialect.sqlite.ddl.NameLetters;
import dev.migration.dialect.sqlite.ddl.TableDefinition;
import dev.migration.dialect.sqlite.ddl.TableItem;
import dev.migration.schema.QualifiedName;

/**
 * The definitions of all tables, found by their names in any case.
 */
final class DefinedTables {

	private final Map<QualifiedName, TableDefinition> definitions = new LinkedHashMap<>();

	private final Map<QualifiedName, QualifiedName> names = new LinkedHashMap<>();

	void add(QualifiedName name, TableDefinition definition) {
		this.definitions.put(name, definition);
		this.names.put(folded(name), name);
	}

	Map<QualifiedName, TableDefinition> all() {
		return this.definitions;
	}

	/**
	 * Return the name of a table as it was written when the table was made.
	 * @param name the name in any case
	 * @return the name; as it is given if there is no such table
	 */
	QualifiedName name(QualifiedName name) {
		return this.names.getOrDefault(folded(name), name);
	}

	/**
	 * Return the definition of a table.
	 * @param name the name in any case
	 * @return the definition, or {@code null} if there is no such table
	 */
	@Nullable TableDefinition definition(QualifiedName name) {
		return this.definitions.get(name(name));
	}

	/**
	 * Return the name of a column as it was written when the column was made.
	 * @param table its table
	 * @param name the name in any case
	 * @return the name; as it is given if there is no such column
	 */
	static String column(TableDefinition table, String name) {
		TableItem item = table.column(name);
		return (item != null) ? item.columnName() : name;
	}

	private static QualifiedName folded(QualifiedName name) {
		return new QualifiedName((name.schema() != null) ? NameLetters.small(name.schema()) : null,
				NameLetters.small(name.name()));
	}

}
