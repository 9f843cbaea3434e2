package dev.migration.dialect.postgresql;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Writes a condition of the server as a person would have written it: without the casts
 * that the server adds by itself, and with {@code IN} and {@code LIKE}. What is left out
 * may have been needed, so the server must be asked whether it still means the same.
 */
final class ReadableCondition {

	private static final Pattern QUOTED = Pattern.compile("'(?:[^']|'')*'|\"(?:[^\"]|\"\")*\"");

	/** Stands for a quoted part; in no name and no operator. */
	private static final String PLACE = "\uE000";

	private static final Pattern CAST = Pattern.compile("::(?:" + PLACE + "|[a-z]\\w*(?: varying| precision)?)"
			+ "(?:\\(\\d+(?:,\\d+)?\\))?(?: with(?:out)? time zone)?(?:\\[\\])*");

	private static final Pattern ALONE = Pattern.compile("(?<![\\w" + PLACE + "])\\(([\\w.]+|" + PLACE + ")\\)");

	private static final Pattern ONE_OF = Pattern.compile(
			"(?<operator>= ANY|<> ALL) (?:\\(ARRAY\\[(?<one>[^\\[\\]]*)\\]\\)|\\(\\(ARRAY\\[(?<other>[^\\[\\]]*)\\]\\)\\))");

	private ReadableCondition() {
	}

	static String of(String condition) {
		List<String> quoted = new ArrayList<>();
		String text = QUOTED.matcher(condition).replaceAll((part) -> PLACE);
		Matcher parts = QUOTED.matcher(condition);
		while (parts.find()) {
			quoted.add(parts.group());
		}
		if (CAST.matcher(text).results().anyMatch((cast) -> cast.group().contains(PLACE))) {
			return condition;
		}
		String readable = ALONE.matcher(CAST.matcher(text).replaceAll("")).replaceAll("$1");
		readable = ONE_OF.matcher(readable)
			.replaceAll((match) -> (match.group(1).equals("= ANY") ? "IN (" : "NOT IN (")
					+ ((match.group(2) != null) ? match.group(2) : match.group(3)) + ")")
			.replace(" !~~ ", " NOT LIKE ")
			.replace(" ~~ ", " LIKE ");
		return ServerText.withoutParentheses(restored(readable, quoted));
	}

	private static String restored(String text, List<String> quoted) {
		StringBuilder restored = new StringBuilder();
		int next = 0;
		for (String piece : text.split("(?=" + PLACE + ")|(?<=" + PLACE + ")")) {
			restored.append(piece.equals(PLACE) ? quoted.get(next++) : piece);
		}
		return restored.toString();
	}

}
