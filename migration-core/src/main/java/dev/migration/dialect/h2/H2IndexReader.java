package dev.migration.dialect.h2;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import dev.migration.schema.Index;
import dev.migration.schema.IndexPart;
import dev.migration.schema.QualifiedName;

/**
 * Reads the indexes that no constraint brings with it. Where nulls come is only read if
 * it is not where the database puts them anyway.
 */
final class H2IndexReader {

	private static final String INDEXES = "SELECT index_schema, index_name, table_schema, table_name, index_type_name,"
			+ " %s AS nulls FROM information_schema.indexes WHERE ARRAY_CONTAINS(?, table_schema)"
			+ " AND NOT is_generated ORDER BY table_schema, table_name, index_name";

	private static final H2Query COLUMNS = new H2Query("SELECT index_schema, index_name, column_name,"
			+ " ordering_specification, null_ordering FROM information_schema.index_columns"
			+ " WHERE ARRAY_CONTAINS(?, index_schema) ORDER BY index_schema, index_name, ordinal_position");

	private final H2Names names;

	private final Map<QualifiedName, List<IndexPart>> parts = new LinkedHashMap<>();

	private final List<Index> indexes = new ArrayList<>();

	private H2IndexReader(H2Names names) {
		this.names = names;
	}

	static List<Index> read(Connection connection, Collection<String> schemas, H2Names names) throws SQLException {
		H2IndexReader reader = new H2IndexReader(names);
		COLUMNS.forEach(connection, schemas, reader::part);
		String nulls = H2Version.knowsNullsNotDistinct(connection) ? "nulls_distinct" : "'YES'";
		new H2Query(INDEXES.formatted(nulls)).forEach(connection, schemas, reader::index);
		return reader.indexes;
	}

	private static QualifiedName key(ResultSet row) throws SQLException {
		return new QualifiedName(row.getString("index_schema"), row.getString("index_name"));
	}

	private void part(ResultSet row) throws SQLException {
		boolean isDescending = "DESC".equals(row.getString("ordering_specification"));
		this.parts.computeIfAbsent(key(row), (key) -> new ArrayList<>())
			.add(new IndexPart(this.names.meant(row.getString("column_name")), false, isDescending,
					nulls(row.getString("null_ordering"), isDescending), null, null, null));
	}

	private IndexPart.@Nullable Nulls nulls(@Nullable String ordering, boolean isDescending) {
		if (ordering == null) {
			return null;
		}
		boolean isFirst = switch (this.names.settings().getOrDefault("DEFAULT_NULL_ORDERING", "LOW")) {
			case "HIGH" -> isDescending;
			case "FIRST" -> true;
			case "LAST" -> false;
			default -> !isDescending;
		};
		IndexPart.Nulls nulls = IndexPart.Nulls.valueOf(ordering);
		return (isFirst == (nulls == IndexPart.Nulls.FIRST)) ? null : nulls;
	}

	private void index(ResultSet row) throws SQLException {
		QualifiedName table = this.names.name(row.getString("table_schema"), row.getString("table_name"));
		String type = row.getString("index_type_name");
		boolean isUnique = type.startsWith("UNIQUE");
		this.indexes.add(new Index(this.names.meant(row.getString("index_name")), table,
				this.parts.getOrDefault(key(row), List.of()), isUnique, false, null, null, List.of(),
				isUnique && !"YES".equals(row.getString("nulls")), Map.of()));
	}

}
