package dev.migration.autogenerate.adoption;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import dev.migration.dialect.Rows;
import dev.migration.schema.QualifiedName;
import dev.migration.schema.Table;

/**
 * A table in which a tool keeps its state. It is known by its columns, since most tools
 * let their users choose its name.
 */
final class ToolTable {

	private final Table table;

	private final Connection connection;

	ToolTable(Table table, Connection connection) {
		this.table = table;
		this.connection = connection;
	}

	/**
	 * Find the table of a tool.
	 * @param tables the tables of the database
	 * @param columns the names of columns that it has, among others
	 */
	static Optional<ToolTable> having(Collection<ToolTable> tables, String... columns) {
		return tables.stream().filter((table) -> table.columns().containsAll(List.of(columns))).findFirst();
	}

	QualifiedName name() {
		return this.table.name();
	}

	/**
	 * Return the names of the columns, in small letters.
	 */
	Set<String> columns() {
		return this.table.columns()
			.stream()
			.map((column) -> column.name().toLowerCase(Locale.ROOT))
			.collect(Collectors.toSet());
	}

	/**
	 * Read all rows, in no order. A tool may have created its columns in quotes; all of
	 * them can be had by their labels in any case.
	 */
	<T> List<T> rows(Rows.Mapper<T> mapper) throws SQLException {
		return Rows.of(this.connection, "SELECT * FROM " + storedName(), mapper);
	}

	/**
	 * Return the name in quotes, with the letters that the server keeps.
	 */
	private String storedName() throws SQLException {
		DatabaseMetaData metaData = this.connection.getMetaData();
		String mark = metaData.getIdentifierQuoteString().strip();
		String schema = this.table.name().schema();
		String current = (schema != null) ? schema : this.connection.getSchema();
		try (ResultSet row = metaData.getTables(this.connection.getCatalog(), null, "%", new String[] { "TABLE" })) {
			while (row.next()) {
				String owner = row.getString("TABLE_SCHEM");
				String name = row.getString("TABLE_NAME");
				if (name.equalsIgnoreCase(this.table.name().name())
						&& (owner == null || owner.equalsIgnoreCase(current))) {
					return ((owner != null) ? quoted(owner, mark) + "." : "") + quoted(name, mark);
				}
			}
		}
		throw new IllegalStateException("Table " + this.table.name() + " is no longer there");
	}

	private static String quoted(String name, String mark) {
		return mark + (mark.isEmpty() ? name : name.replace(mark, mark + mark)) + mark;
	}

}
