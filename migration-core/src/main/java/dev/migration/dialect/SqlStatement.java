package dev.migration.dialect;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * One statement for the database.
 *
 * @param sql the SQL, with a {@code ?} for each value where there are values
 * @param rows the values to run it with, once for each row; empty if it has no
 * placeholders and runs once
 * @param location where it was written, for errors, if that is known
 */
public record SqlStatement(String sql, List<List<@Nullable Object>> rows, @Nullable String location) {

	/**
	 * Create a statement without values.
	 * @param sql the SQL
	 */
	public SqlStatement(String sql) {
		this(sql, List.of(), null);
	}

}
