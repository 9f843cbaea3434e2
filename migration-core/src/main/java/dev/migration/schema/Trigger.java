package dev.migration.schema;

import org.jspecify.annotations.Nullable;

/**
 * A trigger of a table.
 *
 * @param name the name
 * @param table the table
 * @param definition the statements that create it, which also may create a function for
 * it
 */
public record Trigger(String name, QualifiedName table, SqlText definition) {

	public Trigger {
		Names.require(name, "trigger");
	}

	/**
	 * Return this trigger with other statements on one database.
	 * @param dialect the id of the dialect, such as {@code postgresql}
	 * @param sql the statements there
	 * @return the trigger
	 */
	public Trigger on(String dialect, String sql) {
		return new Trigger(this.name, this.table, this.definition.on(dialect, sql));
	}

	/**
	 * Return this trigger with its table in a schema, unless it is in one already.
	 * @param schema the schema, or {@code null} to leave the name as it is
	 * @return the trigger
	 */
	public Trigger in(@Nullable String schema) {
		return new Trigger(this.name, this.table.in(schema), this.definition);
	}

}
