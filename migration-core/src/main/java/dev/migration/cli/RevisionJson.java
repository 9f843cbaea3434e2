package dev.migration.cli;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

import dev.migration.RevisionHeader;
import dev.migration.RevisionPlace;

/**
 * A revision as programs read it. The names are documented and stay.
 *
 * @param revision the id
 * @param revises the ids of its parents
 * @param dependsOn the ids of what else must be applied before it
 * @param branchLabels the names it gives to its branch
 * @param branches the names of the branches that it is on
 * @param message what it does
 * @param created when it was written, if it says so
 * @param location where its body is
 * @param next the ids of the revisions directly after it
 * @param head whether no revision comes after it
 * @param effectiveHead whether it is a head that another revision depends on
 * @param branchPoint whether several revisions come directly after it
 * @param mergePoint whether it comes directly after several revisions
 * @param state applied, pending, ahead or unknown; {@code null} if the database was not
 * asked
 * @param current whether the version table names it; {@code null} if the database was not
 * asked
 */
record RevisionJson(String revision, List<String> revises, List<String> dependsOn, List<String> branchLabels,
		List<String> branches, String message, @Nullable Instant created, String location, List<String> next,
		boolean head, boolean effectiveHead, boolean branchPoint, boolean mergePoint, @Nullable String state,
		@Nullable Boolean current) {

	static RevisionJson of(ShownRevision shown) {
		RevisionPlace place = shown.place();
		RevisionHeader header = place.revision();
		return new RevisionJson(header.id(), header.revises(), place.dependsOn(), header.branchLabels(),
				place.branches(), header.message(), header.created(), header.location(), place.next(), place.isHead(),
				place.isEffectiveHead(), place.isBranchPoint(), place.isMergePoint(),
				(shown.state() != null) ? shown.state().toString() : null,
				(shown.state() != null) ? shown.current() : null);
	}

}
