package dev.migration;

import java.util.List;

/**
 * A revision and its place in the graph.
 *
 * @param revision the revision
 * @param next the ids of the revisions that come directly after it; none for a head
 * @param dependsOn the ids of the revisions that it depends on, also where it names them
 * by label
 * @param branches the names of the branches that it is on, sorted
 * @param dependedOn whether another revision depends on it
 */
public record RevisionPlace(RevisionHeader revision, List<String> next, List<String> dependsOn, List<String> branches,
		boolean dependedOn) {

	public RevisionPlace {
		next = List.copyOf(next);
		dependsOn = List.copyOf(dependsOn);
		branches = List.copyOf(branches);
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
	 * Return whether it is a head that is no version row once everything is applied,
	 * because another revision depends on it.
	 * @return whether it is an effective head
	 */
	public boolean isEffectiveHead() {
		return isHead() && this.dependedOn;
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
