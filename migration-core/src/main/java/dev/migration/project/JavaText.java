package dev.migration.project;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import javax.lang.model.SourceVersion;

/**
 * Writes values so that a Java file can hold them.
 */
final class JavaText {

	/** They are no keywords, but no class can have them as a name. */
	private static final Set<String> RESTRICTED = Set.of("var", "yield", "record", "sealed", "permits");

	/** A revision uses these, so it cannot be called like one. */
	private static final Set<String> USED = Set.of("Migration", "Operations", "Revision", "Override", "String",
			"Object");

	/** What a class file can hold in a constant. */
	static final int LONGEST_CONSTANT = 65535;

	private JavaText() {
	}

	/**
	 * Escape a text so that it means itself in a string literal, and cannot end a
	 * comment.
	 * @param text any text
	 * @return the text, without quotes around it
	 */
	static String escape(String text) {
		StringBuilder escaped = new StringBuilder();
		for (int i = 0; i < text.length();) {
			int c = text.codePointAt(i);
			int length = Character.charCount(c);
			switch (c) {
				case '"' -> escaped.append("\\\"");
				// Behind half of a surrogate pair the compiler loses count of
				// backslashes.
				case '\\' -> escaped.append(text.startsWith("u", i + 1) ? "\\134" : "\\\\");
				case '\n' -> escaped.append("\\n");
				case '\r' -> escaped.append("\\r");
				case '\t' -> escaped.append("\\t");
				case '/' -> escaped.append((i > 0 && text.charAt(i - 1) == '*') ? "\\057" : "/");
				default -> {
					if (isVisible(c)) {
						escaped.appendCodePoint(c);
					}
					else if (c <= 0xFF) {
						// A Unicode escape is replaced first, so that the compiler
						// would see the character itself.
						escaped.append("\\%03o".formatted(c));
					}
					else {
						text.substring(i, i + length)
							.chars()
							.forEach((unit) -> escaped.append("\\u%04x".formatted(unit)));
					}
				}
			}
			i += length;
		}
		return escaped.toString();
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

	static String literal(String text) {
		return '"' + escape(text) + '"';
	}

	static String literals(List<String> texts) {
		String all = texts.stream().map(JavaText::literal).collect(Collectors.joining(", "));
		return (texts.size() == 1) ? all : "{ " + all + " }";
	}

	static boolean isPackage(String name) {
		return name.isEmpty() || SourceVersion.isName(name);
	}

	static boolean isClassName(String name) {
		return SourceVersion.isName(name) && name.indexOf('.') < 0 && !RESTRICTED.contains(name)
				&& !USED.contains(name);
	}

}
