package dev.migration.schema;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * SQL that can be another one on some databases.
 *
 * @param sql the SQL elsewhere
 * @param variants the SQL by dialect id
 */
public record SqlText(String sql, Map<String, String> variants) {

	public SqlText {
		variants = Map.copyOf(variants);
	}

	/**
	 * Return the SQL for one database.
	 * @param dialect the id of the dialect
	 * @return the SQL
	 */
	public String forDialect(String dialect) {
		return this.variants.getOrDefault(dialect, this.sql);
	}

	/**
	 * Return this SQL with another one for one database.
	 * @param dialect the id of the dialect, such as {@code postgresql}
	 * @param other the SQL to use there
	 * @return the SQL
	 */
	public SqlText on(String dialect, String other) {
		Map<String, String> all = new LinkedHashMap<>(this.variants);
		all.put(dialect, other);
		return new SqlText(this.sql, all);
	}

}
