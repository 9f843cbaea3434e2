package dev.migration;

import java.util.Locale;

/**
 * A revision and how the database stands to it.
 *
 * @param place the revision and its place in the graph
 * @param state whether the database has it
 * @param current whether the version table names it
 */
public record RevisionStatus(RevisionPlace place, State state, boolean current) {

	/**
	 * Return the revision.
	 * @return the revision
	 */
	public RevisionHeader revision() {
		return this.place.revision();
	}

	/**
	 * Return whether no revision comes after it.
	 * @return whether it is a head
	 */
	public boolean head() {
		return this.state != State.UNKNOWN && this.place.isHead();
	}

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
