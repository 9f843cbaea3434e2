package dev.migration.boot.autoconfigure;

import dev.migration.MigrationException;

/**
 * A bean that takes part in a run needs one that waits for the end of that run.
 */
final class BeanWaitsForRevisionsException extends MigrationException {

	BeanWaitsForRevisionsException(String participant, String waiting, Throwable cause) {
		super(participant + " needs the bean '" + waiting
				+ "', which waits until the revisions have run, as it uses the database",
				"""
						Let it work through what it is given, on the connection of the run: 'op.jdbc()' or 'op.execute(…)' in a \
						revision, the connection of the run in a hook. JPA cannot be part of it: the entities are those of \
						today, and the tables are those of the revision.""",
				cause);
	}

}
