package dev.migration.dialect;

import java.util.Iterator;
import java.util.List;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

/**
 * Writes values in place of the {@code ?} of a statement, for SQL that is kept or printed
 * and not run now. What stands in quotes and comments stays.
 */
final class Placeholders {

	private Placeholders() {
	}

	static String inline(String sql, List<@Nullable Object> values, Function<@Nullable Object, String> literal) {
		StringBuilder result = new StringBuilder(sql.length());
		Iterator<@Nullable Object> remaining = values.iterator();
		int position = 0;
		while (position < sql.length()) {
			int end = endOfPart(sql, position);
			if (sql.charAt(position) == '?' && remaining.hasNext()) {
				result.append(literal.apply(remaining.next()));
			}
			else {
				result.append(sql, position, end);
			}
			position = end;
		}
		return result.toString();
	}

	private static int endOfPart(String sql, int start) {
		char first = sql.charAt(start);
		if (first == '\'' || first == '"') {
			return after(sql, String.valueOf(first), start + 1);
		}
		if (sql.startsWith("--", start)) {
			return after(sql, "\n", start);
		}
		if (sql.startsWith("/*", start)) {
			return after(sql, "*/", start);
		}
		return start + 1;
	}

	private static int after(String sql, String terminator, int from) {
		int found = sql.indexOf(terminator, from);
		return (found < 0) ? sql.length() : found + terminator.length();
	}

}
