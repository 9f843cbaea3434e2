package dev.migration.dialect.postgresql;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

import org.jspecify.annotations.Nullable;

import dev.migration.DatabaseAccessException;
import dev.migration.operation.ColumnOperation;

/**
 * What the catalogue says of a column.
 *
 * @param type its type, as SQL
 * @param isIdentity whether it is numbered
 * @param expression its default as SQL, if there is one
 */
record CatalogColumn(String type, boolean isIdentity, @Nullable String expression) {

	private static final String QUERY = "SELECT format_type(a.atttypid, a.atttypmod), a.attidentity <> '',"
			+ " CASE WHEN a.attgenerated = '' THEN pg_get_expr(d.adbin, d.adrelid) END FROM pg_attribute a"
			+ " LEFT JOIN pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum"
			+ " WHERE a.attrelid = to_regclass(?) AND a.attname = ? AND NOT a.attisdropped";

	static CatalogColumn read(Connection connection, ColumnOperation.AlterColumn operation, String quotedTable) {
		try (PreparedStatement statement = connection.prepareStatement(QUERY)) {
			statement.setString(1, quotedTable);
			statement.setString(2, operation.column());
			try (ResultSet row = statement.executeQuery()) {
				// A column that is not there makes the statement fail, with the words of
				// the
				// server.
				return row.next() ? new CatalogColumn(row.getString(1), row.getBoolean(2), row.getString(3))
						: new CatalogColumn("text", false, null);
			}
		}
		catch (SQLException ex) {
			throw new DatabaseAccessException("The catalogue cannot be read to " + operation.describe(), ex);
		}
	}

}
