package dev.migration;

/**
 * The text of a definition is not what this version can read, so that a change to it
 * could lose something.
 */
public final class DdlSyntaxException extends MigrationException {

	/**
	 * Create a new error.
	 * @param sql the definition
	 * @param expected what was expected
	 * @param offset where it was expected, from 0
	 */
	public DdlSyntaxException(String sql, String expected, int offset) {
		super("The definition of a table cannot be read: expected " + expected + " at '"
				+ sql.substring(offset, Math.min(offset + 40, sql.length())) + "' of\n  " + sql,
				"Rebuild this table with op.execute(…).", null);
	}

}
