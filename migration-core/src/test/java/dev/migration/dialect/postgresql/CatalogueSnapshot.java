package dev.migration.dialect.postgresql;

import java.util.List;

import dev.migration.test.TestDatabase;

/**
 * All that the catalogue of PostgreSQL says of what users made, a line for each thing.
 * The order of columns is left out: one that is dropped and added again comes last.
 */
final class CatalogueSnapshot {

	private static final String USER_SCHEMAS = "nspname NOT LIKE 'pg\\_%' AND nspname <> 'information_schema'";

	private static final String QUERY = """
			SELECT 'schema ' || nspname FROM pg_namespace WHERE %1$s
			UNION ALL
			SELECT 'relation ' || c.oid::regclass || ' ' || relkind::text || relpersistence::text || ' '
				|| coalesce(obj_description(c.oid, 'pg_class'), '-') || ' '
				|| coalesce(CASE WHEN relkind IN ('v', 'm') THEN pg_get_viewdef(c.oid) END, '')
				FROM pg_class c JOIN pg_namespace n ON n.oid = relnamespace WHERE relkind IN ('r', 'p', 'v', 'm') AND %1$s
			UNION ALL
			SELECT 'column ' || c.oid::regclass || '.' || attname || ' ' || format_type(atttypid, atttypmod) || ' '
				|| attnotnull || ' ' || attidentity::text || attgenerated::text || ' ' || coalesce(pg_get_expr(adbin, adrelid), '-')
				|| ' ' || coalesce(collname, '-') || ' ' || coalesce(col_description(c.oid, attnum), '-')
				|| coalesce((SELECT ' ' || seqstart || ' ' || seqincrement || ' ' || seqmin || ' ' || seqmax || ' ' || seqcycle
					|| ' ' || seqcache FROM pg_depend JOIN pg_sequence ON seqrelid = objid
					WHERE refobjid = c.oid AND refobjsubid = attnum AND deptype = 'i'), '')
				FROM pg_attribute JOIN pg_class c ON c.oid = attrelid JOIN pg_namespace n ON n.oid = relnamespace
				LEFT JOIN pg_attrdef ON adrelid = attrelid AND adnum = attnum
				LEFT JOIN pg_collation o ON o.oid = attcollation AND attcollation <> 100
				WHERE attnum > 0 AND NOT attisdropped AND relkind IN ('r', 'p') AND %1$s
			UNION ALL
			SELECT 'constraint ' || conrelid::regclass || ' ' || conname || ' ' || pg_get_constraintdef(o.oid)
				FROM pg_constraint o JOIN pg_namespace n ON n.oid = connamespace WHERE contype <> 'n' AND %1$s
			UNION ALL
			SELECT 'index ' || pg_get_indexdef(c.oid) FROM pg_class c JOIN pg_namespace n ON n.oid = relnamespace
				WHERE relkind = 'i' AND %1$s
			UNION ALL
			SELECT 'sequence ' || seqrelid::regclass || ' ' || seqstart || ' ' || seqincrement || ' ' || seqmin || ' '
				|| seqmax || ' ' || seqcycle || ' ' || seqcache FROM pg_sequence JOIN pg_class c ON c.oid = seqrelid
				JOIN pg_namespace n ON n.oid = relnamespace WHERE %1$s
				AND NOT EXISTS (SELECT 1 FROM pg_depend WHERE objid = seqrelid AND deptype = 'i')
			UNION ALL
			SELECT 'enum ' || t.oid::regtype || ' ' || (SELECT string_agg(enumlabel, ',' ORDER BY enumsortorder)
				FROM pg_enum WHERE enumtypid = t.oid) FROM pg_type t JOIN pg_namespace n ON n.oid = typnamespace
				WHERE typtype = 'e' AND %1$s
			UNION ALL
			SELECT 'trigger ' || pg_get_triggerdef(t.oid) FROM pg_trigger t WHERE NOT tgisinternal
			UNION ALL
			SELECT 'function ' || p.oid::regprocedure FROM pg_proc p JOIN pg_namespace n ON n.oid = pronamespace
				LEFT JOIN pg_depend d ON d.objid = p.oid AND d.deptype = 'e' WHERE %1$s AND d.objid IS NULL
			ORDER BY 1""";

	private CatalogueSnapshot() {
	}

	static List<String> of(TestDatabase database) {
		return database.query(QUERY.replace("%1$s", USER_SCHEMAS));
	}

}
