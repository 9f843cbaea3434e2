package dev.migration.dialect.postgresql;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Takes from an expression of the server what says nothing: the parentheses around all of
 * it, and what is written otherwise when the same text is created again.
 */
final class ServerText {

	private static final String STRINGS = "'(?:[^']|'')*'::character varying";

	/**
	 * How the server writes {@code IN (…)} on a column of type varchar. Created again, it
	 * has the cast at each element.
	 */
	private static final Pattern CAST_ARRAY = Pattern
		.compile("\\(ARRAY\\[(" + STRINGS + "(?:, " + STRINGS + ")*)\\]\\)::text\\[\\]");

	private static final Pattern STRING = Pattern.compile(STRINGS);

	private ServerText() {
	}

	static String expression(String text) {
		return withoutParentheses(CAST_ARRAY.matcher(text)
			.replaceAll((array) -> Matcher
				.quoteReplacement("ARRAY[" + STRING.matcher(array.group(1)).replaceAll("($0)::text") + "]")));
	}

	static String withoutParentheses(String text) {
		String inner = text;
		while (inner.startsWith("(") && end(inner) == inner.length() - 1) {
			inner = inner.substring(1, inner.length() - 1);
		}
		return inner;
	}

	/**
	 * Return where the parenthesis at the beginning of a text ends. Both kinds of quotes
	 * are doubled inside of themselves, so that each half is a quoted part of its own.
	 */
	private static int end(String text) {
		int depth = 0;
		char quote = 0;
		for (int i = 0; i < text.length(); i++) {
			char c = text.charAt(i);
			if (quote != 0) {
				quote = (c == quote) ? 0 : quote;
			}
			else if (c == '\'' || c == '"') {
				quote = c;
			}
			else if (c == '(') {
				depth++;
			}
			else if (c == ')' && --depth == 0) {
				return i;
			}
		}
		return -1;
	}

}
