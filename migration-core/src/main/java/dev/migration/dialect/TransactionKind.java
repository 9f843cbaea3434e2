package dev.migration.dialect;

/**
 * The kinds of transaction that a step can run in.
 */
public enum TransactionKind {

	/** As the connection is set up. */
	PLAIN,

	/**
	 * Foreign keys are not kept while it lasts: dropping a table does not touch the rows
	 * that refer to it. They are checked before it is committed.
	 */
	WITHOUT_FOREIGN_KEYS

}
