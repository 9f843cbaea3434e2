package dev.migration.schema;

/**
 * What one database can do with a table and others cannot, such as an engine.
 *
 * @param dialect the id of the dialect that it is for
 * @param sql the SQL, rendered as it is
 * @param isPrefix whether it stands before the word {@code TABLE}, as {@code UNLOGGED}
 * does, rather than behind the columns
 */
public record TableOption(String dialect, String sql, boolean isPrefix) implements TableElement {

	public TableOption {
		if (sql.isBlank()) {
			throw new IllegalArgumentException("A table option for '" + dialect + "' is empty");
		}
	}

}
