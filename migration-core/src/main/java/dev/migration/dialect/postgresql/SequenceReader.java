package dev.migration.dialect.postgresql;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;

import dev.migration.schema.Sequence;

/**
 * Reads the sequences that no column owns.
 */
final class SequenceReader {

	private static final CatalogueQuery QUERY = new CatalogueQuery("SELECT n.nspname, c.relname, "
			+ CountingDefaults.COLUMNS
			+ """

					FROM pg_catalog.pg_sequence s
					JOIN pg_catalog.pg_class c ON c.oid = s.seqrelid
					JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
					WHERE n.nspname = ANY (?::text[]) AND c.relpersistence <> 't'
					AND NOT EXISTS (SELECT 1 FROM pg_catalog.pg_depend d WHERE d.classid = 'pg_catalog.pg_class'::regclass
						AND d.objid = c.oid AND (d.deptype = 'e'
							OR (d.deptype IN ('a', 'i') AND d.refclassid = 'pg_catalog.pg_class'::regclass)))
					ORDER BY n.nspname, c.relname""");

	private SequenceReader() {
	}

	static List<Sequence> read(Connection connection, Collection<String> schemas, SchemaSearch search)
			throws SQLException {
		return QUERY.ofNames(connection, schemas,
				(row) -> new Sequence(search.name(row.getString("nspname"), row.getString("relname")),
						CountingDefaults.read(row)));
	}

}
