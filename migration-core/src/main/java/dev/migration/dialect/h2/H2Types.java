package dev.migration.dialect.h2;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.migration.dialect.DefinitionRenderer;
import dev.migration.dialect.GenericTypes;
import dev.migration.schema.EnumType;
import dev.migration.schema.QualifiedName;
import dev.migration.schema.Type;

/**
 * Reads the types of columns. An enum type of H2 has no name, so it is read with that of
 * its column.
 */
final class H2Types {

	private static final Pattern ENUM = Pattern
		.compile("ENUM\\(((?:(?:U&)?'(?:[^']|'')*'(?:, )?)+)\\)((?: ARRAY(?:\\[\\d+])?)*)");

	private static final Pattern VALUE = Pattern.compile("(?:U&)?'(?:[^']|'')*'");

	private static final Pattern ARRAY = Pattern.compile(" ARRAY(?:\\[(\\d+)])?");

	private final GenericTypes generic;

	private final String textType;

	H2Types(DefinitionRenderer definitions, String textType) {
		this.textType = textType.toLowerCase(Locale.ROOT);
		this.generic = new GenericTypes(definitions::type, this::canonical);
	}

	/**
	 * Return a type.
	 * @param text what the server calls it
	 * @param column the name of the column
	 */
	Type read(String text, String column) {
		Matcher enumType = ENUM.matcher(text);
		if (!enumType.matches()) {
			return this.generic.read(explicit(text));
		}
		List<String> values = new ArrayList<>();
		Matcher value = VALUE.matcher(enumType.group(1));
		while (value.find()) {
			values.add(H2Defaults.string(value.group()));
		}
		Type type = new Type.Enumeration(new EnumType(QualifiedName.of(column), values));
		Matcher array = ARRAY.matcher(enumType.group(2));
		while (array.find()) {
			type = new Type.Array(type, (array.group(1) != null) ? Integer.valueOf(array.group(1)) : null);
		}
		return type;
	}

	/**
	 * A time has no digits of a second and a number none behind its point, unless they
	 * say otherwise.
	 */
	private static String explicit(String text) {
		return text.replaceFirst("^(?:NUMERIC|DECIMAL)\\((\\d+)\\)", "NUMERIC($1, 0)")
			.replaceFirst("^TIME(?= |$)", "TIME(0)");
	}

	private String canonical(String sql) {
		String text = sql.toLowerCase(Locale.ROOT)
			.replaceAll("\\s*\\(\\s*", "(")
			.replaceAll("\\s*,\\s*", ",")
			.replaceAll("\\s*\\)", ")")
			.replaceFirst("^text$", this.textType)
			.replaceFirst("^varchar\\b(?!_)", "character varying")
			.replaceFirst("^char\\b", "character")
			.replaceFirst("^varbinary\\b", "binary varying")
			.replaceFirst("^clob$", "character large object")
			.replaceFirst("^blob$", "binary large object")
			.replaceFirst("^decimal\\b", "numeric")
			.replaceFirst("^float\\((?:[1-9]|1\\d|2[0-4])\\)$", "real")
			.replaceFirst("^float(?:\\(\\d+\\))?$", "double precision");
		// A timestamp has six digits of a second unless it says otherwise.
		return text.startsWith("timestamp(6)") ? text.replace("(6)", "") : text;
	}

}
