package dev.migration.dialect.postgresql;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.function.UnaryOperator;

import org.jspecify.annotations.Nullable;

import dev.migration.schema.Definitions;
import dev.migration.schema.QualifiedName;
import dev.migration.schema.Trigger;

/**
 * Reads the triggers, each with the function that it calls, which would mean nothing
 * without it.
 */
final class TriggerReader {

	/**
	 * A trigger of a partition is a copy of that of its table. A function of the server,
	 * or of an extension, is there anyway.
	 */
	private static final CatalogueQuery TRIGGERS = new CatalogueQuery("""
			SELECT n.nspname, c.relname, t.tgname, pg_catalog.pg_get_triggerdef(t.oid, true) AS definition,
			CASE WHEN f.nspname <> 'pg_catalog' AND NOT EXISTS (SELECT 1 FROM pg_catalog.pg_depend d
				WHERE d.classid = 'pg_catalog.pg_proc'::regclass AND d.objid = p.oid AND d.deptype = 'e')
			THEN pg_catalog.pg_get_functiondef(p.oid) END AS function, f.nspname AS function_schema
			FROM pg_catalog.pg_trigger t
			JOIN pg_catalog.pg_class c ON c.oid = t.tgrelid
			JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
			JOIN pg_catalog.pg_proc p ON p.oid = t.tgfoid
			JOIN pg_catalog.pg_namespace f ON f.oid = p.pronamespace
			WHERE n.nspname = ANY (?::text[]) AND NOT t.tgisinternal AND NOT c.relispartition
			AND NOT EXISTS (SELECT 1 FROM pg_catalog.pg_depend d
				WHERE d.classid = 'pg_catalog.pg_trigger'::regclass AND d.objid = t.oid AND d.deptype = 'e')
			ORDER BY n.nspname, c.relname, t.tgname""");

	private TriggerReader() {
	}

	static List<Trigger> read(Connection connection, Collection<String> schemas, UnaryOperator<String> quote)
			throws SQLException {
		SchemaSearch search = SchemaSearch.read(connection);
		return TRIGGERS.ofNames(connection, search.withDefault(schemas), (row) -> trigger(row, search, quote));
	}

	private static Trigger trigger(ResultSet row, SchemaSearch search, UnaryOperator<String> quote)
			throws SQLException {
		QualifiedName table = search.name(row.getString("nspname"), row.getString("relname"));
		String function = row.getString("function");
		String definition = row.getString("definition") + ";";
		if (function != null) {
			String schema = row.getString("function_schema");
			definition = function(function.strip(), schema.equals(search.defaultSchema()) ? quote.apply(schema) : null)
					+ ";\n\n" + definition;
		}
		return Definitions.trigger(row.getString("tgname"), table.name(), definition).in(table.schema());
	}

	/**
	 * The server always names the schema of a function.
	 */
	private static String function(String definition, @Nullable String defaultSchema) {
		String head = "CREATE OR REPLACE FUNCTION ";
		return (defaultSchema != null && definition.startsWith(head + defaultSchema + "."))
				? head + definition.substring(head.length() + defaultSchema.length() + 1) : definition;
	}

}
