package dev.migration.test;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The lines of a block of shell in a document.
 */
public final class CommandLines {

	private static final Pattern MIGRATE = Pattern.compile(
			"(?:\\./migrate|java -jar \\S+\\.jar migrate|arguments=\"migrate) ([^#|>\"]*(?:\"[^\"]*\"[^#|>\"]*)*)");

	private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"|'([^']*)'|(\\S+)");

	private CommandLines() {
	}

	/**
	 * Return the commands of a block: what ends with a backslash goes on in the next
	 * line, and a comment is none.
	 * @param block the block
	 * @return the commands, without comments
	 */
	public static List<String> of(DocumentBlock block) {
		return block.text()
			.replaceAll("\\\\\\n\\s*", "")
			.lines()
			.map((line) -> line.replaceFirst("(^|\\s+)# .*$", "").strip())
			.filter((line) -> !line.isEmpty())
			.toList();
	}

	/**
	 * Return what a line gives to the command {@code migrate}, however it is called.
	 * @param line the line
	 * @return the arguments; nothing if the line is another command
	 */
	public static Optional<List<String>> migrate(String line) {
		Matcher command = MIGRATE.matcher(line);
		return command.find() ? Optional.of(words(command.group(1))) : Optional.empty();
	}

	/**
	 * Take a line apart as a shell does.
	 * @param line the line
	 * @return the words, without their quotes
	 */
	public static List<String> words(String line) {
		List<String> words = new ArrayList<>();
		Matcher word = WORD.matcher(line);
		while (word.find()) {
			words
				.add((word.group(1) != null) ? word.group(1) : (word.group(2) != null) ? word.group(2) : word.group(3));
		}
		return words;
	}

}
