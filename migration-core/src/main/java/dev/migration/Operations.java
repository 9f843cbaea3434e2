package dev.migration;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;

import dev.migration.schema.CheckConstraint;
import dev.migration.schema.Column;
import dev.migration.schema.ColumnChange;
import dev.migration.schema.Constraint;
import dev.migration.schema.EnumType;
import dev.migration.schema.EnumTypeChange;
import dev.migration.schema.ExclusionConstraint;
import dev.migration.schema.ForeignKey;
import dev.migration.schema.Index;
import dev.migration.schema.PrimaryKey;
import dev.migration.schema.Sequence;
import dev.migration.schema.Table;
import dev.migration.schema.TableElement;
import dev.migration.schema.Trigger;
import dev.migration.schema.UniqueConstraint;
import dev.migration.schema.View;

/**
 * What a revision can do. Each operation runs when its method is called, in the
 * transaction of the step. Identifiers are given as they are meant, without quotes. What
 * has no name gets one by the naming convention; what is dropped may be given by its
 * definition, which finds the same name and lets the drop be taken back.
 */
public interface Operations {

	// Where and how

	/**
	 * Return the database that the revision runs on, for the rare revision that must
	 * differ.
	 * @return the id of the dialect, such as {@code sqlite} or {@code postgresql}
	 */
	String dialect();

	/**
	 * Return these operations with names meaning things in a schema, unless they say
	 * another one.
	 * @param schema the name of the schema
	 * @return the operations
	 */
	Operations inSchema(String schema);

	/**
	 * Return these operations with a drop of what is not there doing nothing, as in
	 * {@code op.ifExists().dropTable("team")}. Other operations are not affected.
	 * @return the operations
	 */
	Operations ifExists();

	/**
	 * Return these operations with a creation of what is there doing nothing, as in
	 * {@code op.ifNotExists().createTable(…)}. Only the name is looked at. Other
	 * operations are not affected.
	 * @return the operations
	 */
	Operations ifNotExists();

	/**
	 * Do something outside of the transaction of the step: what was done so far is
	 * committed first, and what follows is in a new transaction. If it fails, what was
	 * committed stays.
	 * @param block what to do
	 */
	void autocommit(Consumer<Operations> block);

	// Tables

	/**
	 * Create a table.
	 * @param name the name
	 * @param elements the columns, constraints and the rest, in any order
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
	 * Drop a table with all its rows, saying how it was.
	 * @param table the table
	 */
	void dropTable(Table table);

	/**
	 * Rename a table.
	 * @param name the name so far
	 * @param newName the name from now on
	 */
	void renameTable(String name, String newName);

	/**
	 * Set the comment of a table. Databases without comments ignore it.
	 * @param table the table
	 * @param text the comment
	 */
	void createTableComment(String table, String text);

	/**
	 * Drop the comment of a table. Databases without comments ignore it.
	 * @param table the table
	 */
	void dropTableComment(String table);

	/**
	 * Do several changes of a table together, in one rebuild where the database must
	 * rebuild the table. They are done when the block ends.
	 * @param table the table
	 * @param changes says the changes
	 */
	void batchAlterTable(String table, Consumer<BatchOperations> changes);

	// Columns

	/**
	 * Add a column to a table, with the constraints behind it.
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
	 * Drop a column with all its values, saying how it was.
	 * @param table the table
	 * @param column the column
	 */
	void dropColumn(String table, Column column);

	/**
	 * Rename a column.
	 * @param table the table
	 * @param column the name so far
	 * @param newName the name from now on
	 */
	void renameColumn(String table, String column, String newName);

	/**
	 * Alter a column, as in {@code op.alterColumn("team", "slug", (c) -> c.notNull())}.
	 * What is not mentioned stays as it is.
	 * @param table the table
	 * @param column the name so far
	 * @param change what becomes of it
	 */
	void alterColumn(String table, String column, UnaryOperator<ColumnChange> change);

	/**
	 * Alter a column, saying how it was. What is not mentioned stays as it is.
	 * @param table the table
	 * @param column the column so far
	 * @param change what becomes of it
	 */
	void alterColumn(String table, Column column, UnaryOperator<ColumnChange> change);

	// Indexes

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
	 * Drop an index, saying how it was.
	 * @param index the index; without a name it is the one that the naming convention
	 * gave it
	 */
	void dropIndex(Index index);

	// Constraints

	/**
	 * Create a constraint on a table that is there.
	 * @param table the table
	 * @param constraint the constraint
	 */
	void createConstraint(String table, Constraint constraint);

	/**
	 * Create the primary key of a table that is there.
	 * @param table the table
	 * @param key the key
	 */
	default void createPrimaryKey(String table, PrimaryKey key) {
		createConstraint(table, key);
	}

	/**
	 * Create a unique constraint on a table that is there.
	 * @param table the table
	 * @param constraint the constraint
	 */
	default void createUniqueConstraint(String table, UniqueConstraint constraint) {
		createConstraint(table, constraint);
	}

	/**
	 * Create a foreign key on a table that is there.
	 * @param table the table that points
	 * @param key the key
	 */
	default void createForeignKey(String table, ForeignKey key) {
		createConstraint(table, key);
	}

	/**
	 * Create a check constraint on a table that is there.
	 * @param table the table
	 * @param constraint the constraint
	 */
	default void createCheckConstraint(String table, CheckConstraint constraint) {
		createConstraint(table, constraint);
	}

	/**
	 * Create an exclusion constraint on a table that is there. Only PostgreSQL has these.
	 * @param table the table
	 * @param constraint the constraint
	 */
	default void createExclusionConstraint(String table, ExclusionConstraint constraint) {
		createConstraint(table, constraint);
	}

	/**
	 * Drop a constraint. Prefer the methods that say its kind: MySQL needs to know it.
	 * @param name the name
	 * @param table the table
	 */
	void dropConstraint(String name, String table);

	/**
	 * Drop a constraint, saying how it was.
	 * @param table the table
	 * @param constraint the constraint; without a name it is the one that the naming
	 * convention gave it
	 */
	void dropConstraint(String table, Constraint constraint);

	/**
	 * Drop the primary key of a table.
	 * @param name the name of the constraint
	 * @param table the table
	 */
	void dropPrimaryKey(String name, String table);

	/**
	 * Drop a unique constraint.
	 * @param name the name
	 * @param table the table
	 */
	void dropUniqueConstraint(String name, String table);

	/**
	 * Drop a foreign key.
	 * @param name the name
	 * @param table the table that points
	 */
	void dropForeignKey(String name, String table);

	/**
	 * Drop a check constraint.
	 * @param name the name
	 * @param table the table
	 */
	void dropCheckConstraint(String name, String table);

	/**
	 * Drop an exclusion constraint.
	 * @param name the name
	 * @param table the table
	 */
	void dropExclusionConstraint(String name, String table);

	/**
	 * Look at the rows that a constraint was created without looking at, which fails if
	 * one of them breaks it. Where all rows are looked at when a constraint is created,
	 * there is nothing to do.
	 * @param name the name of the constraint
	 * @param table the table
	 */
	void validateConstraint(String name, String table);

	// Schemas, sequences, enum types

	/**
	 * Create a schema.
	 * @param name the name
	 */
	void createSchema(String name);

	/**
	 * Drop a schema that is empty.
	 * @param name the name
	 */
	void dropSchema(String name);

	/**
	 * Create a sequence.
	 * @param sequence the sequence
	 */
	void createSequence(Sequence sequence);

	/**
	 * Change how a sequence counts. What is not mentioned stays as it is.
	 * @param name the sequence
	 * @param change what changes; a start is the value to go on from
	 */
	void alterSequence(String name, UnaryOperator<Sequence> change);

	/**
	 * Change how a sequence counts, saying how it did so far. What is not mentioned stays
	 * as it is.
	 * @param sequence the sequence so far
	 * @param change what changes; a start is the value to go on from
	 */
	void alterSequence(Sequence sequence, UnaryOperator<Sequence> change);

	/**
	 * Drop a sequence.
	 * @param name the name
	 */
	void dropSequence(String name);

	/**
	 * Drop a sequence, saying how it was.
	 * @param sequence the sequence
	 */
	void dropSequence(Sequence sequence);

	/**
	 * Create an enum type. A table with a column of such a type also creates it. Where
	 * the values belong to the column, there is nothing to do.
	 * @param type the enum type
	 */
	void createEnumType(EnumType type);

	/**
	 * Change the values of an enum type, as in
	 * {@code op.alterEnumType(enumType("mood", "sad", "happy"), (t) -> t.addValue("angry").usedBy("team", "mood"))}.
	 * @param type the enum type with its values so far
	 * @param change how they change, and which columns have the type
	 */
	void alterEnumType(EnumType type, UnaryOperator<EnumTypeChange> change);

	/**
	 * Drop an enum type that no column has any more. Where the values belong to the
	 * column, there is nothing to do.
	 * @param name the name of the type
	 */
	void dropEnumType(String name);

	/**
	 * Drop an enum type that no column has any more, saying how it was.
	 * @param type the enum type
	 */
	void dropEnumType(EnumType type);

	// Views and triggers

	/**
	 * Create a view.
	 * @param view the view
	 */
	void createView(View view);

	/**
	 * Create a view, in place of the one of its name if there is one.
	 * @param view the view
	 */
	void replaceView(View view);

	/**
	 * Replace a view by another one of the same name, saying how it was.
	 * @param was the view so far
	 * @param view the view from now on
	 */
	void replaceView(View was, View view);

	/**
	 * Drop a view.
	 * @param name the name
	 */
	void dropView(String name);

	/**
	 * Drop a view, saying how it was. A materialized view is dropped in this way.
	 * @param view the view
	 */
	void dropView(View view);

	/**
	 * Create a trigger.
	 * @param trigger the trigger
	 */
	void createTrigger(Trigger trigger);

	/**
	 * Drop a trigger. A function that it calls stays.
	 * @param name the name
	 * @param table the table it is on
	 */
	void dropTrigger(String name, String table);

	/**
	 * Drop a trigger, saying how it was. A function that it calls stays.
	 * @param trigger the trigger
	 */
	void dropTrigger(Trigger trigger);

	// Rows and SQL

	/**
	 * Insert rows.
	 * @param table the table
	 * @param rows the values by column; a row leaves out a column to get its default
	 */
	void bulkInsert(String table, List<? extends Map<String, ? extends @Nullable Object>> rows);

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
	 * Return a value as it stands in SQL of this database, for where no value can be
	 * bound.
	 * @param value the value: a string, number, boolean, time, UUID, byte array, enum or
	 * {@code null}
	 * @return the literal
	 * @throws IllegalArgumentException if the value has no literal form
	 */
	String literal(@Nullable Object value);

	/**
	 * Return an identifier as it stands in SQL of this database.
	 * @param identifier the identifier as it is meant
	 * @return the identifier, quoted where it needs to be
	 */
	String quote(String identifier);

	/**
	 * Do what an application has added to the vocabulary.
	 * @param operation the operation
	 */
	void invoke(CustomOperation operation);

	/**
	 * Return a client on the connection and the transaction of this step, for what needs
	 * to read.
	 * @return the client
	 * @throws MigrationException if there is no database, because SQL is only being
	 * rendered
	 */
	JdbcClient jdbc();

}
