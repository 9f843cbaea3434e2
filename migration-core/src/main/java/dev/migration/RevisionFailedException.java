package dev.migration;

import org.jspecify.annotations.Nullable;

/**
 * A revision failed. The database is as it was before that revision, unless a part of it
 * ran outside of its transaction; the revisions before it in the same run stay.
 */
public final class RevisionFailedException extends MigrationException {

	private final transient RevisionHeader revision;

	private final Direction direction;

	private final @Nullable String statement;

	private boolean afterCommit;

	/**
	 * Create a new error.
	 * @param revision the revision
	 * @param direction which way it went
	 * @param position which statement it was, for people, such as
	 * {@code statement 2 (db/revisions/x.sql, line 14)}
	 * @param statement the statement, or {@code null} if it was not in a statement
	 * @param cause what went wrong
	 */
	public RevisionFailedException(RevisionHeader revision, Direction direction, String position,
			@Nullable String statement, Throwable cause) {
		super("The " + direction + " of revision " + revision.describe() + " [" + revision.location() + "] failed at "
				+ position + ": " + describe(cause)
				+ ((statement != null) ? "\n  " + statement.strip().replace("\n", "\n  ") : ""),
				advice(cause) + " The database is as it was before this revision.", cause);
		this.revision = revision;
		this.direction = direction;
		this.statement = statement;
	}

	private static String advice(Throwable cause) {
		return (cause instanceof MigrationException exception) ? exception.getAction()
				: "Mend the revision and run it again.";
	}

	private static String describe(Throwable cause) {
		String message = cause.getMessage();
		return (message != null) ? message.strip() : cause.getClass().getName();
	}

	/**
	 * Return the revision that failed.
	 * @return the revision
	 */
	public RevisionHeader getRevision() {
		return this.revision;
	}

	/**
	 * Return which way it went.
	 * @return the direction
	 */
	public Direction getDirection() {
		return this.direction;
	}

	/**
	 * Return the statement that failed.
	 * @return the statement, or {@code null} if it was not in a statement
	 */
	public @Nullable String getStatement() {
		return this.statement;
	}

	/**
	 * Say that a part of the revision was run outside of its transaction.
	 * @return this error
	 */
	public RevisionFailedException afterCommit() {
		this.afterCommit = true;
		return this;
	}

	@Override
	public String getAction() {
		return this.afterCommit
				? super.getAction().replace(" The database is as it was before this revision.",
						" A part of it ran outside of the transaction: what was done until then stays.")
				: super.getAction();
	}

}
