package dev.migration.dialect.sqlite;

import java.sql.Connection;
import java.util.List;
import java.util.regex.Pattern;

import dev.migration.dialect.DataRenderer;
import dev.migration.dialect.SqlStatement;
import dev.migration.dialect.StandardRenderer;
import dev.migration.dialect.sqlite.rebuild.UnenforcedForeignKeys;
import dev.migration.operation.DataOperation;

/**
 * Renders operations on rows, and SQL as it is, for SQLite. A rebuild in SQL begins by
 * switching foreign keys off, which SQLite ignores inside a transaction: the drop of the
 * table would then delete the rows that refer to it. So the step is begun again in a
 * transaction without them.
 */
final class SqliteData extends DataRenderer {

	private static final Pattern FOREIGN_KEYS_OFF = Pattern.compile(
			"PRAGMA\\s+(main\\s*\\.\\s*)?foreign_keys\\s*[=(]\\s*['\"]?(OFF|0|NO|FALSE)['\"]?\\s*\\)?",
			Pattern.CASE_INSENSITIVE);

	SqliteData(StandardRenderer renderer) {
		super(renderer);
	}

	@Override
	public List<SqlStatement> executeScript(DataOperation.ExecuteScript operation) {
		return withoutForeignKeys(super.executeScript(operation));
	}

	@Override
	public List<SqlStatement> executeStatement(DataOperation.ExecuteStatement operation) {
		return withoutForeignKeys(super.executeStatement(operation));
	}

	private List<SqlStatement> withoutForeignKeys(List<SqlStatement> statements) {
		Connection connection = context().connection();
		boolean isSwitch = statements.stream()
			.anyMatch((statement) -> FOREIGN_KEYS_OFF.matcher(statement.sql().strip()).matches());
		if (isSwitch && connection != null) {
			UnenforcedForeignKeys.require(connection, "a script that switches foreign keys off");
		}
		return statements;
	}

}
