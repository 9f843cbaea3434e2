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

	/**
	 * A cast counts that an assignment takes; everything becomes a string; and arrays go
	 * as their elements.
	 */
	private static final String CONVERTED = "WITH types AS (SELECT a.atttypid AS source, to_regtype(?)::oid AS target"
			+ " FROM pg_attribute a WHERE a.attrelid = to_regclass(?) AND a.attname = ? AND NOT a.attisdropped),"
			+ " pairs AS (SELECT CASE WHEN s.typcategory = 'A' AND t.typcategory = 'A' THEN s.typelem ELSE s.oid END AS source,"
			+ " CASE WHEN s.typcategory = 'A' AND t.typcategory = 'A' THEN t.typelem ELSE t.oid END AS target"
			+ " FROM types JOIN pg_type s ON s.oid = types.source JOIN pg_type t ON t.oid = types.target)"
			+ " SELECT p.source = p.target OR t.typcategory = 'S' OR EXISTS (SELECT 1 FROM pg_cast c"
			+ " WHERE c.castsource = CASE WHEN s.typtype = 'd' THEN s.typbasetype ELSE s.oid END"
			+ " AND c.casttarget = CASE WHEN t.typtype = 'd' THEN t.typbasetype ELSE t.oid END"
			+ " AND c.castcontext IN ('a', 'i')) OR (s.typtype = 'd' AND s.typbasetype = t.oid)"
			+ " OR (t.typtype = 'd' AND t.typbasetype = s.oid)"
			+ " FROM pairs p JOIN pg_type s ON s.oid = p.source JOIN pg_type t ON t.oid = p.target";

	/**
	 * Return whether the server converts the values of a column to another type by
	 * itself.
	 */
	static boolean isConverted(Connection connection, ColumnOperation.AlterColumn operation, String quotedTable,
			String type) {
		try (PreparedStatement statement = connection.prepareStatement(CONVERTED)) {
			statement.setString(1, type);
			statement.setString(2, quotedTable);
			statement.setString(3, operation.column());
			try (ResultSet row = statement.executeQuery()) {
				// What the catalogue does not know is for the server to refuse.
				return !row.next() || row.getBoolean(1);
			}
		}
		catch (SQLException ex) {
			throw new DatabaseAccessException("The catalogue cannot be read to " + operation.describe(), ex);
		}
	}

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
