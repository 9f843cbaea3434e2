package dev.migration.dialect;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * One statement for the database.
 *
 * @param sql the SQL, with a {@code ?} for each value where there are values
 * @param rows the values to run it with, once for each row; empty if it has no
 * placeholders and runs once
 * @param location where it was written, for errors, if that is known; of a check, what it
 * checks
 * @param kind how it is run
 * @param action what runs it instead of sending its text, if it takes more than that
 */
public record SqlStatement(String sql, List<List<@Nullable Object>> rows, @Nullable String location, Kind kind,
		@Nullable StatementAction action) {

	/**
	 * Create a statement.
	 * @param sql the SQL, with a {@code ?} for each value where there are values
	 * @param rows the values to run it with
	 * @param location where it was written, if that is known; of a check, what it checks
	 * @param kind how it is run
	 */
	public SqlStatement(String sql, List<List<@Nullable Object>> rows, @Nullable String location, Kind kind) {
		this(sql, rows, location, kind, null);
	}

	/**
	 * Create a statement without values.
	 * @param sql the SQL
	 */
	public SqlStatement(String sql) {
		this(sql, List.of(), null);
	}

	/**
	 * Create a statement that is run in the transaction of the step.
	 * @param sql the SQL, with a {@code ?} for each value where there are values
	 * @param rows the values to run it with
	 * @param location where it was written, if that is known
	 */
	public SqlStatement(String sql, List<List<@Nullable Object>> rows, @Nullable String location) {
		this(sql, rows, location, Kind.PLAIN);
	}

	/**
	 * Create a query whose rows are errors.
	 * @param sql the query
	 * @param description what it checks, in words
	 * @return the check
	 */
	public static SqlStatement check(String sql, String description) {
		return new SqlStatement(sql, List.of(), description, Kind.CHECK);
	}

	/**
	 * Create a statement that an action runs in the transaction of the step.
	 * @param sql the SQL that does the same, for people; what a script has is
	 * {@link StatementAction#inScript()}
	 * @param action what runs it
	 * @return the statement
	 */
	public static SqlStatement action(String sql, StatementAction action) {
		return new SqlStatement(sql, List.of(), null, Kind.PLAIN, action);
	}

	/**
	 * Create a check that an action makes.
	 * @param sql the query that it asks, for people
	 * @param description what it checks, in words
	 * @param action what makes the check, and throws what it finds
	 * @return the check
	 */
	public static SqlStatement check(String sql, String description, StatementAction action) {
		return new SqlStatement(sql, List.of(), description, Kind.CHECK, action);
	}

	/**
	 * Return this statement as one that is not run in a transaction.
	 * @return the statement
	 */
	public SqlStatement outsideTransaction() {
		return new SqlStatement(this.sql, this.rows, this.location, Kind.OUTSIDE_TRANSACTION, this.action);
	}

	/**
	 * Return what does the same where no action can run.
	 * @return the statements, none of which has an action
	 */
	public List<SqlStatement> inScript() {
		return (this.action != null) ? this.action.inScript() : List.of(this);
	}

	/**
	 * How a statement is run.
	 */
	public enum Kind {

		/** In the transaction of the step. */
		PLAIN,

		/** Outside of any transaction: what was done before is committed first. */
		OUTSIDE_TRANSACTION,

		/** As a query whose rows are errors. */
		CHECK

	}

}
