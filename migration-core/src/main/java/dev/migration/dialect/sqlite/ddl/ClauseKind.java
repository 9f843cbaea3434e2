package dev.migration.dialect.sqlite.ddl;

/**
 * What a clause behind a column, or of a table, is.
 */
public enum ClauseKind {

	/** {@code PRIMARY KEY}. */
	PRIMARY_KEY,

	/** {@code NOT NULL}. */
	NOT_NULL,

	/** {@code NULL}, which SQLite reads and ignores. */
	NULL,

	/** {@code UNIQUE}. */
	UNIQUE,

	/** {@code CHECK}. */
	CHECK,

	/** {@code DEFAULT}. */
	DEFAULT,

	/** {@code COLLATE}. */
	COLLATE,

	/** {@code REFERENCES}, or {@code FOREIGN KEY} with it. */
	FOREIGN_KEY,

	/** {@code DEFERRABLE} apart from its foreign key. */
	DEFERRABLE,

	/** {@code GENERATED ALWAYS AS}, or only {@code AS}. */
	GENERATED,

	/** {@code CONSTRAINT name} with nothing behind it, which SQLite reads and ignores. */
	NAME_ONLY

}
