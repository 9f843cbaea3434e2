package dev.migration.dialect.sqlite.inspect;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import dev.migration.dialect.sqlite.ddl.SqlToken;
import dev.migration.schema.Type;
import dev.migration.schema.TypeName;

/**
 * Reads declared types. SQLite keeps any words; those that the standard or SQLite itself
 * has for the same type are the same here, too.
 */
final class SqliteTypes {

	private static final Pattern TYPE = Pattern
		.compile("(?<name>[a-z][a-z0-9 ]*)(\\((?<length>\\d{1,9})(,(?<scale>\\d{1,9}))?\\))?");

	private static final Map<String, String> SYNONYMS = Map.ofEntries(Map.entry("int", "integer"),
			Map.entry("int2", "integer"), Map.entry("int4", "integer"), Map.entry("int8", "integer"),
			Map.entry("mediumint", "integer"), Map.entry("bool", "boolean"), Map.entry("dec", "numeric"),
			Map.entry("decimal", "numeric"), Map.entry("character", "char"), Map.entry("character varying", "varchar"),
			Map.entry("varying character", "varchar"));

	private static final Map<String, TypeName> PLAIN = Map.ofEntries(Map.entry("boolean", TypeName.BOOLEAN),
			Map.entry("tinyint", TypeName.TINYINT), Map.entry("smallint", TypeName.SMALLINT),
			Map.entry("integer", TypeName.INTEGER), Map.entry("bigint", TypeName.BIGINT),
			Map.entry("float", TypeName.DOUBLE), Map.entry("text", TypeName.TEXT),
			Map.entry("clob", TypeName.LONG_TEXT), Map.entry("blob", TypeName.LONG_BINARY),
			Map.entry("date", TypeName.DATE), Map.entry("time", TypeName.TIME),
			Map.entry("timestamp", TypeName.TIMESTAMP));

	/** SQLite keeps as many digits as it gets, and Hibernate writes how many it wants. */
	private static final Set<String> TIMES = Set.of("time", "timestamp");

	private static final Map<String, TypeName> WITH_LENGTH = Map.of("char", TypeName.CHAR, "varchar", TypeName.VARCHAR);

	private SqliteTypes() {
	}

	/**
	 * Read a type.
	 * @param declared the declared type, empty if there is none
	 * @return the type
	 */
	static Type read(String declared) {
		String text = text(declared);
		Matcher matcher = TYPE.matcher(text);
		if (!matcher.matches()) {
			return new Type.Verbatim(text);
		}
		String name = SYNONYMS.getOrDefault(matcher.group("name"), matcher.group("name"));
		String length = matcher.group("length");
		String scale = matcher.group("scale");
		boolean isPlain = length == null || (scale == null && TIMES.contains(name));
		if (isPlain && PLAIN.containsKey(name)) {
			return new Type.Generic(PLAIN.get(name), null, null);
		}
		if (length != null && scale == null && WITH_LENGTH.containsKey(name)) {
			return new Type.Generic(WITH_LENGTH.get(name), Integer.valueOf(length), null);
		}
		if (scale != null && name.equals("numeric")) {
			return new Type.Generic(TypeName.NUMERIC, Integer.valueOf(length), Integer.valueOf(scale));
		}
		return new Type.Verbatim(name + text.substring(matcher.end("name")));
	}

	private static String text(String declared) {
		return SqlToken.significant(declared)
			.stream()
			.map((token) -> token.isName() ? token.name() : token.text())
			.collect(Collectors.joining(" "))
			.replaceAll(" ?([(),+-]) ?", "$1")
			.toLowerCase(Locale.ROOT)
			.strip();
	}

}
