package dev.migration.autogenerate;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import dev.migration.schema.Column;
import dev.migration.schema.QualifiedName;
import dev.migration.schema.Type;
import dev.migration.schema.TypeName;

/**
 * Says what becomes of the values when a column gets another type.
 */
final class Conversions {

	private static final List<TypeName> WHOLE_NUMBERS = List.of(TypeName.TINYINT, TypeName.SMALLINT, TypeName.INTEGER,
			TypeName.BIGINT);

	private static final List<TypeName> FLOATING = List.of(TypeName.REAL, TypeName.FLOAT, TypeName.DOUBLE);

	private static final Set<TypeName> LIMITED_TEXT = Set.of(TypeName.CHAR, TypeName.VARCHAR, TypeName.NCHAR,
			TypeName.NVARCHAR);

	private static final Set<TypeName> TEXT = Set.of(TypeName.TEXT, TypeName.LONG_TEXT, TypeName.CLOB, TypeName.NCLOB);

	private static final Set<TypeName> LIMITED_BYTES = Set.of(TypeName.BINARY, TypeName.VARBINARY);

	private static final Pattern ENUM_VALUE = Pattern.compile("'((?:[^'\\\\]|''|\\\\.)*)'");

	private Conversions() {
	}

	static List<String> remarks(QualifiedName table, Column from, Column to) {
		boolean areEnums = !enumValues(from.type()).isEmpty() && !enumValues(to.type()).isEmpty();
		boolean isPlain = areEnums || isWidening(from.type(), to.type());
		List<String> losses = losses(table, from, to);
		return (isPlain || !losses.isEmpty()) ? losses : List.of("The values of " + table + "." + from.name()
				+ " are converted from " + change(from, to) + ": look whether each can be, and means the same.");
	}

	/**
	 * Return the remarks on values that do not fit the new type, and no others.
	 */
	static List<String> losses(QualifiedName table, Column from, Column to) {
		String column = table + "." + from.name();
		List<String> remarks = new ArrayList<>();
		List<String> values = enumValues(to.type());
		enumValues(from.type()).stream()
			.filter((value) -> !values.isEmpty() && !values.contains(value))
			.map((value) -> "'" + value.replace("'", "''") + "'")
			.forEach((value) -> remarks.addAll(
					List.of("This fails while a row has " + value + ". Say what such rows get:", "op.execute(\"UPDATE "
							+ table + " SET " + from.name() + " = … WHERE " + from.name() + " = " + value + "\");")));
		if (!isWidening(from.type(), to.type()) && isNarrowing(from.type(), to.type())) {
			remarks.add(column + " becomes narrower, " + change(from, to)
					+ ": this fails, or cuts the value, where one does not fit.");
		}
		return remarks;
	}

	/**
	 * Return the values of an enum: MariaDB and MySQL have them in the type of the
	 * column.
	 */
	private static List<String> enumValues(Type type) {
		if (type instanceof Type.Enumeration enumeration) {
			return enumeration.enumType().values();
		}
		if (type instanceof Type.Variant variant) {
			return variant.variants()
				.values()
				.stream()
				.map(Conversions::enumValues)
				.filter((values) -> !values.isEmpty())
				.findFirst()
				.orElse(List.of());
		}
		if (type instanceof Type.Verbatim verbatim && verbatim.sql().regionMatches(true, 0, "enum(", 0, 5)) {
			return ENUM_VALUE.matcher(verbatim.sql())
				.results()
				.map((value) -> value.group(1).replace("''", "'"))
				.toList();
		}
		return List.of();
	}

	private static String change(Column from, Column to) {
		return ColumnComparison.describe(from.type()) + " to " + ColumnComparison.describe(to.type());
	}

	private static boolean isWidening(Type from, Type to) {
		if (!(from instanceof Type.Generic one) || !(to instanceof Type.Generic other)) {
			return false;
		}
		if (one.name() == other.name()) {
			return isAtLeast(other.length(), one.length()) && isAtLeast(digits(other), digits(one))
					&& isAtLeast(other.scale(), one.scale());
		}
		return isUp(WHOLE_NUMBERS, one, other) || isUp(FLOATING, one, other)
				|| (isIn(TEXT, other) && (isIn(TEXT, one) || isIn(LIMITED_TEXT, one)))
				|| (isIn(LIMITED_TEXT, one) && isIn(LIMITED_TEXT, other) && isAtLeast(other.length(), one.length()));
	}

	private static boolean isNarrowing(Type from, Type to) {
		if (!(from instanceof Type.Generic one) || !(to instanceof Type.Generic other)) {
			return false;
		}
		return one.name() == other.name() || isUp(WHOLE_NUMBERS, other, one) || isUp(FLOATING, other, one)
				|| (isIn(LIMITED_TEXT, other) && (isIn(TEXT, one) || isIn(LIMITED_TEXT, one)))
				|| (isIn(LIMITED_BYTES, other) && (isIn(LIMITED_BYTES, one) || one.name() == TypeName.BLOB));
	}

	private static boolean isIn(Set<TypeName> names, Type.Generic type) {
		return names.contains(type.name());
	}

	private static boolean isUp(List<TypeName> order, Type.Generic from, Type.Generic to) {
		return order.contains(from.name()) && order.indexOf(to.name()) >= order.indexOf(from.name());
	}

	/**
	 * Return how many digits are before the point.
	 */
	private static @Nullable Integer digits(Type.Generic type) {
		return (type.length() != null && type.scale() != null) ? Integer.valueOf(type.length() - type.scale())
				: type.length();
	}

	/**
	 * No length is the longest.
	 */
	private static boolean isAtLeast(@Nullable Integer one, @Nullable Integer other) {
		return one == null || (other != null && one >= other);
	}

}
