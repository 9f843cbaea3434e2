package dev.migration.dialect.sqlite.ddl;

import dev.migration.MigrationException;

/**
 * The text of a definition is not what this version can read, so that a change to it
 * could lose something.
 */
public final class DdlSyntaxException extends MigrationException {

	DdlSyntaxException(String sql, String expected, int offset) {
		super("The definition of a table cannot be read: expected " + expected + " at '"
				+ sql.substring(offset, Math.min(offset + 40, sql.length())) + "' of\n  " + sql,
				"Rebuild this table with op.execute(…).", null);
	}

}
