package dev.migration.dialect.postgresql;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;

/**
 * Names what is in the catalogue besides tables, sequences, enum types, views and
 * triggers.
 */
final class OtherObjects {

	private static final CatalogueQuery OTHERS = new CatalogueQuery("""
			WITH s AS (SELECT oid FROM pg_catalog.pg_namespace WHERE nspname = ANY (?::text[])),
			extended AS (SELECT classid, objid FROM pg_catalog.pg_depend WHERE deptype = 'e')
			SELECT 'extension ' || quote_ident(extname) AS object FROM pg_catalog.pg_extension
				WHERE extname <> 'plpgsql'
			UNION ALL
			SELECT CASE p.prokind WHEN 'p' THEN 'procedure ' WHEN 'a' THEN 'aggregate ' ELSE 'function ' END
				|| p.oid::regprocedure
			FROM pg_catalog.pg_proc p JOIN s ON s.oid = p.pronamespace
			WHERE NOT EXISTS (SELECT 1 FROM pg_catalog.pg_trigger t WHERE t.tgfoid = p.oid AND NOT t.tgisinternal)
			AND NOT EXISTS (SELECT 1 FROM extended e
				WHERE e.classid = 'pg_catalog.pg_proc'::regclass AND e.objid = p.oid)
			UNION ALL
			SELECT CASE t.typtype WHEN 'd' THEN 'domain ' WHEN 'r' THEN 'range type ' ELSE 'composite type ' END
				|| t.oid::regtype
			FROM pg_catalog.pg_type t JOIN s ON s.oid = t.typnamespace
			LEFT JOIN pg_catalog.pg_class c ON c.oid = t.typrelid
			WHERE (t.typtype IN ('d', 'r') OR c.relkind = 'c') AND NOT EXISTS (SELECT 1 FROM extended e
				WHERE e.classid = 'pg_catalog.pg_type'::regclass AND e.objid = t.oid)
			UNION ALL
			SELECT CASE c.relkind WHEN 'f' THEN 'foreign table ' ELSE 'partitions of table ' END || c.oid::regclass
			FROM pg_catalog.pg_class c JOIN s ON s.oid = c.relnamespace
			WHERE c.relkind IN ('f', 'p') AND NOT c.relispartition
			UNION ALL
			SELECT 'table ' || i.inhrelid::regclass || ', which inherits ' || i.inhparent::regclass
			FROM pg_catalog.pg_inherits i JOIN pg_catalog.pg_class c ON c.oid = i.inhrelid
			JOIN s ON s.oid = c.relnamespace
			WHERE c.relkind = 'r' AND NOT c.relispartition
			UNION ALL
			SELECT 'policy ' || quote_ident(p.polname) || ' on table ' || c.oid::regclass
			FROM pg_catalog.pg_policy p JOIN pg_catalog.pg_class c ON c.oid = p.polrelid
			JOIN s ON s.oid = c.relnamespace
			UNION ALL
			SELECT 'rule ' || quote_ident(r.rulename) || ' on table ' || c.oid::regclass
			FROM pg_catalog.pg_rewrite r JOIN pg_catalog.pg_class c ON c.oid = r.ev_class
			JOIN s ON s.oid = c.relnamespace
			WHERE r.rulename <> '_RETURN' AND NOT EXISTS (SELECT 1 FROM extended e
				WHERE e.classid = 'pg_catalog.pg_rewrite'::regclass AND e.objid = r.oid)
			ORDER BY 1""");

	private OtherObjects() {
	}

	static List<String> read(Connection connection, Collection<String> schemas) throws SQLException {
		return OTHERS.ofNames(connection, SchemaSearch.read(connection).withDefault(schemas),
				(row) -> row.getString("object"));
	}

}
