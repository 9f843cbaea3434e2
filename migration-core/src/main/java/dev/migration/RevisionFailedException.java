package dev.migration;

import org.jspecify.annotations.Nullable;

/**
 * A revision failed. The database is as it was before that revision, unless a part of it
 * ran outside of its transaction; the revisions before it in the same run stay.
 */
public final class RevisionFailedException extends MigrationException {

	private static final String UNCHANGED = "The database is as it was before this revision.";

	private final transient RevisionHeader revision;

	private final Direction direction;

	private final @Nullable String statement;

	private final String reason;

	private String state = UNCHANGED;

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
		this(revision, direction, position, statement, cause, "Mend the revision and run it again.");
	}

	private RevisionFailedException(RevisionHeader revision, Direction direction, String position,
			@Nullable String statement, Throwable cause, String advice) {
		super("The " + direction + " of revision " + revision.describe() + " [" + revision.location() + "] failed at "
				+ position + ": " + describe(cause, statement)
				+ ((statement != null) ? "\n  " + statement.strip().replace("\n", "\n  ") : ""), advice(cause, advice),
				cause);
		this.revision = revision;
		this.direction = direction;
		this.statement = (statement != null) ? Secrets.mask(statement) : null;
		this.reason = position + ": " + describe(cause, statement);
	}

	/**
	 * Create an error for a step that a hook failed.
	 * @param revision the revision
	 * @param direction which way it went
	 * @param hook the class of the hook
	 * @param moment when the hook was called, such as {@code before the step}
	 * @param cause what the hook threw
	 * @return the error
	 */
	public static RevisionFailedException atHook(RevisionHeader revision, Direction direction, Class<?> hook,
			String moment, Throwable cause) {
		return new RevisionFailedException(revision, direction, "the hook " + hook.getName() + " " + moment, null,
				cause, "Do what the hook asks for, or mend the hook, and run it again.");
	}

	private static String advice(Throwable cause, String otherwise) {
		return (cause instanceof MigrationException exception) ? exception.getAction() : otherwise;
	}

	private static String describe(Throwable cause, @Nullable String statement) {
		// The message of an error of the class loader is the name of a class, and no
		// more.
		String message = (cause instanceof LinkageError) ? cause.toString() : cause.getMessage();
		return (message != null) ? Secrets.mask(message.strip(), statement) : cause.getClass().getName();
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
	 * @return the statement with its passwords masked, or {@code null} if it was not in a
	 * statement
	 */
	public @Nullable String getStatement() {
		return this.statement;
	}

	/**
	 * Return where it failed, and why, without the statement itself.
	 * @return for example
	 * {@code statement 2 (db/revisions/x.sql, line 14): no such table}
	 */
	public String getReason() {
		return this.reason;
	}

	/**
	 * Say that a part of the revision stays.
	 * @param statements how many of its statements are done
	 * @param product the database that commits each change of the schema by itself, or
	 * {@code null} if the revision asked for it
	 * @return this error
	 */
	public RevisionFailedException withDone(int statements, @Nullable String product) {
		if (statements > 0) {
			this.state = ((statements == 1) ? "Statement 1 is done and stays"
					: "Statements 1 to " + statements + " are done and stay")
					+ ((product != null) ? ", as " + product + " cannot take changes of the schema back."
							: ", as they were run outside of the transaction.")
					+ " The next run goes on at statement " + (statements + 1) + ": leave those before it as they are.";
		}
		return this;
	}

	/**
	 * Say that nobody knows whether a statement is done.
	 * @param statement the number of the statement, from 1
	 * @return this error
	 */
	public RevisionFailedException withUnclear(int statement) {
		this.state = "The connection was lost during statement " + statement
				+ ", and whether it is done is not known. The next run looks, or asks.";
		return this;
	}

	@Override
	public String getAction() {
		return super.getAction() + " " + this.state;
	}

}
