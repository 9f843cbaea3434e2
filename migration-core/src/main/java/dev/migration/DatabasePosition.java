package dev.migration;

import java.util.List;

/**
 * Where a database is on the way to the heads of its application: what can be said from
 * the version rows and the last row of the history.
 *
 * @param database the product, its version and the database, for people; never with a
 * password
 * @param current the version rows, sorted
 * @param heads the heads of the application's revisions, in load order
 * @param pending the revisions of the application that are not applied, oldest first
 * @param ahead the revisions that are applied and that only the history table knows,
 * sorted: the database was upgraded by a newer version of the application
 * @param unknown the version rows that nobody knows, sorted
 * @param halfDone the rows of the steps of the application's revisions that were begun,
 * did not end and left something behind, oldest first. One that is
 * {@linkplain ExecutedStep.Status#RUNNING running} is either under way, or its process
 * died
 */
public record DatabasePosition(String database, List<String> current, List<String> heads, List<String> pending,
		List<String> ahead, List<String> unknown, List<ExecutedStep> halfDone) {

	public DatabasePosition {
		current = List.copyOf(current);
		heads = List.copyOf(heads);
		pending = List.copyOf(pending);
		ahead = List.copyOf(ahead);
		unknown = List.copyOf(unknown);
		halfDone = List.copyOf(halfDone);
	}

}
