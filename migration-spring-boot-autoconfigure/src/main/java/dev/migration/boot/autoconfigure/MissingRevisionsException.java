package dev.migration.boot.autoconfigure;

import java.util.List;

import org.jspecify.annotations.Nullable;

import dev.migration.MigrationException;

/**
 * There is no revision at all, so that the database would be left as it is without a
 * word.
 */
final class MissingRevisionsException extends MigrationException {

	MissingRevisionsException(List<String> locations, @Nullable String database) {
		super("There are no revisions in " + String.join(", ", locations),
				"""
						One of these helps:

							write the first one with './migrate revision --autogenerate -m "…"' ('migrate init' prepares a project)
							take over a database that has tables already with './migrate adopt'
							correct '%s', if there are some elsewhere
							set 'migration.fail-on-missing-locations' to false, to start without any"""
					.formatted((database != null) ? "migration.databases." + database + ".locations"
							: "migration.locations"),
				null);
	}

}
