package dev.migration;

/**
 * A revision is half done, and what was asked for does not complete it.
 */
public final class HalfDoneRevisionException extends MigrationException {

	/**
	 * Create a new error.
	 * @param half the row of the history table that says so
	 */
	public HalfDoneRevisionException(ExecutedStep half) {
		super("The " + half.direction() + " of revision " + half.revision() + " is half done: it "
				+ ((half.status() == ExecutedStep.Status.FAILED) ? "failed" : "was interrupted") + " behind statement "
				+ half.statementsDone() + ", at " + half.startedAt() + ", by " + half.executedBy() + " on "
				+ half.host(),
				"Complete it first: 'migrate " + half.direction() + "' again, up to this revision. Or restore the "
						+ "database, or mend it by hand and say where it is then with 'migrate stamp'.",
				null);
	}

}
