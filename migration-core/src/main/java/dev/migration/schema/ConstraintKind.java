package dev.migration.schema;

import java.util.Locale;

/**
 * The kinds of constraint. Some databases need to know the kind to drop one.
 */
public enum ConstraintKind {

	/** A primary key. */
	PRIMARY_KEY,

	/** A unique constraint. */
	UNIQUE_CONSTRAINT,

	/** A foreign key. */
	FOREIGN_KEY,

	/** A check constraint. */
	CHECK_CONSTRAINT,

	/** An exclusion constraint. */
	EXCLUSION_CONSTRAINT;

	/**
	 * Return the kind in words, for errors.
	 * @return for example {@code foreign key}
	 */
	public String words() {
		return name().toLowerCase(Locale.ROOT).replace('_', ' ');
	}

}
