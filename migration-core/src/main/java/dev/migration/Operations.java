package dev.migration;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;

import dev.migration.schema.Column;
import dev.migration.schema.Index;
import dev.migration.schema.Table;
import dev.migration.schema.TableElement;

/**
 * What a revision can do. Each operation runs when its method is called, in the
 * transaction of the step. Identifiers are given as they are meant, without quotes.
 */
public interface Operations {

	/**
	 * Return the database that the revision runs on, for the rare revision that must
	 * differ.
	 * @return the id of the dialect, such as {@code sqlite} or {@code postgresql}
	 */
	String dialect();

	/**
	 * Return the values that the caller passes to revisions, such as those of {@code -x}
	 * on the command line.
	 * @return the values by name, which cannot be changed
	 */
	Map<String, String> arguments();

	/**
	 * Create a table.
	 * @param name the name
	 * @param elements the columns and constraints, in any order
	 * @throws IllegalArgumentException if the elements contradict one another
	 */
	default void createTable(String name, TableElement... elements) {
		createTable(Table.of(name, List.of(elements)));
	}

	/**
	 * Create a table.
	 * @param table the table
	 */
	void createTable(Table table);

	/**
	 * Drop a table with all its rows.
	 * @param name the name
	 */
	void dropTable(String name);

	/**
	 * Rename a table.
	 * @param name the name so far
	 * @param newName the name from now on
	 */
	void renameTable(String name, String newName);

	/**
	 * Add a column to a table.
	 * @param table the table
	 * @param column the column; without null it needs a default when the table has rows
	 */
	void addColumn(String table, Column column);

	/**
	 * Drop a column with all its values.
	 * @param table the table
	 * @param column the name of the column
	 */
	void dropColumn(String table, String column);

	/**
	 * Rename a column.
	 * @param table the table
	 * @param column the name so far
	 * @param newName the name from now on
	 */
	void renameColumn(String table, String column, String newName);

	/**
	 * Create an index.
	 * @param index the index
	 */
	void createIndex(Index index);

	/**
	 * Drop an index.
	 * @param name the name
	 * @param table the table it is on
	 */
	void dropIndex(String name, String table);

	/**
	 * Run SQL as it is: no placeholder means anything in it. Several statements are run
	 * one after the other.
	 * @param sql one or more statements
	 */
	void execute(String sql);

	/**
	 * Run one statement with values that are bound to its {@code :name} placeholders.
	 * @param sql one statement
	 * @param parameters the values by name
	 */
	void execute(String sql, Map<String, ?> parameters);

	/**
	 * Run SQL that comes from a file.
	 * @param script one or more statements with their place
	 */
	void execute(SqlScript script);

	/**
	 * Insert rows.
	 * @param table the table
	 * @param rows the values by column; a row leaves out a column to get its default
	 */
	void bulkInsert(String table, List<? extends Map<String, ? extends @Nullable Object>> rows);

	/**
	 * Return a client on the connection and the transaction of this step, for what needs
	 * to read.
	 * @return the client
	 * @throws MigrationException if there is no database, because SQL is only being
	 * rendered
	 */
	JdbcClient jdbc();

}
