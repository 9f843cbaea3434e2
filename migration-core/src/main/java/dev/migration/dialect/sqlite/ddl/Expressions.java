package dev.migration.dialect.sqlite.ddl;

import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import dev.migration.dialect.SqlScanner.Kind;

/**
 * Looks for names in expressions over one table.
 */
public final class Expressions {

	private static final Set<String> VALUED_WORDS = Set.of("and", "or", "not", "in", "between", "like", "is", "true",
			"false", "length", "lower", "upper", "trim");

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

	/**
	 * Return whether an expression has a value whatever the row is.
	 * @param expression the expression
	 * @param columns the columns that are never null
	 * @return whether it does; {@code false} where it has anything but comparisons of
	 * these columns and of constants
	 */
	public static boolean isNeverNull(String expression, Collection<String> columns) {
		Set<String> known = new HashSet<>(VALUED_WORDS);
		columns.forEach((column) -> known.add(column.toLowerCase(Locale.ROOT)));
		List<SqlToken> tokens = SqlToken.significant(expression);
		for (int i = 0; i < tokens.size(); i++) {
			boolean isCall = tokens.get(i).kind() == Kind.WORD && i + 1 < tokens.size()
					&& tokens.get(i + 1).isSymbol('(');
			if (isCall && !VALUED_WORDS.contains(tokens.get(i).name().toLowerCase(Locale.ROOT))) {
				return false;
			}
		}
		boolean isComputed = tokens.stream()
			.anyMatch((token) -> token.isSymbol('/') || token.isSymbol('%') || token.isSymbol('-'));
		return !isComputed && known.containsAll(names(expression));
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
