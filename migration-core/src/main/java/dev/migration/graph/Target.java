package dev.migration.graph;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import dev.migration.InvalidTargetException;
import dev.migration.InvalidTargetException.Reason;

/**
 * A target as it was written: an identifier, or steps relative to one or to where the
 * database is.
 *
 * @param text the whole target
 * @param branch what stands in front of the {@code @}, if there is one
 * @param symbol the identifier behind it; {@code null} for where the database is
 * @param steps how many steps up, or down if negative; 0 if it is not relative
 */
record Target(String text, @Nullable String branch, @Nullable String symbol, int steps) {

	private static final Pattern RELATIVE = Pattern.compile("(?:(.+?)@)?(\\w[\\w.]*)?([+-]\\d+)",
			Pattern.UNICODE_CHARACTER_CLASS);

	static Target parse(String text) {
		if (text.indexOf(':') >= 0) {
			throw new InvalidTargetException(Reason.RANGE_NOT_ALLOWED,
					"'" + text + "' is a range, and a run begins where the database is",
					"Name the target alone, as in '" + text.substring(text.lastIndexOf(':') + 1)
							+ "', or add --sql to write the SQL of the range.");
		}
		Matcher matcher = RELATIVE.matcher(text);
		if (!matcher.matches()) {
			return absolute(text);
		}
		if (matcher.group(2) != null && matcher.group(3).matches("[+-]0+")) {
			return absolute(text.substring(0, matcher.start(3)));
		}
		int steps = steps(text, matcher.group(3));
		return new Target(text, matcher.group(1), matcher.group(2), steps);
	}

	private static Target absolute(String text) {
		int at = text.indexOf('@');
		return new Target(text, (at > 0) ? text.substring(0, at) : null, text.substring(at + 1), 0);
	}

	private static int steps(String text, String number) {
		try {
			int steps = Integer.parseInt(number);
			if (steps != 0) {
				return steps;
			}
		}
		catch (NumberFormatException ex) {
			// Too many steps are as wrong as none.
		}
		throw new InvalidTargetException(Reason.RELATIVE_OUT_OF_RANGE, "'" + text + "' is not a number of steps",
				"Ask for at least one step, such as +1 or -1.");
	}

	boolean isRelative() {
		return this.steps != 0;
	}

	/**
	 * Return the identifier without the steps.
	 * @return for example {@code label@head}
	 */
	String identifier() {
		return (this.branch != null) ? this.branch + "@" + this.symbol : String.valueOf(this.symbol);
	}

}
