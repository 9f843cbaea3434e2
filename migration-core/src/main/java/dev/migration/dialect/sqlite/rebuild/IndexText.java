package dev.migration.dialect.sqlite.rebuild;

import java.util.List;
import java.util.Locale;
import java.util.Set;

import dev.migration.dialect.sqlite.ddl.Expressions;
import dev.migration.dialect.sqlite.ddl.SqlToken;

/**
 * The text of an index, as {@code sqlite_master} keeps it.
 *
 * @param sql the text
 */
record IndexText(String sql) {

	/**
	 * Return what may be columns: everything behind the table.
	 * @return the names, in lower case
	 */
	Set<String> names() {
		List<SqlToken> tokens = SqlToken.significant(this.sql);
		for (SqlToken token : tokens) {
			if (token.isSymbol('(')) {
				return Expressions.names(this.sql.substring(token.start()));
			}
		}
		return Set.of();
	}

	boolean mentions(String column) {
		return names().contains(column.toLowerCase(Locale.ROOT));
	}

}
