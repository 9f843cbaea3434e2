package dev.migration.test;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * All that is in a database, as lines: what its catalogue says, and the rows of all its
 * tables. Of the history it leaves out who did it, where and when.
 */
public final class DatabaseDump {

	private static final String POSTGRESQL = """
			SELECT line FROM (
				SELECT 'column ' || table_name || ' ' || column_name || ' ' || data_type || ' '
					|| coalesce(character_maximum_length::text, '') || coalesce(datetime_precision::text, '') || ' '
					|| is_nullable || ' ' || coalesce(column_default, '') || is_identity || ' ' || ordinal_position AS line
					FROM information_schema.columns WHERE table_schema = 'public'
				UNION ALL
				SELECT 'constraint ' || conrelid::regclass || ' ' || conname || ' ' || pg_get_constraintdef(oid)
					FROM pg_constraint WHERE connamespace = 'public'::regnamespace
				UNION ALL
				SELECT 'index ' || indexdef FROM pg_indexes WHERE schemaname = 'public'
				UNION ALL
				SELECT 'view ' || viewname || definition FROM pg_views WHERE schemaname = 'public'
				UNION ALL
				SELECT 'function ' || proname || prosrc FROM pg_proc WHERE pronamespace = 'public'::regnamespace
				UNION ALL
				SELECT 'trigger ' || pg_get_triggerdef(oid) FROM pg_trigger WHERE NOT tgisinternal
				UNION ALL
				SELECT 'type ' || enumtypid::regtype || ' ' || enumlabel || enumsortorder FROM pg_enum
			) AS lines ORDER BY 1""";

	private static final String SQLITE = "SELECT type || ' ' || name || ' ' || coalesce(sql, '') FROM sqlite_master"
			+ " WHERE name <> 'sqlite_sequence' ORDER BY 1";

	/**
	 * The columns that do not say who did what when; the journal is only kept by a run.
	 */
	private static final String IS_REPEATABLE = "lower(column_name)"
			+ " NOT IN ('started_at', 'finished_at', 'executed_by', 'host', 'progress')";

	private DatabaseDump() {
	}

	/**
	 * Read a database.
	 * @param database the database
	 * @return the lines
	 */
	public static List<String> of(TestDatabase database) {
		List<String> lines = new ArrayList<>(catalogue(database));
		for (String table : database.tables()) {
			lines.add("rows of " + table);
			lines.addAll(database.query(switch (database.kind()) {
				case SQLITE -> sqliteRows(database, table);
				case POSTGRESQL -> postgresqlRows(table);
				case H2 -> h2Rows(database, table);
				case MARIADB, MYSQL -> mysqlRows(database, table);
			}));
		}
		return lines;
	}

	/**
	 * Read the catalogue of a database, but for the numbers that were given out.
	 * @param database the database
	 * @return the lines
	 */
	public static List<String> catalogue(TestDatabase database) {
		return switch (database.kind()) {
			case SQLITE -> database.query(SQLITE);
			case POSTGRESQL -> database.query(POSTGRESQL);
			case H2 -> h2Catalogue(database);
			case MARIADB, MYSQL -> mysqlCatalogue(database);
		};
	}

	private static List<String> h2Catalogue(TestDatabase database) {
		return database.query("SCRIPT NODATA NOPASSWORDS NOSETTINGS")
			.stream()
			.filter((line) -> !line.startsWith("--"))
			.toList();
	}

	private static List<String> mysqlCatalogue(TestDatabase database) {
		List<String> catalogue = new ArrayList<>();
		for (String table : database.tables()) {
			catalogue.add(withSortedKeys(database.query("SHOW CREATE TABLE `" + table + "`", 2)
				.get(0)
				.replaceAll(" AUTO_INCREMENT=\\d+", "")
				.replace(name(database), "database")));
		}
		if (database.kind() == TestDatabase.Kind.MARIADB) {
			for (String sequence : database.query("SELECT table_name FROM information_schema.tables"
					+ " WHERE table_schema = DATABASE() AND table_type = 'SEQUENCE'")) {
				catalogue.add(database.query("SHOW CREATE SEQUENCE `" + sequence + "`", 2).get(0));
			}
		}
		catalogue.addAll(database.query("SELECT CONCAT(trigger_name, action_statement)"
				+ " FROM information_schema.triggers WHERE trigger_schema = DATABASE() ORDER BY 1"));
		return catalogue;
	}

	private static String name(TestDatabase database) {
		return database.databaseUrl().substring(database.databaseUrl().lastIndexOf('/') + 1);
	}

	/**
	 * The order of the keys does not mean anything.
	 */
	private static String withSortedKeys(String createTable) {
		List<String> lines = new ArrayList<>(createTable.lines().map((line) -> line.replaceAll(",$", "")).toList());
		int first = 1;
		while (first < lines.size() && lines.get(first).startsWith("  `")) {
			first++;
		}
		if (lines.size() > first) {
			lines.subList(first, lines.size() - 1).sort(null);
		}
		return String.join("\n", lines);
	}

	private static String h2Rows(TestDatabase database, String table) {
		List<String> columns = database
			.query("SELECT CASE WHEN data_type LIKE 'BINARY%' THEN 'RAWTOHEX(' ELSE 'CAST(' END || '\"' || column_name"
					+ " || CASE WHEN data_type LIKE 'BINARY%' THEN '\")' ELSE '\" AS VARCHAR)' END"
					+ " FROM information_schema.columns WHERE table_schema = CURRENT_SCHEMA AND lower(table_name) = '"
					+ table + "' AND " + IS_REPEATABLE + " ORDER BY ordinal_position");
		String quote = "''''";
		return columns.stream()
			.map((column) -> "COALESCE(" + quote + " || " + column + " || " + quote + ", 'NULL')")
			.collect(Collectors.joining(" || ', ' || ", "SELECT ", " FROM " + table + " ORDER BY 1"));
	}

	private static String mysqlRows(TestDatabase database, String table) {
		List<String> columns = database
			.query("SELECT CONCAT(IF(data_type LIKE '%blob' OR data_type LIKE '%binary', 'COALESCE(HEX(`', 'QUOTE((`'),"
					+ " column_name, IF(data_type LIKE '%blob' OR data_type LIKE '%binary', '`), ''NULL'')', '`))'))"
					+ " FROM information_schema.columns WHERE table_schema = DATABASE() AND table_name = '" + table
					+ "' AND " + IS_REPEATABLE + " ORDER BY ordinal_position");
		return "SELECT CONCAT_WS(', ', " + String.join(", ", columns) + ") FROM `" + table + "` ORDER BY 1";
	}

	private static String postgresqlRows(String table) {
		return "SELECT (to_jsonb(r) - ARRAY['started_at', 'finished_at', 'executed_by', 'host'])::text FROM \"" + table
				+ "\" r ORDER BY 1";
	}

	private static String sqliteRows(TestDatabase database, String table) {
		List<String> columns = database
			.query("SELECT 'typeof(\"' || name || '\") || '' '' || quote(\"' || name || '\")'"
					+ " FROM pragma_table_info('" + table
					+ "') WHERE name NOT IN ('started_at', 'finished_at', 'executed_by', 'host')");
		return "SELECT " + String.join(" || ', ' || ", columns) + " FROM \"" + table + "\" ORDER BY 1";
	}

}
