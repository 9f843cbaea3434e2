package dev.migration.dialect.postgresql;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

import dev.migration.schema.EnumType;

/**
 * Reads the enum types of all schemas, as a column can have one of any.
 */
final class EnumTypeReader {

	private static final CatalogueQuery QUERY = new CatalogueQuery("""
			SELECT t.oid::bigint AS oid, n.nspname, t.typname,
				array_agg(e.enumlabel::text ORDER BY e.enumsortorder) AS labels,
				EXISTS (SELECT 1 FROM pg_catalog.pg_depend d WHERE d.classid = 'pg_catalog.pg_type'::regclass
					AND d.objid = t.oid AND d.deptype = 'e') AS of_extension,
				n.oid = pg_my_temp_schema() AS temporary
			FROM pg_catalog.pg_enum e
			JOIN pg_catalog.pg_type t ON t.oid = e.enumtypid
			JOIN pg_catalog.pg_namespace n ON n.oid = t.typnamespace
			GROUP BY t.oid, n.oid, n.nspname, t.typname
			ORDER BY n.nspname, t.typname""");

	private EnumTypeReader() {
	}

	static List<Found> read(Connection connection) throws SQLException {
		return QUERY.ofAll(connection,
				(row) -> new Found(row.getLong("oid"), row.getString("nspname"), row.getString("typname"),
						CatalogueQuery.strings(row, "labels"), row.getBoolean("of_extension"),
						row.getBoolean("temporary")));
	}

	/**
	 * An enum type.
	 *
	 * @param oid its identity in the catalogue
	 * @param schema the schema it is in
	 * @param name its name
	 * @param values its values, in their order
	 * @param isOfExtension whether an extension brought it
	 * @param isTemporary whether it ends with the session
	 */
	record Found(long oid, String schema, String name, List<String> values, boolean isOfExtension,
			boolean isTemporary) {

		EnumType in(SchemaSearch search) {
			return new EnumType(search.name(this.schema, this.name), this.values);
		}

	}

}
