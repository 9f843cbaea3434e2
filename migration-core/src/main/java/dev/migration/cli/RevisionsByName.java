package dev.migration.cli;

import java.util.List;

import dev.migration.Migrator;

/**
 * Finds the revisions that an argument names. Only {@code current} asks the database.
 */
final class RevisionsByName {

	private RevisionsByName() {
	}

	static List<ShownRevision> find(Migrator migrator, String identifier) {
		if (identifier.equals("current")) {
			return migrator.current().stream().map(ShownRevision::of).toList();
		}
		return migrator.directory().show(identifier).stream().map(ShownRevision::of).toList();
	}

}
