package dev.migration;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * What a revision runs, one way, on a database.
 *
 * @param statements the statements, or {@code null} if they cannot be written
 * @param problem why they cannot be, or {@code null}
 */
public record RevisionSql(@Nullable List<String> statements, @Nullable String problem) {

	public RevisionSql {
		if (statements != null) {
			statements = List.copyOf(statements);
		}
	}

	/**
	 * Return what could be written.
	 * @param statements the statements
	 * @return the value
	 */
	public static RevisionSql of(List<String> statements) {
		return new RevisionSql(statements, null);
	}

	/**
	 * Return that it cannot be written.
	 * @param problem why, for people
	 * @return the value
	 */
	public static RevisionSql none(String problem) {
		return new RevisionSql(null, problem);
	}

}
