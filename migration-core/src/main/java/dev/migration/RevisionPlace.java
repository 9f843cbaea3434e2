package dev.migration;

import java.util.List;

/**
 * A revision and its place in the graph.
 *
 * @param revision the revision
 * @param next the ids of the revisions that come directly after it; none for a head
 * @param dependsOn the ids of the revisions that it depends on, also where it names them
 * by label
 * @param effectiveHead whether it is a head and no other revision depends on it either
 */
public record RevisionPlace(RevisionHeader revision, List<String> next, List<String> dependsOn, boolean effectiveHead) {

	public RevisionPlace {
		next = List.copyOf(next);
		dependsOn = List.copyOf(dependsOn);
	}

	/**
	 * Return the id of the revision.
	 * @return the id
	 */
	public String id() {
		return this.revision.id();
	}

	/**
	 * Return whether no revision comes after it.
	 * @return whether it is a head
	 */
	public boolean isHead() {
		return this.next.isEmpty();
	}

	/**
	 * Return whether several revisions come directly after it.
	 * @return whether it is a branch point
	 */
	public boolean isBranchPoint() {
		return this.next.size() > 1;
	}

	/**
	 * Return whether it comes directly after several revisions.
	 * @return whether it is a merge point
	 */
	public boolean isMergePoint() {
		return this.revision.revises().size() > 1;
	}

}
