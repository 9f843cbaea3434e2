package dev.migration.autogenerate.source;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Strings in the source of a class: letters of every language stay, and what cannot be
 * seen is escaped.
 */
final class JavaStrings {

	/**
	 * The longest constant of a class file, in bytes.
	 */
	private static final int LONGEST_CONSTANT = 65535;

	private JavaStrings() {
	}

	static String literal(String value) {
		return '"' + escape(value) + '"';
	}

	static String escape(String value) {
		return escape(value, false);
	}

	private static String escape(String value, boolean inBlock) {
		StringBuilder escaped = new StringBuilder(value.length());
		for (int i = 0; i < value.length();) {
			int c = value.codePointAt(i);
			switch (c) {
				case '"' -> escaped.append(inBlock ? "\"" : "\\\"");
				// Behind half of a surrogate pair the compiler loses count of
				// backslashes.
				case '\\' -> escaped.append(value.startsWith("u", i + 1) ? "\\134" : "\\\\");
				case '\n' -> escaped.append("\\n");
				case '\r' -> escaped.append("\\r");
				case '\t' -> escaped.append("\\t");
				default -> escapeOther(escaped, c);
			}
			i += Character.charCount(c);
		}
		return escaped.toString();
	}

	private static void escapeOther(StringBuilder escaped, int c) {
		if (isVisible(c)) {
			escaped.appendCodePoint(c);
		}
		else if (c <= 0xFF) {
			// A Unicode escape is replaced first, so that the compiler would see the
			// character itself.
			escaped.append("\\%03o".formatted(c));
		}
		else {
			Character.toString(c).chars().forEach((unit) -> escaped.append("\\u%04x".formatted(unit)));
		}
	}

	private static boolean isVisible(int c) {
		return switch (Character.getType(c)) {
			case Character.CONTROL, Character.FORMAT, Character.SURROGATE, Character.PRIVATE_USE, Character.UNASSIGNED,
					Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR ->
				false;
			case Character.SPACE_SEPARATOR -> c == ' ';
			default -> true;
		};
	}

	/**
	 * Write a string as a text block.
	 * @param value the value, of several lines
	 * @param indentation what each line begins with
	 * @return the text block; its first line is not indented
	 */
	static String block(String value, String indentation) {
		StringBuilder block = new StringBuilder("\"\"\"\n");
		List<String> lines = new ArrayList<>(List.of(value.split("\n", -1)));
		boolean endsLine = lines.get(lines.size() - 1).isEmpty();
		if (endsLine) {
			lines.remove(lines.size() - 1);
		}
		for (int i = 0; i < lines.size(); i++) {
			String line = blockLine(lines.get(i));
			boolean joined = !endsLine && i == lines.size() - 1;
			if (!line.isEmpty() || joined) {
				block.append(indentation).append(line);
			}
			block.append(joined ? "\\\n" : "\n");
		}
		return block.append(indentation).append("\"\"\"").toString();
	}

	private static String blockLine(String line) {
		String escaped = escape(line, true).replace("\"\"\"", "\\\"\"\"");
		// The compiler drops the white space at the end of a line.
		return escaped.endsWith(" ") ? escaped.substring(0, escaped.length() - 1) + "\\s" : escaped;
	}

	static boolean isTooLong(String value) {
		return value.length() > LONGEST_CONSTANT / 3
				&& value.getBytes(StandardCharsets.UTF_8).length > LONGEST_CONSTANT;
	}

	/**
	 * Cut a string that is too long for a constant.
	 * @param value the value
	 * @return its parts, each short enough
	 */
	static List<String> parts(String value) {
		int length = LONGEST_CONSTANT / 3 - 1;
		List<String> parts = new ArrayList<>();
		for (int start = 0; start < value.length();) {
			int end = Math.min(value.length(), start + length);
			if (end < value.length() && Character.isLowSurrogate(value.charAt(end))) {
				end--;
			}
			parts.add(value.substring(start, end));
			start = end;
		}
		return parts;
	}

	/**
	 * Put text on one line, for a comment.
	 * @param text the text
	 * @return the text without what ends a line, changes its direction or escapes
	 */
	static String comment(String text) {
		String visible = text.codePoints()
			.map((c) -> isVisible(c) ? c : ' ')
			.collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
			.toString();
		// A Unicode escape also counts in a comment, and a wrong one is an error.
		return visible.replace("\\u", "\\ u").lines().map(String::strip).collect(Collectors.joining(" "));
	}

}
