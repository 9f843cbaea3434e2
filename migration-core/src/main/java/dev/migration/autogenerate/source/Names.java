package dev.migration.autogenerate.source;

import java.util.Objects;

import org.jspecify.annotations.Nullable;

import dev.migration.schema.QualifiedName;

/**
 * What names without a schema mean in a statement.
 *
 * @param change what is written, for an error
 * @param schema the schema of {@code op.inSchema(…)}, or {@code null} if there is none
 */
record Names(String change, @Nullable String schema) {

	/**
	 * Return whether a name needs no schema here.
	 * @param name the name
	 * @return whether it is written without a schema
	 */
	boolean isHere(QualifiedName name) {
		return Objects.equals(name.schema(), this.schema);
	}

}
