package dev.migration;

import java.util.List;

/**
 * One revision to run, and what it does to the version table.
 *
 * @param revision the revision
 * @param direction {@link Direction#UPGRADE} or {@link Direction#DOWNGRADE}
 * @param removedVersions the version rows that go with this step, sorted
 * @param addedVersions the version rows that come with this step, sorted
 */
public record MigrationStep(RevisionHeader revision, Direction direction, List<String> removedVersions,
		List<String> addedVersions) {

	public MigrationStep {
		removedVersions = List.copyOf(removedVersions);
		addedVersions = List.copyOf(addedVersions);
	}

}
