package dev.migration;

import java.util.List;

/**
 * Where a database stands.
 *
 * @param database the product, its version and the database, for people; never with a
 * password
 * @param current the version rows, sorted
 * @param heads the heads of the revision graph
 * @param upToDate whether no revision is pending
 * @param revisions all revisions, newest first
 * @param halfDone the rows of the steps that failed or were interrupted, and left
 * something behind that a next run has to complete, oldest first
 */
public record MigrationStatus(String database, List<String> current, List<String> heads, boolean upToDate,
		List<RevisionStatus> revisions, List<ExecutedStep> halfDone) {

	public MigrationStatus {
		current = List.copyOf(current);
		heads = List.copyOf(heads);
		revisions = List.copyOf(revisions);
		halfDone = List.copyOf(halfDone);
	}

}
