package dev.migration.dialect.h2;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;

import dev.migration.schema.QualifiedName;

/**
 * Reads the columns of constraints. As long as a database is open, H2 goes on to list the
 * columns of a key by the names that they had when the key was made; its indexes know
 * those that they have now.
 */
final class H2KeyColumns {

	/** A foreign key may point into a schema that is not read, so none is left out. */
	private static final H2Query COLUMNS = new H2Query("SELECT constraint_schema, constraint_name, table_schema,"
			+ " table_name, column_name, position_in_unique_constraint FROM information_schema.key_column_usage"
			+ " WHERE CARDINALITY(?) > 0 ORDER BY constraint_schema, constraint_name, ordinal_position");

	private static final H2Query INDEXES = new H2Query("SELECT constraint_schema, constraint_name, index_schema,"
			+ " index_name FROM information_schema.table_constraints"
			+ " WHERE CARDINALITY(?) > 0 AND index_name IS NOT NULL");

	private static final H2Query INDEX_COLUMNS = new H2Query("SELECT index_schema, index_name, column_name"
			+ " FROM information_schema.index_columns WHERE CARDINALITY(?) > 0 ORDER BY ordinal_position");

	private final H2Names names;

	private final Map<Key, List<KeyColumn>> columns = new LinkedHashMap<>();

	private final Map<Key, List<String>> indexColumns = new LinkedHashMap<>();

	private H2KeyColumns(H2Names names) {
		this.names = names;
	}

	static Map<Key, List<KeyColumn>> read(Connection connection, Collection<String> schemas, H2Names names)
			throws SQLException {
		H2KeyColumns reader = new H2KeyColumns(names);
		COLUMNS.forEach(connection, schemas, reader::column);
		INDEX_COLUMNS.forEach(connection, schemas,
				(row) -> reader.indexColumns.computeIfAbsent(Key.read(row, "index"), (key) -> new ArrayList<>())
					.add(row.getString("column_name")));
		INDEXES.forEach(connection, schemas, (row) -> reader.columns.computeIfPresent(Key.read(row, "constraint"),
				reader.current(Key.read(row, "index"))));
		Map<Key, List<KeyColumn>> meant = new LinkedHashMap<>();
		reader.columns
			.forEach((key, all) -> meant.put(key, all.stream().map((column) -> column.meant(names)).toList()));
		return meant;
	}

	private void column(ResultSet row) throws SQLException {
		this.columns.computeIfAbsent(Key.read(row, "constraint"), (key) -> new ArrayList<>())
			.add(new KeyColumn(this.names.name(row.getString("table_schema"), row.getString("table_name")),
					row.getString("column_name"), row.getInt("position_in_unique_constraint")));
	}

	/**
	 * An index that was made for a constraint has its columns in the same order. One that
	 * was there before may have more, and in another order: then only what is not in it
	 * is put right.
	 */
	private BiFunction<Key, List<KeyColumn>, List<KeyColumn>> current(Key index) {
		return (constraint, listed) -> {
			List<String> present = this.indexColumns.getOrDefault(index, List.of());
			boolean isOwn = index.name().startsWith(constraint.name() + "_INDEX_")
					|| index.name().startsWith("PRIMARY_KEY_");
			if (isOwn && present.size() == listed.size()) {
				List<KeyColumn> current = new ArrayList<>();
				for (int i = 0; i < listed.size(); i++) {
					current.add(listed.get(i).named(present.get(i)));
				}
				return current;
			}
			List<String> others = new ArrayList<>(present);
			listed.forEach((column) -> others.remove(column.name()));
			return listed.stream()
				.map((column) -> (present.contains(column.name()) || others.isEmpty()) ? column
						: column.named(others.remove(0)))
				.toList();
		};
	}

	/**
	 * The name of a constraint or an index as it is stored.
	 *
	 * @param schema its schema
	 * @param name its name
	 */
	record Key(String schema, String name) {

		static Key read(ResultSet row, String prefix) throws SQLException {
			return new Key(row.getString(prefix + "_schema"), row.getString(prefix + "_name"));
		}

	}

	/**
	 * A column of a key.
	 *
	 * @param table its table
	 * @param name its name
	 * @param position the place of the column that it points at in the other key, from 1
	 */
	record KeyColumn(QualifiedName table, String name, int position) {

		KeyColumn named(String newName) {
			return new KeyColumn(this.table, newName, this.position);
		}

		KeyColumn meant(H2Names names) {
			return named(names.meant(this.name));
		}

	}

}
