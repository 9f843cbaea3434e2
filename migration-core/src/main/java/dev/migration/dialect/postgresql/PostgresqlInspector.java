package dev.migration.dialect.postgresql;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import dev.migration.dialect.RenderContext;
import dev.migration.dialect.SchemaInspector;
import dev.migration.dialect.ServerVersion;
import dev.migration.schema.EnumType;
import dev.migration.schema.Index;
import dev.migration.schema.NamingConvention;
import dev.migration.schema.QualifiedName;
import dev.migration.schema.Schema;
import dev.migration.schema.Sequence;
import dev.migration.schema.SqlText;
import dev.migration.schema.Table;
import dev.migration.schema.Trigger;
import dev.migration.schema.View;

/**
 * Reads the catalogue of PostgreSQL. Owns nothing, so it reads what everybody may: the
 * system catalogue, never the tables themselves.
 */
final class PostgresqlInspector implements SchemaInspector {

	private static final CatalogueQuery TABLES = new CatalogueQuery("""
			SELECT c.oid::bigint AS oid, n.nspname, c.relname, obj_description(c.oid, 'pg_class') AS comment
			FROM pg_catalog.pg_class c
			JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
			WHERE n.nspname = ANY (?::text[]) AND c.relkind IN ('r', 'p') AND c.relpersistence <> 't'
			AND NOT c.relispartition
			AND NOT EXISTS (SELECT 1 FROM pg_catalog.pg_inherits i WHERE i.inhrelid = c.oid)
			AND NOT EXISTS (SELECT 1 FROM pg_catalog.pg_depend d WHERE d.classid = 'pg_catalog.pg_class'::regclass
				AND d.objid = c.oid AND d.deptype = 'e')
			AND EXISTS (SELECT 1 FROM pg_catalog.pg_attribute a
				WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped)
			ORDER BY n.nspname, c.relname""");

	private static final CatalogueQuery SCHEMAS = new CatalogueQuery(
			"SELECT nspname FROM pg_catalog.pg_namespace WHERE nspname = ANY (?::text[])");

	private static final CatalogueQuery ALL_SCHEMAS = new CatalogueQuery("""
			SELECT n.nspname FROM pg_catalog.pg_namespace n
			WHERE n.nspname NOT LIKE 'pg\\_%' AND n.nspname <> 'information_schema'
			AND n.nspname IS DISTINCT FROM current_schema()
			AND NOT EXISTS (SELECT 1 FROM pg_catalog.pg_depend d
				WHERE d.classid = 'pg_catalog.pg_namespace'::regclass AND d.objid = n.oid AND d.deptype = 'e')
			ORDER BY n.nspname""");

	private static final CatalogueQuery VIEWS = new CatalogueQuery("""
			SELECT n.nspname, c.relname, c.relkind = 'm' AS materialized, pg_catalog.pg_get_viewdef(c.oid) AS definition
			FROM pg_catalog.pg_class c
			JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
			WHERE n.nspname = ANY (?::text[]) AND c.relkind IN ('v', 'm') AND c.relpersistence <> 't'
			AND NOT EXISTS (SELECT 1 FROM pg_catalog.pg_depend d WHERE d.classid = 'pg_catalog.pg_class'::regclass
				AND d.objid = c.oid AND d.deptype = 'e')
			ORDER BY n.nspname, c.relname""");

	private final PostgresqlDialect dialect;

	PostgresqlInspector(PostgresqlDialect dialect) {
		this.dialect = dialect;
	}

	@Override
	public Schema inspect(Connection connection, Collection<String> schemas) throws SQLException {
		try (StandardStrings strings = StandardStrings.on(connection)) {
			return read(connection, schemas);
		}
	}

	private Schema read(Connection connection, Collection<String> schemas) throws SQLException {
		SchemaSearch search = SchemaSearch.read(connection);
		Set<String> read = search.withDefault(schemas);
		ServerVersion version = this.dialect.version(connection);
		Map<Long, QualifiedName> names = new LinkedHashMap<>();
		Map<QualifiedName, @Nullable String> comments = new HashMap<>();
		TABLES.ofNames(connection, read, (row) -> {
			QualifiedName name = search.name(row.getString("nspname"), row.getString("relname"));
			comments.put(name, row.getString("comment"));
			return names.put(row.getLong("oid"), name);
		});
		List<EnumTypeReader.Found> enumTypes = EnumTypeReader.read(connection);
		Collection<TableParts.Parts> parts = TableParts
			.read(connection, version, names, search, types(version, enumTypes, search))
			.all();
		List<Table> tables = parts.stream().map((each) -> each.table(comments.get(each.name()))).toList();
		List<Index> indexes = new ArrayList<>();
		parts.forEach((each) -> indexes.addAll(each.indexes()));
		List<Sequence> sequences = SequenceReader.read(connection, read, search);
		return new Schema(tables, indexes, sequences,
				enumTypes.stream()
					.filter((type) -> read.contains(type.schema()) && !type.isOfExtension())
					.map((type) -> type.in(search))
					.toList(),
				present(connection, schemas));
	}

	private static Set<String> present(Connection connection, Collection<String> schemas) throws SQLException {
		return schemas.isEmpty() ? Set.of()
				: Set.copyOf(SCHEMAS.ofNames(connection, schemas, (row) -> row.getString("nspname")));
	}

	@Override
	public List<View> views(Connection connection, Collection<String> schemas) throws SQLException {
		SchemaSearch search = SchemaSearch.read(connection);
		return VIEWS.ofNames(connection, search.withDefault(schemas),
				(row) -> new View(search.name(row.getString("nspname"), row.getString("relname")),
						new SqlText(row.getString("definition"), Map.of()), row.getBoolean("materialized")));
	}

	@Override
	public List<Trigger> triggers(Connection connection, Collection<String> schemas) throws SQLException {
		return TriggerReader.read(connection, schemas, this.dialect::quote);
	}

	@Override
	public List<String> others(Connection connection, Collection<String> schemas) throws SQLException {
		return OtherObjects.read(connection, schemas);
	}

	@Override
	public Set<String> schemas(Connection connection) throws SQLException {
		return new LinkedHashSet<>(ALL_SCHEMAS.ofAll(connection, (row) -> row.getString("nspname")));
	}

	private TypeReader types(ServerVersion version, List<EnumTypeReader.Found> enumTypes, SchemaSearch search) {
		Map<Long, EnumType> byIdentity = new HashMap<>();
		enumTypes.forEach((found) -> byIdentity.put(found.oid(), found.in(search)));
		RenderContext context = RenderContext.offline(version, NamingConvention.DEFAULT);
		return new TypeReader(this.dialect.renderer(context).definitions(), byIdentity);
	}

	@Override
	public Schema canonical(Connection connection, Schema schema, RenderContext context) throws SQLException {
		RelationNames.requireDistinct(schema, this.dialect.displayName());
		try (StandardStrings strings = StandardStrings.on(connection)) {
			return new CanonicalSchema(connection, this.dialect.renderer(context.offline()), schema).read();
		}
	}

	@Override
	public String readable(String condition) {
		return ReadableCondition.of(condition);
	}

}
