package dev.migration.test;

import java.util.ArrayList;
import java.util.List;

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

	private DatabaseDump() {
	}

	/**
	 * Read a database.
	 * @param database the database
	 * @return the lines
	 */
	public static List<String> of(TestDatabase database) {
		boolean sqlite = database.jdbcUrl().startsWith("jdbc:sqlite");
		List<String> lines = new ArrayList<>(database.query((sqlite) ? SQLITE : POSTGRESQL));
		for (String table : database.tables()) {
			lines.add("rows of " + table);
			lines.addAll(database.query((sqlite) ? sqliteRows(database, table) : postgresqlRows(table)));
		}
		return lines;
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
