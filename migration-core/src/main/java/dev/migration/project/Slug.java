package dev.migration.project;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A message as a part of a name.
 *
 * @param words its words, joined by {@code _}
 */
record Slug(String words) {

	private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}_]+");

	/** What Unicode does not take apart. */
	private static final Map<String, String> WITHOUT_ACCENT = Map.of("\u00df", "ss", "\u00e6", "ae", "\u00c6", "Ae",
			"\u0153", "oe", "\u0152", "Oe", "\u00f8", "o", "\u00d8", "O", "\u0142", "l", "\u0141", "L");

	/**
	 * Follow Alembic: what is too long is cut back to the last {@code _}.
	 * @param message the message
	 * @param length how many characters there may be
	 * @return the slug
	 */
	static Slug of(String message, int length) {
		String words = WORD.matcher(message).results().map(MatchResult::group).collect(Collectors.joining("_"));
		if (words.codePointCount(0, words.length()) > length) {
			words = words.substring(0, words.offsetByCodePoints(0, length));
			words = words.substring(0, (words.indexOf('_') > 0) ? words.lastIndexOf('_') : words.length());
		}
		return new Slug(words);
	}

	/**
	 * Take the accents off, and leave out what is not ASCII. Names of classes must be the
	 * same in every encoding and on every file system.
	 * @param text any text
	 * @return the text in ASCII
	 */
	static String ascii(String text) {
		String latin = text;
		for (Map.Entry<String, String> letter : WITHOUT_ACCENT.entrySet()) {
			latin = latin.replace(letter.getKey(), letter.getValue());
		}
		return Normalizer.normalize(latin, Normalizer.Form.NFKD)
			.replaceAll("\\p{M}+", "")
			.replaceAll("[^\\p{ASCII}]+", " ");
	}

	String lowerCase() {
		return this.words.toLowerCase(Locale.ROOT);
	}

	String camelCase() {
		List<String> parts = Arrays.asList(this.words.split("_+"));
		return parts.stream()
			.filter((part) -> !part.isEmpty())
			.map((part) -> part.substring(0, 1).toUpperCase(Locale.ROOT) + part.substring(1))
			.collect(Collectors.joining());
	}

}
