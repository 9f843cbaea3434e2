package dev.migration;

/**
 * What an upgrade does when the database and the revisions of the application do not fit
 * together as they should.
 */
public enum MismatchPolicy {

	/**
	 * Do not look at it.
	 */
	IGNORE,

	/**
	 * Log a warning and go on.
	 */
	WARN,

	/**
	 * Refuse, before anything is run.
	 */
	FAIL

}
