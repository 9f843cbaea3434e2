package dev.migration.operation;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import dev.migration.SqlScript;
import dev.migration.schema.Column;
import dev.migration.schema.Index;
import dev.migration.schema.Table;

/**
 * One directive of a revision, as a value. A dialect turns it into SQL.
 */
public sealed interface Operation {

	/**
	 * Return the operation in words, for errors.
	 * @return for example {@code drop column team.slug}
	 */
	String describe();

	/**
	 * Create a table.
	 *
	 * @param table the table
	 * @param ifNotExists whether a table of this name may be there already
	 */
	record CreateTable(Table table, boolean ifNotExists) implements Operation {

		@Override
		public String describe() {
			return "create table " + this.table.name();
		}

	}

	/**
	 * Drop a table.
	 *
	 * @param table the name of the table
	 */
	record DropTable(String table) implements Operation {

		@Override
		public String describe() {
			return "drop table " + this.table;
		}

	}

	/**
	 * Rename a table.
	 *
	 * @param table the name so far
	 * @param newName the name from now on
	 */
	record RenameTable(String table, String newName) implements Operation {

		@Override
		public String describe() {
			return "rename table " + this.table + " to " + this.newName;
		}

	}

	/**
	 * Add a column.
	 *
	 * @param table the table
	 * @param column the column
	 */
	record AddColumn(String table, Column column) implements Operation {

		@Override
		public String describe() {
			return "add column " + this.table + "." + this.column.name();
		}

	}

	/**
	 * Drop a column.
	 *
	 * @param table the table
	 * @param column the name of the column
	 */
	record DropColumn(String table, String column) implements Operation {

		@Override
		public String describe() {
			return "drop column " + this.table + "." + this.column;
		}

	}

	/**
	 * Rename a column.
	 *
	 * @param table the table
	 * @param column the name so far
	 * @param newName the name from now on
	 */
	record RenameColumn(String table, String column, String newName) implements Operation {

		@Override
		public String describe() {
			return "rename column " + this.table + "." + this.column + " to " + this.newName;
		}

	}

	/**
	 * Create an index.
	 *
	 * @param index the index
	 */
	record CreateIndex(Index index) implements Operation {

		public CreateIndex {
			if (index.table().isBlank() || index.columns().isEmpty()) {
				throw new IllegalArgumentException(
						"Index '" + index.name() + "' must say which columns of which table it is on");
			}
		}

		@Override
		public String describe() {
			return "create index " + this.index.name();
		}

	}

	/**
	 * Drop an index.
	 *
	 * @param name the name of the index
	 * @param table the table it is on
	 */
	record DropIndex(String name, String table) implements Operation {

		@Override
		public String describe() {
			return "drop index " + this.name;
		}

	}

	/**
	 * Run SQL as it is.
	 *
	 * @param script one or more statements with their place
	 */
	record ExecuteScript(SqlScript script) implements Operation {

		@Override
		public String describe() {
			return "execute " + this.script.location();
		}

	}

	/**
	 * Run one statement with bound values.
	 *
	 * @param sql the statement, with {@code :name} placeholders
	 * @param parameters the values by name
	 */
	record ExecuteStatement(String sql, Map<String, @Nullable Object> parameters) implements Operation {

		public ExecuteStatement {
			parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
		}

		@Override
		public String describe() {
			return "execute a statement with parameters " + this.parameters.keySet();
		}

	}

	/**
	 * Insert rows.
	 *
	 * @param table the table
	 * @param rows the values by column
	 */
	record BulkInsert(String table, List<Map<String, @Nullable Object>> rows) implements Operation {

		public BulkInsert {
			List<Map<String, @Nullable Object>> copies = new ArrayList<>(rows.size());
			for (Map<String, @Nullable Object> row : rows) {
				if (row.isEmpty()) {
					throw new IllegalArgumentException("A row for table '" + table + "' has no column");
				}
				copies.add(Collections.unmodifiableMap(new LinkedHashMap<>(row)));
			}
			rows = Collections.unmodifiableList(copies);
		}

		@Override
		public String describe() {
			return "insert " + this.rows.size() + " rows into " + this.table;
		}

	}

}
