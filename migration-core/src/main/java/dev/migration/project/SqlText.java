package dev.migration.project;

import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Writes values so that the header of an SQL file can hold them.
 */
final class SqlText {

	private SqlText() {
	}

	/**
	 * Put a text on one line.
	 * @param text any text
	 * @return the text, without line breaks and what else cannot be in a line of UTF-8
	 */
	static String flatten(String text) {
		StringBuilder line = new StringBuilder();
		text.codePoints().forEach((c) -> {
			switch (Character.getType(c)) {
				case Character.CONTROL, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> {
					if (!line.isEmpty() && line.charAt(line.length() - 1) != ' ') {
						line.append(' ');
					}
				}
				case Character.SURROGATE -> line.append('\uFFFD');
				default -> line.appendCodePoint(c);
			}
		});
		return line.toString().strip();
	}

	/**
	 * Join names.
	 * @param names the names
	 * @return the names on one line
	 * @throws ProjectFileException if one of them would be read back as another
	 */
	static String names(List<String> names) {
		for (String name : names) {
			if (!flatten(name).equals(name) || name.indexOf(',') >= 0
					|| !StandardCharsets.UTF_8.newEncoder().canEncode(name)) {
				throw new ProjectFileException(
						"The name '" + name + "' cannot be written into the header of an SQL file",
						"Write the revision in Java, or use another name.", null);
			}
		}
		return String.join(", ", names);
	}

}
