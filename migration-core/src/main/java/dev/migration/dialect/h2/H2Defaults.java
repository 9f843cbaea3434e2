package dev.migration.dialect.h2;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import dev.migration.dialect.CanonicalNumber;
import dev.migration.schema.ServerDefault;

/**
 * Reads the defaults of the server. A constant that can be written in several ways
 * becomes one value, whichever way the server has it.
 */
final class H2Defaults {

	private static final Pattern TEXT_TYPE = Pattern.compile("(CHARACTER|VARCHAR_IGNORECASE|ENUM\\().*",
			Pattern.DOTALL);

	private static final Pattern NUMBER_TYPE = Pattern
		.compile("(TINYINT|SMALLINT|INTEGER|BIGINT|NUMERIC|DECIMAL|DECFLOAT|REAL|FLOAT|DOUBLE PRECISION)\\b.*");

	private static final Pattern INTEGER_TYPE = Pattern.compile("TINYINT|SMALLINT|INTEGER|BIGINT");

	private static final Pattern NUMBER = Pattern.compile("'?(-?\\d+(?:\\.\\d+)?)'?");

	private static final Pattern STRING = Pattern.compile("((?:U&)?)'((?:[^']|'')*)'", Pattern.DOTALL);

	private static final Pattern ESCAPE = Pattern.compile("\\\\(?:\\\\|\\+([0-9a-fA-F]{6})|([0-9a-fA-F]{4}))");

	private H2Defaults() {
	}

	/**
	 * Return a default.
	 * @param text the expression in the words of the server
	 * @param type the type of the column in its words
	 */
	static @Nullable ServerDefault read(String text, String type) {
		if (text.equals("NULL")) {
			return null;
		}
		if (text.equals("CURRENT_TIMESTAMP")) {
			return new ServerDefault.CurrentTimestamp();
		}
		Object constant = type.contains(" ARRAY") ? null : constant(text, type);
		return (constant != null) ? new ServerDefault.Literal(constant) : new ServerDefault.Expression(text);
	}

	private static @Nullable Object constant(String text, String type) {
		if (TEXT_TYPE.matcher(type).matches()) {
			return STRING.matcher(text).matches() ? string(text) : null;
		}
		if (NUMBER_TYPE.matcher(type).matches()) {
			return number(text, type);
		}
		return switch (type) {
			case "BOOLEAN" -> bool(text);
			case "DATE" -> special(text, "DATE");
			case "UUID" -> special(text, "UUID");
			default -> null;
		};
	}

	private static @Nullable Boolean bool(String text) {
		return switch (text.replace("'", "").toUpperCase(Locale.ROOT)) {
			case "TRUE" -> true;
			case "FALSE" -> false;
			default -> null;
		};
	}

	private static @Nullable Number number(String text, String type) {
		Matcher number = NUMBER.matcher(text);
		if (!number.matches()) {
			return null;
		}
		BigDecimal value = new BigDecimal(number.group(1));
		boolean isRounded = INTEGER_TYPE.matcher(type).matches() && !CanonicalNumber.isWhole(value);
		return isRounded ? null : CanonicalNumber.of(value);
	}

	private static @Nullable Object special(String text, String type) {
		String value = text.startsWith(type + " ") ? text.substring(type.length() + 1) : text;
		if (!STRING.matcher(value).matches()) {
			return null;
		}
		try {
			return type.equals("DATE") ? LocalDate.parse(string(value)) : UUID.fromString(string(value));
		}
		catch (DateTimeException | IllegalArgumentException ex) {
			return null;
		}
	}

	/**
	 * Return the value of a string.
	 * @param literal the string in SQL, with Unicode escapes or without
	 */
	static String string(String literal) {
		Matcher string = STRING.matcher(literal);
		if (!string.matches()) {
			throw new IllegalArgumentException("Not a string: " + literal);
		}
		String value = string.group(2).replace("''", "'");
		if (string.group(1).isEmpty()) {
			return value;
		}
		return ESCAPE.matcher(value)
			.replaceAll((escape) -> Matcher.quoteReplacement(character(escape.group(1), escape.group(2))));
	}

	private static String character(@Nullable String sixDigits, @Nullable String fourDigits) {
		String digits = (sixDigits != null) ? sixDigits : fourDigits;
		return (digits != null) ? Character.toString(Integer.parseInt(digits, 16)) : "\\";
	}

}
