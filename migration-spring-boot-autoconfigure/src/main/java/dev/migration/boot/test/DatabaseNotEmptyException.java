package dev.migration.boot.test;

import java.util.List;
import java.util.stream.Collectors;

import dev.migration.MigrationException;
import dev.migration.SchemaDifference;

/**
 * A test of revisions was to run on a database that has something in it.
 */
public final class DatabaseNotEmptyException extends MigrationException {

	/** How many objects the message has. */
	private static final int SHOWN = 10;

	/**
	 * Create an error for what is there.
	 * @param database the database, for people
	 * @param found what is there, as what came into an empty database
	 */
	DatabaseNotEmptyException(String database, List<SchemaDifference> found) {
		this(database,
				found.stream()
					.limit(SHOWN)
					.map((difference) -> difference.found().replaceFirst("^added ", ""))
					.collect(Collectors.joining(", "))
						+ ((found.size() > SHOWN) ? " and " + (found.size() - SHOWN) + " more" : ""));
	}

	/**
	 * Create an error for a database that has a history.
	 * @param database the database, for people
	 * @param steps how many steps were executed on it
	 */
	DatabaseNotEmptyException(String database, int steps) {
		this(database, "a history of " + steps + " executed " + ((steps == 1) ? "step" : "steps"));
	}

	private DatabaseNotEmptyException(String database, String found) {
		super("A test of revisions needs an empty database, and " + database + " has " + found,
				"Give the test a database of its own, such as @MigrationTest(properties = "
						+ "\"spring.datasource.url=jdbc:sqlite:target/revisions.db\") or a container with @ServiceConnection. "
						+ "If it is one, and a test was killed, drop what it left there. Nothing was touched.",
				null);
	}

}
