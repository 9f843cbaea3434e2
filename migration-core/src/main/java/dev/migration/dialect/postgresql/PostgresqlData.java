package dev.migration.dialect.postgresql;

import java.util.regex.Pattern;

import dev.migration.SqlScript;
import dev.migration.dialect.DataRenderer;
import dev.migration.dialect.SqlStatement;
import dev.migration.dialect.StandardRenderer;

/**
 * Renders SQL as it is for PostgreSQL. What the server refuses to do in a transaction is
 * run outside of one: there is no other way in which it could have been meant.
 */
final class PostgresqlData extends DataRenderer {

	private static final Pattern OUTSIDE_TRANSACTION = Pattern.compile(
			"(?:(?:CREATE(?:\\s+UNIQUE)?|DROP)\\s+INDEX\\s+CONCURRENTLY|REINDEX\\b[^;]*\\bCONCURRENTLY|VACUUM"
					+ "|(?:CREATE|DROP)\\s+(?:DATABASE|TABLESPACE)|ALTER\\s+SYSTEM"
					+ "|ALTER\\s+TABLE\\b[^;]*\\bDETACH\\s+PARTITION\\b[^;]*\\bCONCURRENTLY)\\b",
			Pattern.CASE_INSENSITIVE);

	PostgresqlData(StandardRenderer renderer) {
		super(renderer);
	}

	@Override
	protected SqlStatement statement(SqlScript script) {
		SqlStatement statement = super.statement(script);
		String words = withoutLeadingComments(statement.sql());
		return OUTSIDE_TRANSACTION.matcher(words).lookingAt() ? statement.outsideTransaction() : statement;
	}

	private static String withoutLeadingComments(String sql) {
		String rest = sql.strip();
		while (rest.startsWith("--") || rest.startsWith("/*")) {
			String end = rest.startsWith("--") ? "\n" : "*/";
			int found = rest.indexOf(end, 2);
			rest = (found < 0) ? "" : rest.substring(found + end.length()).strip();
		}
		return rest;
	}

}
