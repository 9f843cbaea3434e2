package dev.migration;

import java.util.List;

/**
 * A revision that is asked for.
 *
 * @param id its id
 * @param message what it will do, in a few words; may be empty
 * @param revises what it comes directly after, in the identifier language: {@code head},
 * {@code base} for a new root, several for a merge; at least one
 * @param splice whether it may come after a revision that is no head
 * @param branchLabels the names it gives to its branch
 * @param dependsOn what must be applied before it, in the identifier language
 */
public record NewRevision(String id, String message, List<String> revises, boolean splice, List<String> branchLabels,
		List<String> dependsOn) {

	public NewRevision {
		revises = List.copyOf(revises);
		if (revises.isEmpty()) {
			throw new IllegalArgumentException("Say what the revision comes after; 'base' for nothing");
		}
		branchLabels = List.copyOf(branchLabels);
		dependsOn = List.copyOf(dependsOn);
	}

}
