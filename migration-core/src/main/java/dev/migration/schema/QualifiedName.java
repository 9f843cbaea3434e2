package dev.migration.schema;

import org.jspecify.annotations.Nullable;

/**
 * The name of a table, view, sequence or type, with the schema it is in.
 *
 * @param schema the schema, or {@code null} for the one that the connection uses
 * @param name the name, as it is meant, without quotes
 */
public record QualifiedName(@Nullable String schema, String name) {

	public QualifiedName {
		Names.require(name, "table, view, sequence or type");
		if (schema != null) {
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
	 * Return this name in a schema, unless it is in one already.
	 * @param defaultSchema the schema, or {@code null} to leave the name as it is
	 * @return the name
	 */
	public QualifiedName in(@Nullable String defaultSchema) {
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
