package dev.migration;

import java.util.Collection;
import java.util.stream.Collectors;

/**
 * The database is not where the caller expects it.
 */
public final class StateConflictException extends MigrationException {

	/**
	 * Create a new error.
	 * @param expected the version rows that the caller expects
	 * @param actual the version rows of the database
	 */
	public StateConflictException(Collection<String> expected, Collection<String> actual) {
		super("The database is at " + describe(actual) + ", not at " + describe(expected) + " as expected",
				"Look at the current revisions, and ask again with what they are now. Nothing was run.", null);
	}

	private static String describe(Collection<String> versions) {
		return versions.isEmpty() ? "base" : versions.stream().sorted().collect(Collectors.joining(", "));
	}

}
