package dev.migration.dialect.mysql;

import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import dev.migration.schema.Type;
import dev.migration.schema.TypeName;

/**
 * Reads types as the server writes them. The display width of a number is no part of its
 * type, but for {@code tinyint(1)}, which drivers read as a boolean.
 */
final class MysqlTypes {

	private static final Pattern TYPE = Pattern.compile("(?<name>[a-z0-9]+)(\\((?<length>\\d+)(,(?<scale>\\d+))?\\))?");

	private static final Pattern WIDTH = Pattern
		.compile("(?<name>smallint|mediumint|int|bigint|tinyint|year)\\(\\d+\\)(?<sign>( unsigned)?)");

	private static final int DEFAULT_DIGITS = 6;

	private static final Map<String, TypeName> PLAIN = Map.ofEntries(Map.entry("tinyint", TypeName.TINYINT),
			Map.entry("smallint", TypeName.SMALLINT), Map.entry("int", TypeName.INTEGER),
			Map.entry("bigint", TypeName.BIGINT), Map.entry("float", TypeName.REAL),
			Map.entry("double", TypeName.DOUBLE), Map.entry("text", TypeName.TEXT),
			Map.entry("longtext", TypeName.LONG_TEXT), Map.entry("longblob", TypeName.LONG_BINARY),
			Map.entry("date", TypeName.DATE), Map.entry("uuid", TypeName.UUID), Map.entry("json", TypeName.JSON),
			Map.entry("geometry", TypeName.GEOMETRY));

	private static final Map<String, TypeName> WITH_LENGTH = Map.of("char", TypeName.CHAR, "varchar", TypeName.VARCHAR,
			"binary", TypeName.BINARY, "varbinary", TypeName.VARBINARY);

	private static final Map<String, TypeName> WITH_DIGITS = Map.of("time", TypeName.TIME, "datetime",
			TypeName.TIMESTAMP);

	private MysqlTypes() {
	}

	/**
	 * Read a type.
	 * @param serverText the type in the words of the server, without character set and
	 * collation
	 * @return the type
	 */
	static Type read(String serverText) {
		String text = withoutWidth(serverText.replaceAll("\\s*/\\*.*?\\*/", "").strip());
		Matcher matcher = TYPE.matcher(text.toLowerCase(Locale.ROOT));
		Type type = matcher.matches() ? generic(matcher) : null;
		return (type != null) ? type : new Type.Verbatim(text);
	}

	private static String withoutWidth(String text) {
		Matcher width = WIDTH.matcher(text);
		return (width.matches() && !text.equals("tinyint(1)")) ? width.group("name") + width.group("sign") : text;
	}

	private static @Nullable Type generic(Matcher matcher) {
		String name = matcher.group("name");
		Integer length = (matcher.group("length") != null) ? Integer.valueOf(matcher.group("length")) : null;
		if (name.equals("bit") && Integer.valueOf(1).equals(length)) {
			return new Type.Generic(TypeName.BOOLEAN, null, null);
		}
		if (matcher.group("scale") != null) {
			return name.equals("decimal")
					? new Type.Generic(TypeName.NUMERIC, length, Integer.valueOf(matcher.group("scale"))) : null;
		}
		if (WITH_DIGITS.containsKey(name)) {
			Integer digits = (length != null) ? length : Integer.valueOf(0);
			return new Type.Generic(WITH_DIGITS.get(name), (digits == DEFAULT_DIGITS) ? null : digits, null);
		}
		Map<String, TypeName> names = (length != null) ? WITH_LENGTH : PLAIN;
		return names.containsKey(name) ? new Type.Generic(names.get(name), length, null) : null;
	}

}
