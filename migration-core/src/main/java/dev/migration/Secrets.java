package dev.migration;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * Takes passwords out of texts for people: errors, logs and the history table. Drivers
 * repeat the URL and the SQL in their messages, and either can hold one.
 */
public final class Secrets {

	private static final String MASK = "***";

	/** Shorter ones are parts of other words. */
	private static final int SHORTEST = 4;

	/** A quote in front of the word makes it the name of a column. */
	private static final Pattern LITERAL = Pattern
		.compile("(?i)((?:\\bidentified\\s+(?:(?:with|via)\\s+\\S+\\s+)?(?:by|as|using)|(?<![\"'`\\w])\\w*password)"
				+ "[\\s=(]*)('(?:[^'\\\\]|''|\\\\.)*+'?|\"(?:[^\"\\\\]|\"\"|\\\\.)*+\"?)", Pattern.DOTALL);

	private static final Pattern PARAMETER = Pattern.compile("(?i)(password|pwd)=[^&;\\s'\"]+");

	private static final Pattern USER_INFO = Pattern.compile("//([^/\\s:@]*):[^/\\s]*@");

	private Secrets() {
	}

	/**
	 * Mask the passwords of a text.
	 * @param text the text
	 * @return the text without them
	 */
	public static String mask(String text) {
		String masked = LITERAL.matcher(text).replaceAll("$1'" + MASK + "'");
		masked = PARAMETER.matcher(masked).replaceAll("$1=" + MASK);
		return USER_INFO.matcher(masked).replaceAll("//$1:" + MASK + "@");
	}

	/**
	 * Mask the passwords of a text, also those of a statement wherever they stand: an
	 * error may begin in the middle of it.
	 * @param text the text
	 * @param statement the statement that it is about, if there is one
	 * @return the text without them
	 */
	static String mask(String text, @Nullable String statement) {
		String masked = mask(text);
		if (statement != null) {
			for (String secret : in(statement)) {
				masked = masked.replace(secret, MASK);
			}
		}
		return masked;
	}

	private static Set<String> in(String statement) {
		Set<String> secrets = new LinkedHashSet<>();
		Matcher matcher = LITERAL.matcher(statement);
		while (matcher.find()) {
			String quoted = matcher.group(2);
			int end = (quoted.length() > 1 && quoted.charAt(quoted.length() - 1) == quoted.charAt(0))
					? quoted.length() - 1 : quoted.length();
			if (end > SHORTEST) {
				secrets.add(quoted.substring(1, end));
			}
		}
		return secrets;
	}

}
