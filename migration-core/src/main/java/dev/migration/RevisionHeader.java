package dev.migration;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * What is known of a revision without loading its body.
 *
 * @param id the revision id, unique in its graph
 * @param revises the ids of the revisions it comes directly after: none for a base,
 * several for a merge point
 * @param dependsOn ids or branch labels of revisions that must be applied before it,
 * without being its parents
 * @param branchLabels the names it gives to its branch
 * @param message what it does, in a few words
 * @param created when it was written, if it says so
 * @param location where its body is, for people: a class name or a file
 * @param transactional whether its step runs in a transaction
 */
public record RevisionHeader(String id, List<String> revises, List<String> dependsOn, List<String> branchLabels,
		String message, @Nullable Instant created, String location, boolean transactional) {

	public RevisionHeader {
		revises = List.copyOf(revises);
		dependsOn = List.copyOf(dependsOn);
		branchLabels = List.copyOf(branchLabels);
	}

	/**
	 * Create the header of a revision whose step runs in a transaction.
	 * @param id the revision id
	 * @param revises the ids of the revisions it comes directly after
	 * @param dependsOn ids or branch labels of revisions that must be applied before it
	 * @param branchLabels the names it gives to its branch
	 * @param message what it does, in a few words
	 * @param created when it was written, if it says so
	 * @param location where its body is, for people
	 */
	public RevisionHeader(String id, List<String> revises, List<String> dependsOn, List<String> branchLabels,
			String message, @Nullable Instant created, String location) {
		this(id, revises, dependsOn, branchLabels, message, created, location, true);
	}

	/**
	 * Return the id with the message behind it, as logs and the command line show a
	 * revision.
	 * @return for example {@code 3f2a91c07b1e (add team.slug)}
	 */
	public String describe() {
		return this.message.isEmpty() ? this.id : this.id + " (" + this.message + ")";
	}

}
