package dev.migration.autogenerate;

import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
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

	private static final Pattern VALUE = Pattern.compile("'(?:[^'\\\\]|''|\\\\.)*'");

	private static final Pattern ENUMERATION = Pattern.compile("(?i)enum\\(" + VALUE + "(?:,\\s*" + VALUE + ")*\\)");

	private Conversions() {
	}

	static List<String> remarks(QualifiedName table, Column from, Column to) {
		String column = table + "." + from.name();
		if (isWidening(from.type(), to.type())) {
			return List.of();
		}
		String change = ColumnComparison.describe(from.type()) + " to " + ColumnComparison.describe(to.type());
		if (isNarrowing(from.type(), to.type())) {
			return List.of(column + " becomes narrower, " + change
					+ ": this fails, or cuts the value, where one does not fit.");
		}
		return List.of("The values of " + column + " are converted from " + change
				+ ": look whether each can be, and means the same.");
	}

	private static boolean isWidening(Type from, Type to) {
		if (isEnumeration(from) && isEnumeration(to)) {
			return values(to).containsAll(values(from));
		}
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
		if (isEnumeration(from) && isEnumeration(to)) {
			return values(from).containsAll(values(to));
		}
		if (!(from instanceof Type.Generic one) || !(to instanceof Type.Generic other)) {
			return false;
		}
		return one.name() == other.name() || isUp(WHOLE_NUMBERS, other, one) || isUp(FLOATING, other, one)
				|| (isIn(LIMITED_TEXT, other) && (isIn(TEXT, one) || isIn(LIMITED_TEXT, one)))
				|| (isIn(LIMITED_BYTES, other) && (isIn(LIMITED_BYTES, one) || one.name() == TypeName.BLOB));
	}

	/**
	 * Where an enum type has no name it is read in the words of the server.
	 */
	private static boolean isEnumeration(Type type) {
		return type instanceof Type.Enumeration
				|| (type instanceof Type.Verbatim verbatim && ENUMERATION.matcher(verbatim.sql()).matches());
	}

	private static List<String> values(Type type) {
		if (type instanceof Type.Enumeration enumeration) {
			return enumeration.enumType().values();
		}
		return VALUE.matcher(((Type.Verbatim) type).sql()).results().map(MatchResult::group).toList();
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
