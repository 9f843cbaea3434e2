package dev.migration;

/**
 * A run ended in the middle of a statement, and nothing tells whether the database
 * carried it out.
 */
public final class UnclearStatementException extends MigrationException {

	/**
	 * Create a new error.
	 * @param revision the revision
	 * @param direction which way it goes
	 * @param statement the number of the statement, from 1
	 * @param text what the statement does, or its SQL
	 */
	public UnclearStatementException(RevisionHeader revision, Direction direction, int statement, String text) {
		super("The last run ended during statement " + statement + " of the " + direction + " of revision "
				+ revision.describe() + " [" + revision.location() + "], and whether it is done cannot be told: "
				+ text.strip(),
				"Look at the database. If the statement is done, run it again with '-x resume." + revision.id()
						+ "=done', and it goes on behind it. If not, with '-x resume." + revision.id()
						+ "=again', and it begins with it. At start-up the same is 'migration.arguments.resume."
						+ revision.id() + "', for this one start. Or restore the database.",
				null);
	}

}
