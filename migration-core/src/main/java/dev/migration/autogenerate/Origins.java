package dev.migration.autogenerate;

import java.util.Map;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import dev.migration.schema.ColumnName;
import dev.migration.schema.QualifiedName;
import dev.migration.schema.TargetSchema;

/**
 * Which entity a table is for, and which attribute a column, before and now. What has the
 * same origin under another name was renamed.
 *
 * @param before the entities and attributes when the last revision was proposed, by table
 * or by table and column
 * @param target those of now
 */
record Origins(Map<String, String> before, TargetSchema target) {

	boolean isSame(QualifiedName removed, QualifiedName added) {
		return isSame(this.before.get(removed.toString()), this.target.entities().get(added));
	}

	/**
	 * Compare two columns.
	 * @param removed the column as it was called, in the table as that was called
	 * @param added the column of now
	 */
	boolean isSame(ColumnName removed, ColumnName added) {
		return isSame(this.before.get(removed.toString()), this.target.attributes().get(added));
	}

	private static boolean isSame(@Nullable String one, @Nullable String other) {
		return one != null && Objects.equals(one, other);
	}

}
