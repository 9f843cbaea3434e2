package dev.migration.dialect.mysql;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import dev.migration.DatabaseAccessException;
import dev.migration.schema.QualifiedName;

/**
 * The indexes that the server makes for the foreign keys of a table. It makes one with
 * the name of the key where no index begins with its columns, and takes it away again
 * when there is another. But it leaves it when the key goes, and refuses to drop another
 * one that the key then needs: here both are done as well.
 */
final class ForeignKeyIndexes {

	private static final String INDEXES = "SELECT index_name, column_name, non_unique = 1 AND index_type = 'BTREE'"
			+ " AND sub_part IS NULL AND COALESCE(collation, 'A') = 'A' FROM information_schema.statistics"
			+ " WHERE table_schema = COALESCE(?, DATABASE()) AND table_name = ? ORDER BY index_name, seq_in_index";

	private static final String KEYS = "SELECT constraint_name, column_name, 1 FROM information_schema.key_column_usage"
			+ " WHERE table_schema = COALESCE(?, DATABASE()) AND table_name = ? AND referenced_table_name IS NOT NULL"
			+ " ORDER BY constraint_name, ordinal_position";

	private final Function<String, String> quote;

	private final Map<String, Columns> indexes;

	private final Map<String, Columns> keys;

	ForeignKeyIndexes(Connection connection, QualifiedName table, Function<String, String> quote) {
		this.quote = quote;
		this.indexes = read(connection, INDEXES, table);
		this.keys = read(connection, KEYS, table);
	}

	private static Map<String, Columns> read(Connection connection, String sql, QualifiedName table) {
		Map<String, Columns> all = new LinkedHashMap<>();
		try (PreparedStatement statement = connection.prepareStatement(sql)) {
			statement.setString(1, table.schema());
			statement.setString(2, table.name());
			try (ResultSet row = statement.executeQuery()) {
				while (row.next()) {
					Columns before = all.getOrDefault(row.getString(1), new Columns(List.of(), true));
					all.put(row.getString(1), before.and(String.valueOf(row.getString(2)), row.getBoolean(3)));
				}
			}
			return all;
		}
		catch (SQLException ex) {
			throw new DatabaseAccessException("The database cannot be asked for the indexes of table " + table, ex);
		}
	}

	/**
	 * Return what else is to be done when a foreign key is dropped.
	 * @param key the name of the key
	 * @return clauses of {@code ALTER TABLE}
	 */
	List<String> afterKey(String key) {
		Columns columns = this.keys.remove(key);
		Columns index = this.indexes.get(key);
		boolean isMadeForIt = columns != null && index != null && index.isPlain()
				&& index.names().equals(columns.names());
		if (!isMadeForIt) {
			return List.of();
		}
		List<String> clauses = new ArrayList<>(withoutIndex(key));
		clauses.add("DROP INDEX " + this.quote.apply(key));
		return clauses;
	}

	/**
	 * Return what else is to be done when an index is dropped.
	 * @param index the name of the index
	 * @return clauses of {@code ALTER TABLE}
	 */
	List<String> withoutIndex(String index) {
		@Nullable Columns going = this.indexes.remove(index);
		List<String> clauses = new ArrayList<>();
		if (going == null) {
			return clauses;
		}
		this.keys.forEach((name, key) -> {
			boolean isServed = this.indexes.values().stream().anyMatch((other) -> other.beginsWith(key));
			if (going.beginsWith(key) && !isServed && !Objects.equals(name, index)) {
				clauses.add("ADD INDEX " + this.quote.apply(name) + " "
						+ key.names().stream().map(this.quote).collect(Collectors.joining(", ", "(", ")")));
				this.indexes.put(name, key);
			}
		});
		return clauses;
	}

	/**
	 * The columns of a key or an index.
	 *
	 * @param names their names
	 * @param isPlain whether the server could have made it
	 */
	private record Columns(List<String> names, boolean isPlain) {

		Columns and(String name, boolean isPlainToo) {
			List<String> all = new ArrayList<>(this.names);
			all.add(name);
			return new Columns(all, this.isPlain && isPlainToo);
		}

		boolean beginsWith(Columns key) {
			return this.names.size() >= key.names.size() && this.names.subList(0, key.names.size()).equals(key.names);
		}

	}

}
