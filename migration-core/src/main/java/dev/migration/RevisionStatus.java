package dev.migration;

import java.util.Locale;

/**
 * A revision and how the database stands to it.
 *
 * @param revision the revision
 * @param state whether the database has it
 * @param current whether the version table names it
 * @param head whether no revision comes after it
 * @param effectiveHead whether it is a head and no other revision depends on it either
 * @param branchPoint whether several revisions come directly after it
 * @param mergePoint whether it comes directly after several revisions
 */
public record RevisionStatus(RevisionHeader revision, State state, boolean current, boolean head, boolean effectiveHead,
		boolean branchPoint, boolean mergePoint) {

	/**
	 * How the database stands to a revision.
	 */
	public enum State {

		/** The database has it. */
		APPLIED,

		/** The database does not have it. */
		PENDING,

		/**
		 * The database has it and the application does not: it is newer than its code.
		 */
		AHEAD,

		/** The version table names it, and nobody knows it. */
		UNKNOWN;

		@Override
		public String toString() {
			return name().toLowerCase(Locale.ROOT);
		}

	}

}
