package dev.migration.cli;

import org.jspecify.annotations.Nullable;

import dev.migration.RevisionPlace;
import dev.migration.RevisionStatus;
import dev.migration.RevisionStatus.State;

/**
 * A revision to show, with what the database says of it where it was asked.
 *
 * @param place the revision and its place in the graph
 * @param state how the database stands to it, or {@code null} if it was not asked
 * @param current whether the version table names it
 */
record ShownRevision(RevisionPlace place, @Nullable State state, boolean current) {

	static ShownRevision of(RevisionPlace place) {
		return new ShownRevision(place, null, false);
	}

	static ShownRevision of(RevisionStatus status) {
		return new ShownRevision(status.place(), status.state(), status.current());
	}

	String id() {
		return this.place.id();
	}

	/**
	 * Return what it does, in one line, whatever was written.
	 */
	String message() {
		return RevisionLines.flat(this.place.revision().message());
	}

	/**
	 * Return whether it is a head, as far as anybody knows.
	 */
	boolean isHead() {
		return this.place.isHead() && this.state != State.UNKNOWN;
	}

	/**
	 * Return whether it comes after nothing, as far as anybody knows.
	 */
	boolean isBase() {
		return this.place.revision().revises().isEmpty() && this.state != State.UNKNOWN;
	}

}
