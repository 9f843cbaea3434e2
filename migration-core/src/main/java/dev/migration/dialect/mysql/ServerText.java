package dev.migration.dialect.mysql;

import java.util.Map;
import java.util.function.UnaryOperator;

import dev.migration.schema.QualifiedName;

/**
 * Reads strings and expressions as the server writes them. It writes a backslash twice
 * whatever the SQL mode of the session, but reads it back according to that mode.
 */
final class ServerText {

	private static final Map<Character, String> ESCAPES = Map.of('n', "\n", 't', "\t", 'r', "\r", 'b', "\b", '0', "\0",
			'Z', "\u001a");

	private final UnaryOperator<String> quote;

	private final boolean sessionEscapes;

	/**
	 * Create a new instance.
	 * @param quote quotes a name where it needs it
	 * @param sessionEscapes whether a backslash escapes in a string that the session
	 * states
	 */
	ServerText(UnaryOperator<String> quote, boolean sessionEscapes) {
		this.quote = quote;
		this.sessionEscapes = sessionEscapes;
	}

	/**
	 * Return the text that a string stands for.
	 * @param string the string in quotes
	 * @return the text
	 */
	String unquote(String string) {
		char mark = string.charAt(0);
		StringBuilder text = new StringBuilder();
		for (int i = 1; i < string.length() - 1; i++) {
			char character = string.charAt(i);
			boolean escapes = character == '\\' && mark == '\'';
			if (escapes || (character == mark && i + 1 < string.length() - 1)) {
				i++;
				char escaped = string.charAt(i);
				text.append(escapes ? ESCAPES.getOrDefault(escaped, String.valueOf(escaped)) : escaped);
			}
			else {
				text.append(character);
			}
		}
		return text.toString();
	}

	/**
	 * Return a string in the quotes of the server.
	 * @param text the text
	 * @return the string
	 */
	String quoted(String text) {
		return "'" + text.replace("\\", "\\\\").replace("'", "''") + "'";
	}

	/**
	 * Return an expression without parentheses around all of it, with quotes only around
	 * the names that need them, and with strings that the session reads.
	 * @param expression the expression
	 * @return the expression
	 */
	String expression(String expression) {
		String inner = expression.strip();
		while (inner.startsWith("(") && endOfParentheses(inner, 0) == inner.length()) {
			inner = inner.substring(1, inner.length() - 1).strip();
		}
		return stated(inner, this.quote);
	}

	/**
	 * Return a part of a definition in a form that the session reads as the server meant
	 * it.
	 * @param definition the part, with names in quotes
	 * @return the SQL, with names in backticks
	 */
	String restated(String definition) {
		return stated(definition, ServerText::backticked);
	}

	/**
	 * Return SQL that names no schema where it means this one.
	 * @param sql the SQL, with each name in backticks
	 * @param schema the schema
	 * @return the SQL, in which a name may have other parts before it
	 */
	static String withoutSchema(String sql, String schema) {
		String prefix = backticked(schema) + ".";
		StringBuilder text = new StringBuilder();
		for (int i = 0; i < sql.length();) {
			boolean begins = i == 0 || sql.charAt(i - 1) != '.';
			if (begins && sql.startsWith(prefix, i)) {
				i += prefix.length();
			}
			char first = sql.charAt(i);
			int end = isQuote(first) ? endOfQuote(sql, i, first) : i + 1;
			text.append(sql, i, end);
			i = end;
		}
		return text.toString();
	}

	static String backticked(String name) {
		return "`" + name.replace("`", "``") + "`";
	}

	static String backticked(QualifiedName name) {
		return ((name.schema() != null) ? backticked(name.schema()) + "." : "") + backticked(name.name());
	}

	private String stated(String sql, UnaryOperator<String> nameQuote) {
		StringBuilder text = new StringBuilder();
		for (int i = 0; i < sql.length();) {
			char first = sql.charAt(i);
			int end = isQuote(first) ? endOfQuote(sql, i, first) : i + 1;
			String piece = sql.substring(i, end);
			text.append(!isQuote(first) ? piece : (first == '\'') ? string(piece) : nameQuote.apply(unquote(piece)));
			i = end;
		}
		return text.toString();
	}

	private String string(String piece) {
		return this.sessionEscapes ? piece : stated(unquote(piece));
	}

	/**
	 * Return a string as the session states it.
	 * @param text the text
	 * @return the string
	 */
	String stated(String text) {
		return this.sessionEscapes ? quoted(text) : "'" + text.replace("'", "''") + "'";
	}

	private static boolean isQuote(char character) {
		return character == '\'' || character == '"' || character == '`';
	}

	private static int endOfParentheses(String text, int start) {
		int depth = 0;
		for (int i = start; i < text.length();) {
			char character = text.charAt(i);
			depth += (character == '(') ? 1 : 0;
			depth -= (character == ')') ? 1 : 0;
			i = isQuote(character) ? endOfQuote(text, i, character) : i + 1;
			if (depth == 0) {
				return i;
			}
		}
		return text.length();
	}

	private static int endOfQuote(String text, int start, char mark) {
		for (int i = start + 1; i < text.length(); i++) {
			if (text.charAt(i) == '\\' && mark == '\'') {
				i++;
			}
			else if (text.charAt(i) == mark) {
				if (i + 1 == text.length() || text.charAt(i + 1) != mark) {
					return i + 1;
				}
				i++;
			}
		}
		return text.length();
	}

}
