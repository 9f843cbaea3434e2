package dev.migration.dialect.sqlite.rebuild;

import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import dev.migration.IncompatibleRowsException;
import dev.migration.dialect.SqlStatement;
import dev.migration.dialect.StatementAction;

/**
 * The rows of a table that a change must fit.
 */
final class Rows {

	private static final int LONGEST_EXAMPLE = 60;

	private final Database database;

	private final String table;

	Rows(Database database, String table) {
		this.database = database;
		this.table = table;
	}

	/**
	 * Return the check that a condition holds for all rows.
	 * @param condition the condition, as SQL; null means that it does not hold
	 * @param problem what is wrong with the others, in words
	 * @param action what to do about them
	 * @return the check, for a run and for a script
	 */
	SqlStatement requirement(String condition, String problem, String action) {
		String from = " FROM " + this.database.qualified(this.table) + " WHERE (" + condition + ") IS NOT TRUE";
		String sql = "SELECT 1 AS found" + from;
		return SqlStatement.check(sql, problem, new StatementAction() {

			@Override
			public void run(Connection connection) {
				require(from, problem, action);
			}

			@Override
			public List<SqlStatement> inScript() {
				return List.of(SqlStatement.check(sql, problem));
			}

		});
	}

	private void require(String from, String problem, String action) {
		long count = this.database.number("SELECT count(*)" + from);
		if (count > 0) {
			throw new IncompatibleRowsException(this.table, count, example(from), problem, action);
		}
	}

	/**
	 * Name one row by its key.
	 * @param from the query behind the select list
	 * @return for example {@code id = 3}
	 */
	String example(String from) {
		List<String> key = new ArrayList<>();
		this.database
			.query("SELECT name FROM pragma_table_info(" + Database.literal(this.table) + ", "
					+ Database.literal(this.database.schema()) + ") WHERE pk > 0 ORDER BY pk")
			.forEach((row) -> key.add(Database.text(row, 0)));
		if (key.isEmpty()) {
			key.add("rowid");
		}
		String columns = String.join(", ",
				key.stream().map((column) -> column.equals("rowid") ? column : Database.quote(column)).toList());
		List<@Nullable Object> row = this.database.query("SELECT " + columns + from + " LIMIT 1").get(0);
		List<String> parts = new ArrayList<>();
		for (int i = 0; i < key.size(); i++) {
			parts.add(key.get(i) + " = " + shorten(Database.text(row, i)));
		}
		return String.join(", ", parts);
	}

	static String shorten(String value) {
		return (value.length() > LONGEST_EXAMPLE) ? value.substring(0, LONGEST_EXAMPLE) + "…" : value;
	}

}
