package dev.migration.autogenerate.source;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.migration.UnwritableChangeException;

/**
 * Estimates whether a class file can hold what is written: 65535 constants for a class,
 * and 65535 bytes of code for a method.
 */
final class SourceSize {

	/**
	 * How much of a limit is used at most, as the estimate counts no constants of the
	 * class itself and no code around a statement.
	 */
	private static final int ROOM = 60_000;

	/**
	 * What a text of so many characters becomes always has room.
	 */
	private static final int SHORT_STATEMENT = ROOM / 3;

	private static final int CONSTANTS_OF_STRING = 2;

	/**
	 * The method of its body with its name, its handle, and the place that makes it.
	 */
	private static final int CONSTANTS_OF_LAMBDA = 7;

	/**
	 * A call of a method in an interface takes five bytes.
	 */
	private static final int BYTES_OF_CALL = 5;

	/**
	 * A string is loaded by three bytes, and most are put into an array by five others.
	 */
	private static final int BYTES_OF_STRING = 8;

	/**
	 * An element is put into the array of its table or row.
	 */
	private static final int BYTES_OF_LINE = 7;

	/**
	 * A text block ends on a line of its own, or else a string.
	 */
	private static final Pattern STRING = Pattern.compile("\"{3}\\n(?s:.*?)\\n\\t*\"{3}|\"(?:[^\"\\\\\n]|\\\\.)*+\"");

	private static final Pattern CALL = Pattern.compile("\\w\\(");

	private SourceSize() {
	}

	static void require(List<String> upgrade, List<String> downgrade) {
		Set<String> strings = new HashSet<>();
		int lambdas = 0;
		for (List<String> statements : List.of(upgrade, downgrade)) {
			for (String statement : statements) {
				int own = strings(statement, strings);
				requireOneMethod(statement, own);
				lambdas += count(statement, " -> ");
			}
		}
		if (CONSTANTS_OF_STRING * strings.size() + CONSTANTS_OF_LAMBDA * lambdas > ROOM) {
			throw new UnwritableChangeException(upgrade.size() + " changes", "Java",
					"their " + strings.size() + " names and texts are more than a class can hold",
					"Write the revision in SQL with '--format sql', or make several of it.");
		}
	}

	/**
	 * A statement cannot be split, and most are much shorter.
	 */
	private static void requireOneMethod(String statement, int strings) {
		if (statement.length() <= SHORT_STATEMENT) {
			return;
		}
		String code = STRING.matcher(statement).replaceAll("\"\"");
		long lines = code.lines().count();
		long size = (long) BYTES_OF_STRING * strings + BYTES_OF_LINE * lines
				+ BYTES_OF_CALL * CALL.matcher(code).results().count();
		if (size > ROOM) {
			throw new UnwritableChangeException(statement.lines().findFirst().orElse(""), "Java",
					"it is one statement of " + lines + " lines, which is more than a method can hold",
					"Write the revision in SQL with '--format sql'.");
		}
	}

	private static int strings(String statement, Set<String> strings) {
		Matcher string = STRING.matcher(statement);
		int count = 0;
		while (string.find()) {
			strings.add(string.group());
			count++;
		}
		return count;
	}

	private static int count(String text, String part) {
		int count = 0;
		for (int i = text.indexOf(part); i >= 0; i = text.indexOf(part, i + part.length())) {
			count++;
		}
		return count;
	}

}
