package dev.migration.dialect;

/**
 * Whether two names are the same to a server if some of their letters are capitals in one
 * of them only.
 */
public enum NameCase {

	/** They are two names, or a name is never changed by the way it is written. */
	COUNTS,

	/** Tables are two, but columns, constraints and indexes are the same. */
	COUNTS_IN_TABLES,

	/** They are the same. */
	DOES_NOT_COUNT

}
