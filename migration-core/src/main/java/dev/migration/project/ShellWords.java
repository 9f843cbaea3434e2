package dev.migration.project;

import java.io.File;
import java.util.ArrayList;
import java.util.List;

/**
 * Splits a command into words as a shell would, without anything else that a shell does.
 */
final class ShellWords {

	private ShellWords() {
	}

	/**
	 * Split a command.
	 * @param command the command
	 * @return the program and its arguments
	 * @throws ProgramException if a quote is not closed, or nothing is there
	 */
	static List<String> split(String command) {
		// On Windows a backslash is what separates folders.
		return split(command, File.separatorChar != '\\');
	}

	static List<String> split(String command, boolean backslashEscapes) {
		List<String> words = new ArrayList<>();
		StringBuilder word = new StringBuilder();
		boolean inWord = false;
		char quote = 0;
		for (int i = 0; i < command.length(); i++) {
			char c = command.charAt(i);
			if (quote == 0 && Character.isWhitespace(c)) {
				if (inWord) {
					words.add(word.toString());
				}
				word.setLength(0);
				inWord = false;
				continue;
			}
			inWord = true;
			if (c == quote) {
				quote = 0;
			}
			else if (quote == 0 && (c == '\'' || c == '"')) {
				quote = c;
			}
			else if (c == '\\' && backslashEscapes && escapes(command, i, quote)) {
				i++;
				word.append(command.charAt(i));
			}
			else {
				word.append(c);
			}
		}
		if (quote != 0) {
			throw new ProgramException("In the command [" + command + "] a " + quote + " is not closed", "Close it.",
					null);
		}
		if (inWord) {
			words.add(word.toString());
		}
		if (words.isEmpty()) {
			throw new ProgramException("A command is empty", "Name a program.", null);
		}
		return words;
	}

	private static boolean escapes(String command, int position, char quote) {
		if (quote == '\'' || position + 1 == command.length()) {
			return false;
		}
		return quote == 0 || "\"\\$`".indexOf(command.charAt(position + 1)) >= 0;
	}

}
