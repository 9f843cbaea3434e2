package dev.migration;

/**
 * A revision is half done, and asks for something else than it did then.
 */
public final class ChangedRevisionException extends MigrationException {

	/**
	 * Create a new error.
	 * @param revision the revision
	 * @param direction which way it goes
	 * @param statement the number of the statement, from 1
	 * @param done how many statements are done
	 * @param now what it asks for there now, in words
	 */
	public ChangedRevisionException(RevisionHeader revision, Direction direction, int statement, int done, String now) {
		super("The " + direction + " of revision " + revision.describe() + " [" + revision.location()
				+ "] cannot go on: "
				+ ((done == 1) ? "its first statement is" : "its first " + done + " statements are")
				+ " done, and statement " + statement + " was changed since. Now it is: " + now,
				"Make the revision what it was up to there, and put what is new behind it. Or restore the database; "
						+ "or mend it by hand, and say where it is then with 'migrate stamp'.",
				null);
	}

}
