package dev.migration.runtime;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * What the catalogue of a database says before anything is done, read without our
 * inspectors: by it a rule looks whether a difference is what the rule is about.
 *
 * @param columns the columns, each as {@code table.column}
 * @param checks the conditions of the checks of each table
 * @param enumTypes the values of each enum type
 * @param parts the tables that are a part of another one
 * @param sameDefaults the columns whose default has the value that the model asks for
 */
record AutogenFacts(Map<String, Column> columns, Map<String, List<String>> checks, Map<String, List<String>> enumTypes,
		Set<String> parts, Set<String> sameDefaults) {

	private static final String POSTGRESQL = """
			SELECT c.relname || '.' || a.attname AS name, format_type(a.atttypid, a.atttypmod) AS type,
				a.attnotnull AS is_not_null, pg_get_expr(d.adbin, d.adrelid) AS value,
				coalesce(p.conkey = ARRAY[a.attnum], false) AS is_key, a.attidentity <> '' AS is_identity
			FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
			JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
			LEFT JOIN pg_attrdef d ON d.adrelid = c.oid AND d.adnum = a.attnum
			LEFT JOIN pg_constraint p ON p.conrelid = c.oid AND p.contype = 'p'
			WHERE c.relkind IN ('r', 'p') AND n.nspname NOT IN ('pg_catalog', 'pg_toast', 'information_schema')""";

	private static final String SQLITE = """
			SELECT m.name || '.' || p.name AS name, p.type, p."notnull" AS is_not_null, p.dflt_value AS value,
				p.pk = 1 AND (SELECT count(*) FROM pragma_table_info(m.name) WHERE pk > 0) = 1 AS is_key,
				false AS is_identity
			FROM sqlite_master m JOIN pragma_table_info(m.name) p WHERE m.type = 'table'""";

	static AutogenFacts read(AutogenCase test, Connection connection) throws SQLException {
		AutogenFacts facts = new AutogenFacts(new HashMap<>(), new HashMap<>(), new HashMap<>(), new HashSet<>(),
				new HashSet<>());
		query(connection, test.isPostgresql() ? POSTGRESQL : SQLITE,
				(row) -> facts.columns.put(row.getString("name"),
						new Column(row.getString("type"), row.getBoolean("is_not_null"), row.getString("value"),
								row.getBoolean("is_key"), row.getBoolean("is_identity"))));
		if (test.isPostgresql()) {
			facts.readPostgresql(connection);
		}
		else {
			query(connection, "SELECT name, sql FROM sqlite_master WHERE type = 'table'",
					(row) -> facts.checks.put(row.getString(1), conditions(row.getString(2))));
			facts.compareDefaults(test, connection);
		}
		return facts;
	}

	private void readPostgresql(Connection connection) throws SQLException {
		query(connection,
				"SELECT c.relname, pg_get_constraintdef(p.oid) FROM pg_constraint p JOIN pg_class c ON c.oid = p.conrelid"
						+ " WHERE p.contype = 'c'",
				(row) -> this.checks.computeIfAbsent(row.getString(1), (table) -> new ArrayList<>())
					.addAll(conditions(row.getString(2))));
		query(connection,
				"SELECT t.typname, e.enumlabel FROM pg_type t JOIN pg_enum e ON e.enumtypid = t.oid"
						+ " ORDER BY 1, e.enumsortorder",
				(row) -> this.enumTypes.computeIfAbsent(row.getString(1), (type) -> new ArrayList<>())
					.add(row.getString(2)));
		query(connection, "SELECT inhrelid::regclass::text FROM pg_inherits",
				(row) -> this.parts.add(row.getString(1).replaceAll("^.*\\.", "").replace("\"", "")));
	}

	private void compareDefaults(AutogenCase test, Connection connection) {
		for (Map.Entry<String, Column> column : this.columns.entrySet()) {
			String wanted = Objects.requireNonNullElse(test.defaultOf(column.getKey()), "NULL");
			String present = Objects.requireNonNullElse(column.getValue().serverDefault(), "NULL");
			if (isSame(connection, wanted, present)) {
				this.sameDefaults.add(column.getKey());
			}
		}
	}

	/**
	 * The database itself says whether two defaults have one value. What it cannot
	 * compute is no spelling of something else.
	 */
	private static boolean isSame(Connection connection, String one, String other) {
		try (Statement statement = connection.createStatement();
				ResultSet row = statement.executeQuery("SELECT CAST((" + one + ") AS TEXT) IS CAST((" + other
						+ ") AS TEXT) OR (" + one + ") IS (" + other + ")")) {
			return row.next() && row.getBoolean(1);
		}
		catch (SQLException ex) {
			return false;
		}
	}

	/**
	 * Find the conditions in the text of a table or of a constraint.
	 */
	static List<String> conditions(String sql) {
		List<String> conditions = new ArrayList<>();
		String lower = sql.toLowerCase(Locale.ROOT);
		int from = lower.indexOf("check");
		while (from >= 0) {
			int start = sql.indexOf('(', from);
			int end = start + 1;
			for (int depth = 1; start >= 0 && end < sql.length() && depth > 0; end++) {
				depth += (sql.charAt(end) == '(') ? 1 : (sql.charAt(end) == ')') ? -1 : 0;
			}
			boolean isCheck = start >= 0 && sql.substring(from + "check".length(), start).isBlank();
			if (isCheck) {
				conditions.add(sql.substring(start, end));
			}
			from = lower.indexOf("check", isCheck ? end : from + 1);
		}
		return conditions;
	}

	/**
	 * Return what is left of conditions if those are taken out that the others have too.
	 */
	static int countMissing(List<String> conditions, List<String> others) {
		List<String> left = new ArrayList<>(conditions.stream().map(AutogenFacts::plain).toList());
		others.stream().map(AutogenFacts::plain).forEach(left::remove);
		return left.size();
	}

	/**
	 * Without what a server adds: casts, parentheses, and its word for {@code IN}.
	 */
	private static String plain(String condition) {
		return condition.toLowerCase(Locale.ROOT)
			.replaceAll("::[a-z]\\w*( varying| precision)?(\\(\\d+\\))?(\\[])?", "")
			.replaceAll("= any \\(+array\\[", "in (")
			.replaceAll("[\\s()\\[\\]\"]", "");
	}

	private static void query(Connection connection, String sql, RowReader reader) throws SQLException {
		try (Statement statement = connection.createStatement(); ResultSet row = statement.executeQuery(sql)) {
			while (row.next()) {
				reader.read(row);
			}
		}
	}

	/**
	 * A column.
	 *
	 * @param type its type
	 * @param isNotNull whether the catalogue says that it takes no null
	 * @param serverDefault its default
	 * @param isOnlyKey whether it alone is the primary key
	 * @param isIdentity whether it is an identity
	 */
	record Column(String type, boolean isNotNull, @Nullable String serverDefault, boolean isOnlyKey,
			boolean isIdentity) {

	}

	private interface RowReader {

		void read(ResultSet row) throws SQLException;

	}

}
