package dev.migration.autogenerate.source;

import java.util.Objects;

import org.jspecify.annotations.Nullable;

import dev.migration.UnwritableChangeException;
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
	 * @throws UnwritableChangeException if it has no schema, and would be taken into that
	 * of the statement
	 */
	boolean isHere(QualifiedName name) {
		if (name.schema() == null && this.schema != null) {
			throw new UnwritableChangeException(this.change, "Java",
					"behind op.inSchema(\"" + this.schema + "\") there is no way to name '" + name
							+ "', which is in no schema",
					"Give '" + name
							+ "' its schema where it is mapped, or write this change yourself with op.execute(…).");
		}
		return Objects.equals(name.schema(), this.schema);
	}

}
