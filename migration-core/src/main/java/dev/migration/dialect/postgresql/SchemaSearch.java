package dev.migration.dialect.postgresql;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import dev.migration.schema.QualifiedName;

/**
 * Where a connection looks for a name without a schema.
 *
 * @param defaultSchema the schema that it creates such a name in, if there is one
 * @param visibleSchemas the schemas that it looks in
 */
record SchemaSearch(@Nullable String defaultSchema, List<String> visibleSchemas) {

	private static final CatalogueQuery QUERY = new CatalogueQuery(
			"SELECT current_schema() AS current, current_schemas(false)::text[] AS visible");

	static SchemaSearch read(Connection connection) throws SQLException {
		return QUERY
			.ofAll(connection,
					(row) -> new SchemaSearch(row.getString("current"), CatalogueQuery.strings(row, "visible")))
			.get(0);
	}

	/**
	 * Return the name of something, without the schema if that is the default one.
	 */
	QualifiedName name(@Nullable String schema, String name) {
		return new QualifiedName(Objects.equals(schema, this.defaultSchema) ? null : schema, name);
	}

	/**
	 * Return the default schema and others. The schemas of the system are no place for
	 * the tables of an application.
	 */
	Set<String> withDefault(Collection<String> others) {
		Set<String> schemas = new LinkedHashSet<>();
		if (this.defaultSchema != null) {
			schemas.add(this.defaultSchema);
		}
		schemas.addAll(others);
		schemas.removeIf((schema) -> schema.startsWith("pg_") || schema.equals("information_schema"));
		return schemas;
	}

}
