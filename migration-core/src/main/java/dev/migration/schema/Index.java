package dev.migration.schema;

import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * An index of a table.
 *
 * @param name the name, or {@code null} to have it named
 * @param table the table
 * @param parts the columns and expressions, in the order of the index
 * @param isUnique whether the values occur once
 * @param isConcurrent whether it is created and dropped without blocking writers
 * @param method the method, such as {@code gin}, or {@code null} for that of the database
 * @param where which rows are in it, or {@code null} for all
 * @param include further columns that it holds
 * @param isNullsNotDistinct whether two nulls are duplicates
 * @param storageParameters further settings of the database, by name
 */
public record Index(@Nullable String name, QualifiedName table, List<IndexPart> parts, boolean isUnique,
		boolean isConcurrent, @Nullable String method, @Nullable String where, List<String> include,
		boolean isNullsNotDistinct, Map<String, String> storageParameters) {

	public Index {
		Names.requireIfGiven(name, "index");
		parts = List.copyOf(parts);
		include = Names.copy(include, "column");
		storageParameters = Collections.unmodifiableMap(new LinkedHashMap<>(storageParameters));
		if (parts.isEmpty()) {
			throw new IllegalArgumentException("Index " + ((name != null) ? "'" + name + "'" : "") + " on table '"
					+ table + "' must say which columns it is on");
		}
	}

	/**
	 * Create a plain index.
	 * @param name the name, or {@code null} to have it named
	 * @param table the table
	 * @param parts the columns and expressions, in the order of the index
	 */
	public Index(@Nullable String name, QualifiedName table, List<IndexPart> parts) {
		this(name, table, parts, false, false, null, null, List.of(), false, Map.of());
	}

	/**
	 * Return this index with a name.
	 * @param indexName the name
	 * @return the index
	 */
	public Index named(String indexName) {
		return new Index(indexName, this.table, this.parts, this.isUnique, this.isConcurrent, this.method, this.where,
				this.include, this.isNullsNotDistinct, this.storageParameters);
	}

	/**
	 * Return this index on another table.
	 * @param tableName the table
	 * @return the index
	 */
	public Index onTable(QualifiedName tableName) {
		return new Index(this.name, tableName, this.parts, this.isUnique, this.isConcurrent, this.method, this.where,
				this.include, this.isNullsNotDistinct, this.storageParameters);
	}

	/**
	 * Return this index without duplicates.
	 * @return the index
	 */
	public Index unique() {
		return new Index(this.name, this.table, this.parts, true, this.isConcurrent, this.method, this.where,
				this.include, this.isNullsNotDistinct, this.storageParameters);
	}

	/**
	 * Return this index as one that does not block writers while it is made, where the
	 * database can. It is then made outside of the transaction of the revision.
	 * @return the index
	 */
	public Index concurrently() {
		return new Index(this.name, this.table, this.parts, this.isUnique, true, this.method, this.where, this.include,
				this.isNullsNotDistinct, this.storageParameters);
	}

	/**
	 * Return this index with a method.
	 * @param indexMethod the method, such as {@code gin}
	 * @return the index
	 */
	public Index using(String indexMethod) {
		return new Index(this.name, this.table, this.parts, this.isUnique, this.isConcurrent, indexMethod, this.where,
				this.include, this.isNullsNotDistinct, this.storageParameters);
	}

	/**
	 * Return this index with some of the rows only.
	 * @param condition which, as SQL
	 * @return the index
	 */
	public Index where(String condition) {
		return new Index(this.name, this.table, this.parts, this.isUnique, this.isConcurrent, this.method, condition,
				this.include, this.isNullsNotDistinct, this.storageParameters);
	}

	/**
	 * Return this index with further columns, so that a query need not go to the table.
	 * @param columns the columns
	 * @return the index
	 */
	public Index include(String... columns) {
		return new Index(this.name, this.table, this.parts, this.isUnique, this.isConcurrent, this.method, this.where,
				List.of(columns), this.isNullsNotDistinct, this.storageParameters);
	}

	/**
	 * Return this index with two nulls being duplicates.
	 * @return the index
	 */
	public Index nullsNotDistinct() {
		return new Index(this.name, this.table, this.parts, this.isUnique, this.isConcurrent, this.method, this.where,
				this.include, true, this.storageParameters);
	}

	/**
	 * Return this index with a setting of the database.
	 * @param parameter the setting, such as {@code fillfactor}
	 * @param value its value, as SQL
	 * @return the index
	 */
	public Index storageParameter(String parameter, String value) {
		Map<String, String> all = new LinkedHashMap<>(this.storageParameters);
		all.put(parameter, value);
		return new Index(this.name, this.table, this.parts, this.isUnique, this.isConcurrent, this.method, this.where,
				this.include, this.isNullsNotDistinct, all);
	}

	/**
	 * An index that does not say yet what it is on.
	 *
	 * @param name the name, or {@code null} to have it named
	 */
	public record Begun(@Nullable String name) {

		/**
		 * Return the index on columns of a table.
		 * @param table the table
		 * @param columns the columns, in the order of the index
		 * @return the index
		 */
		public Index on(String table, String... columns) {
			return new Index(this.name, QualifiedName.of(table),
					Arrays.stream(columns).map(IndexPart::ofColumn).toList());
		}

		/**
		 * Return the index on columns and expressions of a table.
		 * @param table the table
		 * @param parts the columns and expressions, in the order of the index
		 * @return the index
		 */
		public Index on(String table, IndexPart... parts) {
			return new Index(this.name, QualifiedName.of(table), List.of(parts));
		}

	}

}
