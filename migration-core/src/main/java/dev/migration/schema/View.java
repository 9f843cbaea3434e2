package dev.migration.schema;

import org.jspecify.annotations.Nullable;

/**
 * A view.
 *
 * @param name the name
 * @param query what it shows
 * @param isMaterialized whether it keeps its rows
 */
public record View(QualifiedName name, SqlText query, boolean isMaterialized) {

	/**
	 * Return this view with another query on one database.
	 * @param dialect the id of the dialect, such as {@code postgresql}
	 * @param sql the query there
	 * @return the view
	 */
	public View on(String dialect, String sql) {
		return new View(this.name, this.query.on(dialect, sql), this.isMaterialized);
	}

	/**
	 * Return this view as one that keeps its rows.
	 * @return the view
	 */
	public View materialized() {
		return new View(this.name, this.query, true);
	}

	/**
	 * Return this view in a schema, unless it is in one already.
	 * @param schema the schema, or {@code null} to leave the name as it is
	 * @return the view
	 */
	public View in(@Nullable String schema) {
		return new View(this.name.in(schema), this.query, this.isMaterialized);
	}

}
