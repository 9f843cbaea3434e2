package dev.migration.dialect.mysql;

import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * Reads strings and expressions as the server writes them.
 */
final class ServerText {

	private static final Map<Character, String> ESCAPES = Map.of('n', "\n", 't', "\t", 'r', "\r", 'b', "\b", '0', "\0",
			'Z', "\u001a");

	private final UnaryOperator<String> quote;

	private final boolean backslashEscapes;

	/**
	 * Create a new instance.
	 * @param quote quotes a name where it needs it
	 * @param backslashEscapes whether a backslash escapes in a string
	 */
	ServerText(UnaryOperator<String> quote, boolean backslashEscapes) {
		this.quote = quote;
		this.backslashEscapes = backslashEscapes;
	}

	boolean backslashEscapes() {
		return this.backslashEscapes;
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
			boolean escapes = character == '\\' && this.backslashEscapes && mark != '`';
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
		return "'" + (this.backslashEscapes ? text.replace("\\", "\\\\") : text).replace("'", "''") + "'";
	}

	/**
	 * Return an expression without parentheses around all of it, and with quotes only
	 * around the names that need them.
	 * @param expression the expression
	 * @return the expression
	 */
	String expression(String expression) {
		String inner = expression.strip();
		while (inner.startsWith("(") && end(inner, 0) == inner.length()) {
			inner = inner.substring(1, inner.length() - 1).strip();
		}
		StringBuilder text = new StringBuilder();
		for (int i = 0; i < inner.length();) {
			int end = isQuote(inner.charAt(i)) ? end(inner, i) : i + 1;
			String piece = inner.substring(i, end);
			text.append(piece.startsWith("`") ? this.quote.apply(unquote(piece)) : piece);
			i = end;
		}
		return text.toString();
	}

	private static boolean isQuote(char character) {
		return character == '\'' || character == '"' || character == '`';
	}

	/**
	 * Return where a quoted part, or what stands in parentheses, ends.
	 */
	private int end(String text, int start) {
		char first = text.charAt(start);
		if (first != '(') {
			return endOfQuote(text, start, first);
		}
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

	private int endOfQuote(String text, int start, char mark) {
		for (int i = start + 1; i < text.length(); i++) {
			if (text.charAt(i) == '\\' && this.backslashEscapes && mark != '`') {
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
