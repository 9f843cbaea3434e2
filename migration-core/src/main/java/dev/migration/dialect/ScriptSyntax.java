package dev.migration.dialect;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * How a script is written for the command line client of a database: its transactions,
 * what stops it, and what it can skip. Statements are without their semicolons unless a
 * method says otherwise.
 */
public interface ScriptSyntax {

	/**
	 * Return how the script is run.
	 * @return a command line, with {@code FILE} for the script
	 */
	String howToRun();

	/**
	 * Return what people must know before they run the script, such as what a failure
	 * leaves behind.
	 * @return lines for the comment at its beginning
	 */
	default List<String> notes() {
		return List.of();
	}

	/**
	 * Return what the client is told first. It is no SQL and only stands in the text.
	 * @return whole lines
	 */
	List<String> clientCommands();

	/**
	 * Return what comes before all other statements.
	 * @return the statements
	 */
	List<String> settings();

	/**
	 * Return what lets names without a schema mean one, as the next setting.
	 * @param schema the schema as it is meant
	 * @return the statements
	 * @throws dev.migration.UnsupportedChangeException if the database has no schemas
	 */
	List<String> chooseSchema(String schema);

	/**
	 * Return a statement as the client reads it.
	 * @param sql the statement
	 * @return the statement with what ends it
	 */
	String terminated(String sql);

	/**
	 * Return what begins the transaction of a step, and excludes runs and other scripts
	 * from it where that can be.
	 * @return the statements; none if each statement is to commit by itself
	 */
	List<String> begin();

	/**
	 * Return what commits the transaction of a step.
	 * @return the statements
	 */
	List<String> commit();

	/**
	 * Return what asks for a transaction of a certain kind in SQL that is given to
	 * {@link dev.migration.Operations#execute(dev.migration.SqlScript)}: the dialect
	 * knows it again.
	 * @param kind the kind
	 * @return the statements; none if the step needs not say so
	 */
	List<String> request(TransactionKind kind);

	/**
	 * Return what begins the transaction of a step that needs one of a certain kind.
	 * @param kind the kind
	 * @return the statements; none if each statement is to commit by itself
	 */
	List<String> begin(TransactionKind kind);

	/**
	 * Return what commits such a transaction. The session is as before afterwards.
	 * @param kind the kind that it was begun with
	 * @return the statements
	 */
	List<String> commit(TransactionKind kind);

	/**
	 * Return what fails, and so stops the script, if a query has a row.
	 * @param query the query
	 * @param problem what is wrong then, for people
	 * @return the statements
	 */
	List<String> failIfAny(String query, String problem);

	/**
	 * Return what runs statements only if a query has a row.
	 * @param query the query
	 * @param statements the statements
	 * @return the statements
	 * @throws dev.migration.UnsupportedChangeException if the database cannot express it
	 */
	List<String> onlyIfAny(String query, List<String> statements);

	/**
	 * Return the SQL text of a statement with its values written in, such that it comes
	 * through the client unharmed.
	 * @param statement the statement
	 * @return one text for each row of values, or one if it has none
	 * @throws IllegalArgumentException if a value has no literal form
	 */
	List<String> inline(SqlStatement statement);

	/**
	 * Return a value as it stands in the script.
	 * @param value the value
	 * @return the literal
	 * @throws IllegalArgumentException if the value has no literal form
	 */
	String literal(@Nullable Object value);

	/**
	 * Return the time at which the transaction began, as it is stored in a column of type
	 * {@link dev.migration.schema.Types#timestampWithTimeZone() timestampWithTimeZone()}.
	 * @return the expression
	 */
	String startOfTransaction();

	/**
	 * Return the time at which the statement runs, as it is stored in such a column.
	 * @return the expression
	 */
	String now();

	/**
	 * Return who runs the script.
	 * @return the expression
	 */
	String user();

}
