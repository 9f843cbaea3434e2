package dev.migration.dialect.postgresql;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;

import org.jspecify.annotations.Nullable;

import dev.migration.schema.Column;
import dev.migration.schema.Computed;
import dev.migration.schema.Identity;
import dev.migration.schema.ServerDefault;

/**
 * Reads the columns of tables. A serial column is an identity in older words: it is read
 * as one, so that nobody is told to change what works the same.
 */
final class ColumnReader {

	private static final CatalogueQuery QUERY = new CatalogueQuery("""
			SELECT a.attrelid::bigint AS table_oid, a.attname,
				format_type(a.atttypid, a.atttypmod) AS type, format_type(a.atttypid, NULL) AS bare_type,
				e.oid::bigint AS enum_type, t.typcategory = 'A' AS is_array, a.attnotnull,
				a.attidentity::text AS identity, a.attgenerated::text AS generated,
				pg_get_expr(d.adbin, d.adrelid) AS expression,
				CASE WHEN a.attcollation <> t.typcollation THEN o.collname END AS collation,
				col_description(a.attrelid, a.attnum) AS comment, s.deptype::text AS ownership,
			""" + CountingDefaults.COLUMNS + """

			FROM pg_catalog.pg_attribute a
			JOIN pg_catalog.pg_type t ON t.oid = a.atttypid
			LEFT JOIN pg_catalog.pg_type e ON e.typtype = 'e'
				AND e.oid = CASE WHEN t.typcategory = 'A' THEN t.typelem ELSE t.oid END
			LEFT JOIN pg_catalog.pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
			LEFT JOIN pg_catalog.pg_collation o ON o.oid = a.attcollation
			LEFT JOIN (SELECT p.refobjid, p.refobjsubid, p.deptype, q.* FROM pg_catalog.pg_depend p
				JOIN pg_catalog.pg_sequence q ON q.seqrelid = p.objid
				WHERE p.classid = 'pg_catalog.pg_class'::regclass AND p.refclassid = 'pg_catalog.pg_class'::regclass
				AND p.deptype IN ('a', 'i')) s
				ON s.refobjid = a.attrelid AND s.refobjsubid = a.attnum AND (s.deptype = 'i'
					OR EXISTS (SELECT 1 FROM pg_catalog.pg_depend u WHERE u.classid = 'pg_catalog.pg_attrdef'::regclass
						AND u.objid = d.oid AND u.refclassid = 'pg_catalog.pg_class'::regclass
						AND u.refobjid = s.seqrelid))
			WHERE a.attrelid = ANY (?::oid[]) AND a.attnum > 0 AND NOT a.attisdropped
			ORDER BY a.attrelid, a.attnum""");

	private ColumnReader() {
	}

	static void read(Connection connection, Collection<Long> tables, TypeReader types, TableParts parts)
			throws SQLException {
		List<Found> columns = QUERY.ofTables(connection, tables,
				(row) -> new Found(row.getLong("table_oid"), column(row, types)));
		columns.forEach((found) -> parts.of(found.table()).columns().add(found.column()));
	}

	private static Column column(ResultSet row, TypeReader types) throws SQLException {
		String expression = row.getString("expression");
		Identity identity = identity(row, expression);
		String generated = row.getString("generated");
		Computed computed = (!generated.isEmpty() && expression != null)
				? new Computed(ServerText.expression(expression), generated.equals("s")) : null;
		ServerDefault serverDefault = (identity == null && computed == null) ? serverDefault(row, expression) : null;
		return new Column(row.getString("attname"), types.read(row), !row.getBoolean("attnotnull"), false, identity,
				serverDefault, computed, row.getString("collation"), row.getString("comment"), List.of());
	}

	private static @Nullable Identity identity(ResultSet row, @Nullable String expression) throws SQLException {
		String identity = row.getString("identity");
		if (!identity.isEmpty()) {
			return new Identity(identity.equals("a"), CountingDefaults.read(row));
		}
		boolean isSerial = "a".equals(row.getString("ownership")) && expression != null
				&& expression.startsWith("nextval(") && expression.endsWith("::regclass)");
		return isSerial ? Identity.BY_DEFAULT : null;
	}

	private static @Nullable ServerDefault serverDefault(ResultSet row, @Nullable String expression)
			throws SQLException {
		if (expression == null) {
			return null;
		}
		boolean isEnumType = row.getObject("enum_type") != null && !row.getBoolean("is_array");
		return ServerDefaults.read(expression, row.getString("bare_type"), isEnumType);
	}

	/**
	 * A column of a table.
	 *
	 * @param table the identity of the table
	 * @param column the column
	 */
	private record Found(long table, Column column) {
	}

}
