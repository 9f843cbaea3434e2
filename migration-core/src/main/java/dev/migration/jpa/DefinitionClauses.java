package dev.migration.jpa;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Takes apart what people write in SQL into an annotation: the words before the first
 * clause, and each clause that begins with one of some words, such as {@code DEFAULT}.
 * Words in quotes and in parentheses begin no clause.
 */
final class DefinitionClauses {

	private final String head;

	private final Map<String, String> clauses = new LinkedHashMap<>();

	/**
	 * Take apart a text.
	 * @param text the text
	 * @param keywords what begins a clause, in lower case; of several that fit the
	 * longest counts
	 */
	DefinitionClauses(String text, Set<String> keywords) {
		List<Integer> words = startsOfWords(text);
		String keyword = null;
		int start = 0;
		String first = text;
		for (int word : words) {
			Optional<String> found = keywords.stream()
				.filter((each) -> startsWithWords(text, word, each))
				.max((one, other) -> one.length() - other.length());
			if (found.isEmpty() || word < start) {
				continue;
			}
			String before = text.substring(start, word).strip();
			if (keyword == null) {
				first = before;
			}
			else {
				this.clauses.put(keyword, before);
			}
			keyword = found.get();
			start = endOfWords(text, word, keyword);
		}
		if (keyword != null) {
			this.clauses.put(keyword, text.substring(start).strip());
		}
		this.head = first.strip();
	}

	/**
	 * Return what stands before the first clause.
	 * @return the text
	 */
	String head() {
		return this.head;
	}

	/**
	 * Return what stands behind a keyword.
	 * @param keyword the keyword
	 * @return the text, empty if nothing stands behind it, if the keyword is there
	 */
	Optional<String> clause(String keyword) {
		return Optional.ofNullable(this.clauses.get(keyword));
	}

	boolean has(String keyword) {
		return this.clauses.containsKey(keyword);
	}

	private static List<Integer> startsOfWords(String text) {
		List<Integer> starts = new ArrayList<>();
		int depth = 0;
		char quote = 0;
		for (int i = 0; i < text.length(); i++) {
			char character = text.charAt(i);
			if (quote != 0) {
				quote = (character == quote) ? 0 : quote;
			}
			else if (character == '\'' || character == '"' || character == '`') {
				quote = character;
			}
			else if (character == '(') {
				depth++;
			}
			else if (character == ')') {
				depth--;
			}
			else if (depth == 0 && isWord(character) && (i == 0 || !isWord(text.charAt(i - 1)))) {
				starts.add(i);
			}
		}
		return starts;
	}

	private static boolean startsWithWords(String text, int start, String words) {
		int end = endOfWords(text, start, words);
		return end > 0 && (end == text.length() || !isWord(text.charAt(end)));
	}

	private static int endOfWords(String text, int start, String words) {
		int position = start;
		for (String word : words.split(" ")) {
			while (position < text.length() && Character.isWhitespace(text.charAt(position))) {
				position++;
			}
			String rest = text.substring(position).toLowerCase(Locale.ROOT);
			if (!rest.startsWith(word)) {
				return -1;
			}
			position += word.length();
		}
		return position;
	}

	private static boolean isWord(char character) {
		return Character.isLetterOrDigit(character) || character == '_';
	}

	/**
	 * Return the text without the parentheses around all of it.
	 * @param text the text
	 * @return the text within
	 */
	static String unwrap(String text) {
		String stripped = text.strip();
		if (!stripped.startsWith("(")) {
			return stripped;
		}
		int depth = 0;
		for (int i = 0; i < stripped.length(); i++) {
			depth += (stripped.charAt(i) == '(') ? 1 : (stripped.charAt(i) == ')') ? -1 : 0;
			if (depth == 0) {
				return (i == stripped.length() - 1) ? stripped.substring(1, i).strip() : stripped;
			}
		}
		return stripped;
	}

}
