package dev.migration.dialect.sqlite.ddl;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import dev.migration.dialect.SqlScanner.Kind;

/**
 * Looks for names in expressions over one table.
 */
public final class Expressions {

	private Expressions() {
	}

	/**
	 * Return whether an expression names a column.
	 * @param expression the expression
	 * @param column the name of the column
	 * @return whether it does
	 */
	public static boolean mentions(String expression, String column) {
		return names(expression).contains(column.toLowerCase(Locale.ROOT));
	}

	/**
	 * Return what may be columns in an expression.
	 * @param expression the expression
	 * @return the names, in lower case; keywords are among them
	 */
	public static Set<String> names(String expression) {
		Set<String> names = new LinkedHashSet<>();
		List<SqlToken> tokens = SqlToken.significant(expression);
		for (int i = 0; i < tokens.size(); i++) {
			SqlToken token = tokens.get(i);
			boolean isString = token.kind() == Kind.QUOTED && token.text().startsWith("'");
			boolean isFunction = i + 1 < tokens.size() && tokens.get(i + 1).isSymbol('(');
			boolean isCollation = i > 0 && tokens.get(i - 1).isWord("COLLATE");
			boolean isTable = i + 1 < tokens.size() && tokens.get(i + 1).isSymbol('.');
			if (token.isName() && !isString && !isFunction && !isCollation && !isTable) {
				names.add(token.name().toLowerCase(Locale.ROOT));
			}
		}
		return names;
	}

	static String withoutQualifier(String expression, String table) {
		StringBuilder result = new StringBuilder();
		List<SqlToken> tokens = SqlToken.of(expression);
		for (int i = 0; i < tokens.size(); i++) {
			SqlToken token = tokens.get(i);
			boolean isQualifier = token.isName() && token.name().equalsIgnoreCase(table) && i + 1 < tokens.size()
					&& tokens.get(i + 1).isSymbol('.') && !(i > 0 && tokens.get(i - 1).isSymbol('.'));
			if (isQualifier) {
				i++;
			}
			else {
				result.append(token.text());
			}
		}
		return result.toString();
	}

}
