package dev.migration.dialect.postgresql;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import dev.migration.dialect.DefinitionRenderer;
import dev.migration.dialect.GenericTypes;
import dev.migration.schema.EnumType;
import dev.migration.schema.Type;

/**
 * Reads the types of columns: enum types by their identity, and all others by what the
 * server calls them.
 */
final class TypeReader {

	private final GenericTypes generic;

	private final Map<Long, EnumType> enumTypes;

	/**
	 * Create a new reader.
	 * @param definitions writes the types
	 * @param enumTypes the enum types by their identity in the catalogue
	 */
	TypeReader(DefinitionRenderer definitions, Map<Long, EnumType> enumTypes) {
		this.generic = new GenericTypes(definitions::type, TypeReader::canonical);
		this.enumTypes = enumTypes;
	}

	/**
	 * Return a type.
	 * @param text what the server calls it
	 * @param enumType the identity of the enum type that it is, or that its elements are
	 * @param isArray whether it has elements
	 */
	Type read(String text, @Nullable Long enumType, boolean isArray) {
		EnumType known = (enumType != null) ? this.enumTypes.get(enumType) : null;
		if (known == null) {
			return this.generic.read(text);
		}
		Type type = new Type.Enumeration(known);
		return isArray ? new Type.Array(type, null) : type;
	}

	Type read(ResultSet row) throws SQLException {
		long enumType = row.getLong("enum_type");
		return read(row.getString("type"), row.wasNull() ? null : enumType, row.getBoolean("is_array"));
	}

	/**
	 * Six digits of a second are what all there are, so they need not be said.
	 */
	private static String canonical(String sql) {
		String text = sql.toLowerCase(Locale.ROOT)
			.replaceAll("\\s*\\(\\s*", "(")
			.replaceAll("\\s*,\\s*", ",")
			.replaceAll("\\s*\\)", ")")
			.replaceFirst("^varchar\\b", "character varying")
			.replaceFirst("^char\\b", "character")
			.replaceFirst("^float4$", "real")
			.replaceFirst("^float\\((?:[1-9]|1\\d|2[0-4])\\)$", "real")
			.replaceFirst("^float\\(\\d+\\)$", "double precision");
		if (text.matches("(time|timestamp|interval)\\b.*")) {
			text = text.replace("(6)", "");
		}
		return text.matches("time(stamp)?(\\(\\d\\))?") ? text + " without time zone" : text;
	}

}
