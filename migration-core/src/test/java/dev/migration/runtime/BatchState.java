package dev.migration.runtime;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import dev.migration.dialect.sqlite.ddl.Clause;
import dev.migration.dialect.sqlite.ddl.ClauseKind;
import dev.migration.dialect.sqlite.ddl.TableDefinition;
import org.jspecify.annotations.Nullable;

/**
 * A database as the cases describe it, read from SQLite.
 *
 * @param aspects what there is, by the names that the cases use
 */
record BatchState(Map<String, Object> aspects) {

	static BatchState read(Connection connection, String table) throws SQLException {
		Map<String, Object> aspects = new LinkedHashMap<>(table(connection, table));
		Map<String, Object> others = new TreeMap<>();
		for (Map<String, Object> row : rows(connection,
				"SELECT name, sql FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"
						+ " AND name NOT LIKE 'migration_%' AND name <> '" + table.replace("'", "''") + "'")) {
			others.put(text(row, "name"), table(connection, text(row, "name")));
		}
		aspects.put("other_tables", others);
		aspects.put("triggers", list(connection,
				"SELECT name, tbl_name AS \"table\", sql FROM sqlite_master WHERE type = 'trigger' ORDER BY name"));
		List<Map<String, Object>> views = new ArrayList<>();
		for (Map<String, Object> view : rows(connection,
				"SELECT name, sql FROM sqlite_master WHERE type = 'view' ORDER BY name")) {
			view.put("rows", viewRows(connection, text(view, "name")));
			views.add(view);
		}
		aspects.put("views", views);
		boolean hasSequence = !rows(connection, "SELECT 1 FROM sqlite_master WHERE name = 'sqlite_sequence'").isEmpty();
		aspects.put("sequence",
				hasSequence
						? values(connection, "SELECT name, seq FROM sqlite_sequence WHERE name NOT LIKE 'migration_%'")
						: List.of());
		aspects.put("integrity_check", values(connection, "PRAGMA integrity_check").get(0).get(0));
		aspects.put("foreign_key_check", values(connection, "PRAGMA foreign_key_check").size());
		return new BatchState(aspects);
	}

	private static Object viewRows(Connection connection, String view) {
		try {
			return values(connection, "SELECT * FROM " + quote(view));
		}
		catch (SQLException ex) {
			return "error";
		}
	}

	private static Map<String, Object> table(Connection connection, String table) throws SQLException {
		Map<String, Object> aspects = new LinkedHashMap<>();
		String sql = String.valueOf(values(connection,
				"SELECT sql FROM (SELECT * FROM sqlite_temp_master UNION ALL SELECT * FROM sqlite_master) WHERE name = '"
						+ table.replace("'", "''") + "'")
			.stream()
			.findFirst()
			.map((row) -> row.get(0))
			.orElse(""));
		aspects.put("sql", sql);
		aspects.put("columns", list(connection, "SELECT name, type, \"notnull\", dflt_value AS dflt, pk, hidden FROM"
				+ " pragma_table_xinfo('" + table.replace("'", "''") + "')"));
		aspects.put("indexes", indexes(connection, table));
		aspects.put("foreign_keys", foreignKeys(connection, table));
		if (sql.toUpperCase().startsWith("CREATE TABLE")) {
			describe(aspects, TableDefinition.parse(sql));
			boolean hasRowid = !TableDefinition.parse(sql).isWithoutRowid();
			aspects.put("rowids",
					hasRowid ? values(connection, "SELECT rowid FROM " + quote(table) + " ORDER BY rowid") : List.of());
		}
		aspects.put("rows", sql.isEmpty() ? List.of() : values(connection, "SELECT * FROM " + quote(table)));
		return aspects;
	}

	private static void describe(Map<String, Object> aspects, TableDefinition definition) {
		List<Clause> clauses = new ArrayList<>(definition.tableClauses());
		Map<String, String> collations = new LinkedHashMap<>();
		definition.columns().forEach((column) -> {
			clauses.addAll(column.clauses());
			Clause collation = column.clause(ClauseKind.COLLATE);
			collations.put(column.columnName(), (collation != null) ? collation.detail().toUpperCase() : "BINARY");
		});
		aspects.put("checks",
				clauses.stream()
					.filter((clause) -> clause.kind() == ClauseKind.CHECK)
					.map((clause) -> clause.detail().replaceAll("\\s+", " ").strip())
					.sorted()
					.toList());
		aspects.put("autoincrement", clauses.stream()
			.anyMatch((clause) -> clause.kind() == ClauseKind.PRIMARY_KEY && clause.says("AUTOINCREMENT")));
		aspects.put("constraint_names",
				clauses.stream().map(Clause::name).filter((name) -> name != null).sorted().toList());
		aspects.put("conflicts", clauses.stream().filter((clause) -> clause.says("CONFLICT")).count());
		aspects.put("without_rowid", definition.isWithoutRowid());
		aspects.put("strict", definition.isStrict());
		aspects.put("collations", collations);
	}

	private static List<Map<String, Object>> indexes(Connection connection, String table) throws SQLException {
		List<Map<String, Object>> indexes = new ArrayList<>();
		for (Map<String, Object> row : rows(connection,
				"SELECT l.name, l.\"unique\", l.origin, l.partial, m.sql FROM pragma_index_list('"
						+ table.replace("'", "''") + "') l LEFT JOIN sqlite_master m ON m.name = l.name")) {
			String name = text(row, "name");
			row.put("columns", list(connection, "SELECT name, \"desc\", coll FROM pragma_index_xinfo('"
					+ name.replace("'", "''") + "') WHERE key = 1 ORDER BY seqno"));
			if (row.get("sql") == null) {
				row.put("name", null);
			}
			indexes.add(row);
		}
		return indexes;
	}

	private static List<Map<String, Object>> foreignKeys(Connection connection, String table) throws SQLException {
		Map<Object, Map<String, Object>> keys = new LinkedHashMap<>();
		for (Map<String, Object> row : rows(connection,
				"SELECT id, \"table\", \"from\", \"to\", on_update, on_delete, \"match\" FROM pragma_foreign_key_list('"
						+ table.replace("'", "''") + "') ORDER BY id, seq")) {
			Map<String, Object> key = keys.computeIfAbsent(row.get("id"), (id) -> {
				Map<String, Object> made = new HashMap<>(row);
				made.remove("id");
				made.put("from", new ArrayList<>());
				made.put("to", new ArrayList<>());
				return made;
			});
			addTo(key, "from", row);
			addTo(key, "to", row);
		}
		return new ArrayList<>(keys.values());
	}

	@SuppressWarnings("unchecked")
	private static void addTo(Map<String, Object> key, String list, Map<String, Object> row) {
		((List<Object>) key.get(list)).add(row.get(list));
	}

	static String quote(String name) {
		return '"' + name.replace("\"", "\"\"") + '"';
	}

	private static String text(Map<String, Object> row, String column) {
		return String.valueOf(row.get(column));
	}

	private static List<Map<String, Object>> list(Connection connection, String sql) throws SQLException {
		return rows(connection, sql);
	}

	private static List<Map<String, Object>> rows(Connection connection, String sql) throws SQLException {
		List<Map<String, Object>> rows = new ArrayList<>();
		try (Statement statement = connection.createStatement(); ResultSet result = statement.executeQuery(sql)) {
			while (result.next()) {
				Map<String, Object> row = new LinkedHashMap<>();
				for (int i = 1; i <= result.getMetaData().getColumnCount(); i++) {
					row.put(result.getMetaData().getColumnLabel(i), value(result.getObject(i)));
				}
				rows.add(row);
			}
		}
		return rows;
	}

	static List<List<Object>> values(Connection connection, String sql) throws SQLException {
		return rows(connection, sql).stream().map((row) -> (List<Object>) new ArrayList<>(row.values())).toList();
	}

	private static @Nullable Object value(@Nullable Object value) {
		if (value instanceof byte[] bytes) {
			return HexFormat.of().formatHex(bytes);
		}
		return (value instanceof Integer number) ? (Object) number.longValue() : value;
	}

	Object get(String aspect) {
		return this.aspects.get(aspect);
	}

	@SuppressWarnings("unchecked")
	List<Map<String, Object>> list(String aspect) {
		Object value = this.aspects.get(aspect);
		return (value != null) ? (List<Map<String, Object>>) value : List.of();
	}

	@SuppressWarnings("unchecked")
	List<List<Object>> rows() {
		return (List<List<Object>>) this.aspects.get("rows");
	}

}
