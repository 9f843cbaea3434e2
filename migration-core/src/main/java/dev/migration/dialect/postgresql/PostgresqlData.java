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
			"(?:\\s|--[^\\n]*\\n|/\\*.*?\\*/)*(?:(?:CREATE(?:\\s+UNIQUE)?|DROP)\\s+INDEX\\s+CONCURRENTLY|REINDEX\\b[^;]*"
					+ "\\bCONCURRENTLY|VACUUM|(?:CREATE|DROP)\\s+(?:DATABASE|TABLESPACE)|ALTER\\s+SYSTEM"
					+ "|ALTER\\s+TABLE\\b[^;]*\\bDETACH\\s+PARTITION\\b[^;]*\\bCONCURRENTLY)\\b.*",
			Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

	PostgresqlData(StandardRenderer renderer) {
		super(renderer);
	}

	@Override
	protected SqlStatement statement(SqlScript script) {
		SqlStatement statement = super.statement(script);
		return OUTSIDE_TRANSACTION.matcher(statement.sql()).matches() ? statement.outsideTransaction() : statement;
	}

}
