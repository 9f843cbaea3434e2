package dev.migration;

import java.util.List;

/**
 * The version table holds a revision that neither the application nor the history table
 * knows.
 */
public final class UnknownRevisionException extends MigrationException {

	private final transient List<String> revisions;

	/**
	 * Create a new error.
	 * @param versionTable the version table
	 * @param revisions the ids that nobody knows
	 */
	public UnknownRevisionException(String versionTable, List<String> revisions) {
		super("The version table '" + versionTable + "' holds " + String.join(", ", revisions)
				+ ", which this application does not have and the history table cannot place",
				"Bring back the revision, check that this is the right database and that 'migration.locations' is "
						+ "complete, or set the table by hand with 'migrate stamp --purge <revision>'.",
				null);
		this.revisions = List.copyOf(revisions);
	}

	/**
	 * Return the ids that nobody knows.
	 * @return the ids
	 */
	public List<String> getRevisions() {
		return this.revisions;
	}

}
