package dev.migration;

import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Revisions ask for something else now than when they were applied, and
 * {@link MismatchPolicy#FAIL} is what to do then.
 */
public final class AppliedRevisionsChangedException extends MigrationException {

	private final transient List<RevisionHeader> revisions;

	/**
	 * Create a new error.
	 * @param revisions the revisions
	 * @param current the version rows of the database
	 */
	public AppliedRevisionsChangedException(List<RevisionHeader> revisions, Collection<String> current) {
		super(describe(revisions),
				"Make them what they were, and write what is new as a revision of its own. If the database is as they ask "
						+ "now, say so with 'migrate stamp " + String.join(" ", current)
						+ "'. To go on all the same, set 'migration.when-changed' to 'warn'. Nothing was run.",
				null);
		this.revisions = List.copyOf(revisions);
	}

	/**
	 * Say which revisions were changed.
	 * @param revisions the revisions
	 * @return a sentence without its full stop
	 */
	public static String describe(List<RevisionHeader> revisions) {
		return "Revisions were changed since they were applied: " + revisions.stream()
			.map((revision) -> revision.describe() + " [" + revision.location() + "]")
			.collect(Collectors.joining(", "));
	}

	/**
	 * Return the revisions that were changed.
	 * @return the revisions
	 */
	public List<RevisionHeader> getRevisions() {
		return this.revisions;
	}

}
