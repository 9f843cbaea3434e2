package dev.migration;

import java.util.function.UnaryOperator;

import dev.migration.schema.Column;
import dev.migration.schema.ColumnChange;
import dev.migration.schema.Constraint;
import dev.migration.schema.Index;
import dev.migration.schema.Table;

/**
 * The changes of one table that are done together: where the database must rebuild the
 * table, it is rebuilt once.
 */
public interface BatchOperations {

	/**
	 * Add a column.
	 * @param column the column; without null it needs a default when the table has rows
	 */
	void addColumn(Column column);

	/**
	 * Drop a column with all its values.
	 * @param column the name of the column
	 */
	void dropColumn(String column);

	/**
	 * Drop a column with all its values, saying how it was.
	 * @param column the column
	 */
	void dropColumn(Column column);

	/**
	 * Rename a column.
	 * @param column the name so far
	 * @param newName the name from now on
	 */
	void renameColumn(String column, String newName);

	/**
	 * Alter a column. What is not mentioned stays as it is.
	 * @param column the name so far
	 * @param change what becomes of it
	 */
	void alterColumn(String column, UnaryOperator<ColumnChange> change);

	/**
	 * Alter a column, saying how it was.
	 * @param column the column so far
	 * @param change what becomes of it
	 */
	void alterColumn(Column column, UnaryOperator<ColumnChange> change);

	/**
	 * Create an index.
	 * @param index the index, on this table
	 */
	void createIndex(Index index);

	/**
	 * Drop an index.
	 * @param name the name
	 */
	void dropIndex(String name);

	/**
	 * Drop an index, saying how it was.
	 * @param index the index, on this table
	 */
	void dropIndex(Index index);

	/**
	 * Create a constraint.
	 * @param constraint the constraint
	 */
	void createConstraint(Constraint constraint);

	/**
	 * Drop a constraint.
	 * @param name the name
	 */
	void dropConstraint(String name);

	/**
	 * Drop a constraint, saying how it was.
	 * @param constraint the constraint; without a name it is the one that the naming
	 * convention gave it
	 */
	void dropConstraint(Constraint constraint);

	/**
	 * Drop the primary key.
	 * @param name the name of the constraint
	 */
	void dropPrimaryKey(String name);

	/**
	 * Drop a unique constraint.
	 * @param name the name
	 */
	void dropUniqueConstraint(String name);

	/**
	 * Drop a foreign key.
	 * @param name the name
	 */
	void dropForeignKey(String name);

	/**
	 * Drop a check constraint.
	 * @param name the name
	 */
	void dropCheckConstraint(String name);

	/**
	 * Set the comment of the table.
	 * @param text the comment
	 */
	void createTableComment(String text);

	/**
	 * Drop the comment of the table.
	 */
	void dropTableComment();

	/**
	 * Say whether to rebuild the table. By default the database decides.
	 * @param recreate when
	 */
	void recreate(Recreate recreate);

	/**
	 * Order the columns. This needs a rebuild, so only databases that rebuild tables do
	 * it.
	 * @param columns the names of the columns, after all changes; those that are not
	 * named come behind these
	 */
	void columnOrder(String... columns);

	/**
	 * Say how the table is, so that nobody needs to look: SQL can then be written without
	 * a database.
	 * @param table the table before all changes
	 */
	void existing(Table table);

	/**
	 * Whether to rebuild a table.
	 */
	enum Recreate {

		/** If a change cannot be done otherwise. */
		AUTO,

		/** In any case, where the database can. */
		ALWAYS,

		/** Not at all: a change that cannot be done otherwise is an error. */
		NEVER

	}

}
