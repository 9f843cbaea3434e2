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
 */
public record SqlStatement(String sql, List<List<@Nullable Object>> rows, @Nullable String location, Kind kind) {

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
	 * Return this statement as one that is not run in a transaction.
	 * @return the statement
	 */
	public SqlStatement outsideTransaction() {
		return new SqlStatement(this.sql, this.rows, this.location, Kind.OUTSIDE_TRANSACTION);
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
