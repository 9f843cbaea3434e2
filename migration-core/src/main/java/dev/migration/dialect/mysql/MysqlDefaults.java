package dev.migration.dialect.mysql;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import dev.migration.schema.ServerDefault;
import dev.migration.schema.Type;
import dev.migration.schema.TypeName;

/**
 * Reads defaults as {@code SHOW CREATE TABLE} writes them.
 */
final class MysqlDefaults {

	private static final Pattern NUMBER = Pattern.compile("-?\\d+(\\.\\d+)?([eE][+-]?\\d+)?");

	private static final Pattern CURRENT_TIMESTAMP = Pattern.compile("current_timestamp(\\((?<digits>\\d*)\\))?");

	private static final Pattern NUMBER_TYPE = Pattern
		.compile("(tinyint|smallint|mediumint|int|bigint|decimal|float|double)\\b.*");

	private final ServerText text;

	MysqlDefaults(ServerText text) {
		this.text = text;
	}

	/**
	 * Read a default.
	 * @param words the words behind {@code DEFAULT}, or {@code null} if there is none
	 * @param onUpdate the words behind {@code ON UPDATE}, or {@code null} if there are
	 * none
	 * @param type the type of the column
	 * @param serverType the type in the words of the server
	 * @return the default, or {@code null} if it is null
	 */
	@Nullable ServerDefault read(@Nullable String words, @Nullable String onUpdate, Type type, String serverType) {
		if (words == null || words.equalsIgnoreCase("NULL")) {
			return null;
		}
		if (onUpdate != null) {
			return new ServerDefault.Expression(clock(words) + " ON UPDATE " + clock(onUpdate));
		}
		Matcher now = CURRENT_TIMESTAMP.matcher(words.toLowerCase(Locale.ROOT));
		if (now.matches() && digits(now.group("digits")).equals(digitsOf(serverType))) {
			return new ServerDefault.CurrentTimestamp();
		}
		if (NUMBER.matcher(words).matches()) {
			return new ServerDefault.Literal(number(words));
		}
		if (words.startsWith("'")) {
			return new ServerDefault.Literal(constant(this.text.unquote(words), serverType));
		}
		if (isBoolean(type) && words.matches("b'[01]'")) {
			return new ServerDefault.Literal(words.equals("b'1'"));
		}
		return new ServerDefault.Expression(this.text.expression(words));
	}

	/**
	 * Return whether a default is the current time: only such a default can have an
	 * {@code ON UPDATE} behind it where an operation states it.
	 * @param words the words behind {@code DEFAULT}, or {@code null} if there is none
	 * @return whether it is
	 */
	static boolean isClock(@Nullable String words) {
		return words != null && CURRENT_TIMESTAMP.matcher(words.toLowerCase(Locale.ROOT)).matches();
	}

	/**
	 * Return the current time in one form: MySQL writes it in capitals and without empty
	 * parentheses.
	 */
	static String clock(String words) {
		Matcher now = CURRENT_TIMESTAMP.matcher(words.toLowerCase(Locale.ROOT));
		if (!now.matches()) {
			return words;
		}
		String digits = digits(now.group("digits"));
		return "CURRENT_TIMESTAMP" + (digits.equals("0") ? "" : "(" + digits + ")");
	}

	private static String digits(@Nullable String digits) {
		return (digits == null || digits.isEmpty()) ? "0" : digits;
	}

	private static String digitsOf(String serverType) {
		Matcher digits = Pattern.compile("\\w+\\((\\d)\\)").matcher(serverType);
		return digits.matches() ? digits.group(1) : "0";
	}

	private static boolean isBoolean(Type type) {
		return type instanceof Type.Generic generic && generic.name() == TypeName.BOOLEAN;
	}

	/**
	 * MySQL quotes numbers.
	 */
	private static Object constant(String value, String serverType) {
		boolean isNumber = NUMBER_TYPE.matcher(serverType).matches() && NUMBER.matcher(value).matches();
		return isNumber ? number(value) : value;
	}

	private static Object number(String digits) {
		BigDecimal value = new BigDecimal(digits).stripTrailingZeros();
		if (value.scale() > 0 || value.toBigInteger().bitLength() >= Long.SIZE) {
			return value;
		}
		long number = value.longValue();
		return ((int) number == number) ? (Object) (int) number : (Object) number;
	}

}
