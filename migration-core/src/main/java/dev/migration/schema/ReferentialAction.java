package dev.migration.schema;

/**
 * What a foreign key does when the row it points at goes or changes.
 */
public enum ReferentialAction {

	/** Refuse, at the end of the statement or transaction. */
	NO_ACTION,

	/** Refuse at once. */
	RESTRICT,

	/** Go or change along. */
	CASCADE,

	/** Set the pointing columns to null. */
	SET_NULL,

	/** Set the pointing columns to their default. */
	SET_DEFAULT;

	/**
	 * Return the words of the action in SQL.
	 * @return for example {@code SET NULL}
	 */
	public String sql() {
		return name().replace('_', ' ');
	}

}
