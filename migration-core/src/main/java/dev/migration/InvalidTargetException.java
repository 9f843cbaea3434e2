package dev.migration;

/**
 * A target, or another revision identifier, does not name what the command needs.
 */
public final class InvalidTargetException extends MigrationException {

	private final Reason reason;

	/**
	 * Create a new error.
	 * @param reason the kind of mistake
	 * @param message what happened, with the values
	 * @param action what to do next
	 */
	public InvalidTargetException(Reason reason, String message, String action) {
		super(message, action, null);
		this.reason = reason;
	}

	/**
	 * Return the kind of mistake.
	 * @return the reason
	 */
	public Reason getReason() {
		return this.reason;
	}

	/**
	 * The kinds of mistake that an identifier can hold.
	 */
	public enum Reason {

		/** It follows no form of the identifier language. */
		MALFORMED,

		/** No revision has this id, prefix or label. */
		NO_SUCH_REVISION,

		/** No branch has this label. */
		NO_SUCH_BRANCH,

		/** The revision is not on the branch that was named with it. */
		NOT_IN_BRANCH,

		/** The prefix fits several revisions. */
		AMBIGUOUS_ID,

		/** One head was asked for where there are several. */
		MULTIPLE_HEADS,

		/** There are not so many steps in this direction. */
		RELATIVE_OUT_OF_RANGE,

		/** The steps fork: there is more than one way to count them. */
		AMBIGUOUS_WALK,

		/** Steps from the current revision were asked for where there are several. */
		AMBIGUOUS_CURRENT,

		/** The revision is not below the current ones. */
		NOT_DOWNGRADEABLE,

		/** One of the requested revisions contains another. */
		OVERLAPPING_REVISIONS,

		/** The two ends of a range do not lie on one line. */
		INVALID_RANGE,

		/** A range is needed. */
		RANGE_REQUIRED,

		/** A range makes no sense here. */
		RANGE_NOT_ALLOWED,

		/** A new revision would start a branch that nobody asked for. */
		NOT_A_HEAD,

		/** A new revision would come after the same revision twice. */
		DUPLICATE_HEADS

	}

}
