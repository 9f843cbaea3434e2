package dev.migration.dialect.postgresql;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Set;
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
final class ServerDefaults {

	private static final Set<String> NOW = Set.of("CURRENT_TIMESTAMP", "now()", "transaction_timestamp()");

	private static final Set<String> INTEGERS = Set.of("smallint", "integer", "bigint");

	private static final Set<String> NUMBERS = Set.of("smallint", "integer", "bigint", "numeric", "real",
			"double precision");

	private static final Set<String> TEXTS = Set.of("character varying", "text", "character", "bpchar");

	private static final Pattern NULL = Pattern.compile("NULL(::.*)?", Pattern.DOTALL);

	private static final Pattern NUMBER = Pattern
		.compile("(?:'(-?\\d+(?:\\.\\d+)?)'|\\(?(-?\\d+(?:\\.\\d+)?)\\)?)(?:::([a-z ]+))?");

	private static final Pattern STRING = Pattern.compile("(E?)'((?:[^']|'')*)'::(.+)", Pattern.DOTALL);

	private ServerDefaults() {
	}

	/**
	 * Return a default.
	 * @param text the expression in the words of the server
	 * @param type the type of the column in its words, without length or precision
	 * @param isEnumType whether that is an enum type
	 */
	static @Nullable ServerDefault read(String text, String type, boolean isEnumType) {
		if (NULL.matcher(text).matches()) {
			return null;
		}
		if (NOW.contains(text)) {
			return new ServerDefault.CurrentTimestamp();
		}
		Object constant = constant(text, type, isEnumType);
		return (constant != null) ? new ServerDefault.Literal(constant)
				: new ServerDefault.Expression(ServerText.expression(text));
	}

	private static @Nullable Object constant(String text, String type, boolean isEnumType) {
		if (type.equals("boolean") && (text.equals("true") || text.equals("false"))) {
			return Boolean.valueOf(text);
		}
		if (NUMBERS.contains(type)) {
			return number(text, type);
		}
		Matcher string = STRING.matcher(text);
		if (!string.matches()) {
			return null;
		}
		String value = string.group(2).replace("''", "'");
		String unescaped = string.group(1).isEmpty() ? value : value.replace("\\\\", "\\");
		return value(unescaped, string.group(3), type, isEnumType);
	}

	/**
	 * A cast to another type may round, so it only counts where there is nothing to
	 * round.
	 */
	private static @Nullable Number number(String text, String type) {
		Matcher number = NUMBER.matcher(text);
		if (!number.matches()) {
			return null;
		}
		BigDecimal value = new BigDecimal((number.group(1) != null) ? number.group(1) : number.group(2));
		String cast = number.group(3);
		boolean isWhole = CanonicalNumber.isWhole(value);
		if (cast != null && !cast.equals(type) && !(isWhole && NUMBERS.contains(cast))) {
			return null;
		}
		return (isWhole || !INTEGERS.contains(type)) ? CanonicalNumber.of(value) : null;
	}

	private static @Nullable Object value(String value, String cast, String type, boolean isEnumType) {
		boolean isText = TEXTS.contains(type) && TEXTS.contains(cast);
		if (isText || (isEnumType && cast.equals(type))) {
			return value;
		}
		try {
			if (cast.equals("date") && type.equals("date")) {
				return LocalDate.parse(value);
			}
			if (cast.equals("uuid") && type.equals("uuid")) {
				return UUID.fromString(value);
			}
		}
		catch (DateTimeException | IllegalArgumentException ex) {
			// Such as 'infinity', which only the server knows.
		}
		return null;
	}

}
