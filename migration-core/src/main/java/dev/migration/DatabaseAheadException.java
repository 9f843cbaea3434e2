package dev.migration;

import java.util.Collection;
import java.util.List;

/**
 * The database has revisions of a newer version of the application, and
 * {@link MismatchPolicy#FAIL} is what to do then.
 */
public final class DatabaseAheadException extends MigrationException {

	private final transient List<String> revisions;

	/**
	 * Create a new error.
	 * @param revisions the ids that only the database has
	 */
	public DatabaseAheadException(Collection<String> revisions) {
		super("The database is ahead of this application: it also has " + String.join(", ", revisions),
				"Start the version of the application that has them, or take them back with 'migrate downgrade head'. To "
						+ "go on all the same, set 'migration.when-ahead' to 'warn'. Nothing was run.",
				null);
		this.revisions = List.copyOf(revisions);
	}

	/**
	 * Return the ids that only the database has.
	 * @return the ids
	 */
	public List<String> getRevisions() {
		return this.revisions;
	}

}
