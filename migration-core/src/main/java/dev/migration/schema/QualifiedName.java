package dev.migration.schema;

import org.jspecify.annotations.Nullable;

/**
 * The name of a table, view, sequence or type, with the schema it is in.
 *
 * @param schema the schema, or {@code null} for the one that the connection uses; empty
 * for that one also where names without a schema mean another
 * @param name the name, as it is meant, without quotes
 */
public record QualifiedName(@Nullable String schema, String name) {

	private static final String DEFAULT_SCHEMA = "";

	public QualifiedName {
		Names.require(name, "table, view, sequence or type");
		if (schema != null && !schema.equals(DEFAULT_SCHEMA)) {
			Names.require(schema, "schema");
		}
	}

	/**
	 * Return a name in the schema that the connection uses.
	 * @param name the name; a dot in it is a part of it
	 * @return the name
	 */
	public static QualifiedName of(String name) {
		return new QualifiedName(null, name);
	}

	/**
	 * Return a name that stays in the schema that the connection uses, also where names
	 * without a schema mean another one.
	 * @param name the name
	 * @return the name, until {@link #in(String)} has made an ordinary one of it
	 */
	static QualifiedName inDefaultSchema(String name) {
		return new QualifiedName(DEFAULT_SCHEMA, name);
	}

	/**
	 * Return this name in a schema, unless it is in one already.
	 * @param defaultSchema the schema, or {@code null} to leave the name as it is
	 * @return the name
	 */
	public QualifiedName in(@Nullable String defaultSchema) {
		if (DEFAULT_SCHEMA.equals(this.schema)) {
			return of(this.name);
		}
		return (this.schema != null) ? this : new QualifiedName(defaultSchema, this.name);
	}

	/**
	 * Return another name in the same schema.
	 * @param other the other name
	 * @return the name
	 */
	public QualifiedName sibling(String other) {
		return new QualifiedName(this.schema, other);
	}

	/**
	 * Return the name for people.
	 * @return for example {@code billing.invoice}
	 */
	@Override
	public String toString() {
		return (this.schema != null) ? this.schema + "." + this.name : this.name;
	}

}
