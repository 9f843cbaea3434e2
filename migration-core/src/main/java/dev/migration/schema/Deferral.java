package dev.migration.schema;

/**
 * When a constraint that can wait is checked.
 */
public enum Deferral {

	/** After each statement, unless a transaction asks to wait. */
	INITIALLY_IMMEDIATE,

	/** At the end of the transaction. */
	INITIALLY_DEFERRED;

	/**
	 * Return the words in SQL.
	 * @return for example {@code DEFERRABLE INITIALLY DEFERRED}
	 */
	public String sql() {
		return "DEFERRABLE " + name().replace('_', ' ');
	}

}
