package dev.migration.dialect;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import dev.migration.DatabaseAccessException;
import dev.migration.schema.QualifiedName;

/**
 * Looks whether something is there, by the means that all drivers share.
 */
public final class Lookup {

	private final Connection connection;

	/**
	 * Create a new look-up.
	 * @param connection the connection
	 */
	public Lookup(Connection connection) {
		this.connection = connection;
	}

	/**
	 * Return whether there is a table.
	 * @param table the table
	 * @return whether it is there
	 */
	public boolean hasTable(QualifiedName table) {
		return anyMatch((metaData) -> metaData.getTables(this.connection.getCatalog(), schema(metaData, table),
				pattern(metaData, table.name()), null), "TABLE_NAME", table.name());
	}

	/**
	 * Return whether there is a column.
	 * @param table the table
	 * @param column the column
	 * @return whether it is there
	 */
	public boolean hasColumn(QualifiedName table, String column) {
		return anyMatch((metaData) -> metaData.getColumns(this.connection.getCatalog(), schema(metaData, table),
				pattern(metaData, table.name()), null), "COLUMN_NAME", column);
	}

	/**
	 * Return whether there is an index.
	 * @param table the table
	 * @param index the index
	 * @return whether it is there
	 */
	public boolean hasIndex(QualifiedName table, String index) {
		return anyMatch((metaData) -> metaData.getIndexInfo(this.connection.getCatalog(), schema(metaData, table),
				stored(metaData, table.name()), false, true), "INDEX_NAME", index);
	}

	/**
	 * Return whether a query has a row.
	 * @param query the query
	 * @param values its values
	 * @return whether it has one
	 */
	public boolean hasRow(String query, String... values) {
		try (PreparedStatement statement = this.connection.prepareStatement(query)) {
			for (int i = 0; i < values.length; i++) {
				statement.setString(i + 1, values[i]);
			}
			try (ResultSet rows = statement.executeQuery()) {
				return rows.next();
			}
		}
		catch (SQLException ex) {
			throw new DatabaseAccessException("The database cannot be asked how it is: " + query, ex);
		}
	}

	private boolean anyMatch(Query query, String label, String wanted) {
		try {
			DatabaseMetaData metaData = this.connection.getMetaData();
			String stored = stored(metaData, wanted);
			try (ResultSet rows = query.run(metaData)) {
				while (rows.next()) {
					if (Objects.equals(rows.getString(label), stored)) {
						return true;
					}
				}
			}
			return false;
		}
		catch (SQLException ex) {
			throw new DatabaseAccessException("The database cannot be asked whether '" + wanted + "' is there", ex);
		}
	}

	private @Nullable String schema(DatabaseMetaData metaData, QualifiedName name) throws SQLException {
		return (name.schema() != null) ? stored(metaData, name.schema()) : this.connection.getSchema();
	}

	private static String stored(DatabaseMetaData metaData, String name) throws SQLException {
		boolean isPlain = name.equals(name.toLowerCase(Locale.ROOT));
		return (isPlain && metaData.storesUpperCaseIdentifiers()) ? name.toUpperCase(Locale.ROOT) : name;
	}

	private static String pattern(DatabaseMetaData metaData, String name) throws SQLException {
		String escape = metaData.getSearchStringEscape();
		String stored = stored(metaData, name);
		return (escape == null) ? stored
				: stored.replace(escape, escape + escape).replace("_", escape + "_").replace("%", escape + "%");
	}

	/**
	 * A question to the driver.
	 */
	private interface Query {

		ResultSet run(DatabaseMetaData metaData) throws SQLException;

	}

}
