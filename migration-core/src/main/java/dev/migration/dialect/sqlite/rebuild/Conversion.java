package dev.migration.dialect.sqlite.rebuild;

import org.jspecify.annotations.Nullable;

import dev.migration.dialect.sqlite.ddl.Affinity;

/**
 * How the values of a column get into a column of another type, without a change that
 * could not be taken back. SQLite's {@code CAST} makes 2020 of the text
 * {@code 2020-01-02}, and 0 of what is no number.
 *
 * @param expression the expression to copy
 * @param survives a condition that holds for the values that do not change their meaning,
 * or {@code null} if all do
 */
record Conversion(String expression, @Nullable String survives) {

	/**
	 * Return the conversion from one type to another.
	 * @param column the column, quoted
	 * @param from the declared type so far
	 * @param to the declared type from now on
	 * @return the conversion
	 */
	static Conversion of(String column, String from, String to) {
		Affinity before = Affinity.of(from);
		Affinity after = Affinity.of(to);
		if (before == after && (after != Affinity.NUMERIC || Affinity.isNumber(from) == Affinity.isNumber(to))) {
			return new Conversion(column, null);
		}
		return switch (after) {
			case TEXT -> casted(column, "TEXT");
			case BLOB -> casted(column, "BLOB");
			default -> Affinity.isNumber(to) ? toNumber(column, after) : new Conversion(column, null);
		};
	}

	/**
	 * A value survives if it can be cast back to what it was.
	 */
	private static Conversion casted(String column, String type) {
		String casted = "CAST(" + column + " AS " + type + ")";
		return new Conversion(casted,
				"CASE typeof(" + column + ") WHEN 'integer' THEN CAST(" + casted + " AS INTEGER) WHEN 'real' THEN CAST("
						+ casted + " AS REAL) WHEN 'text' THEN CAST(" + casted + " AS TEXT) WHEN 'blob' THEN CAST("
						+ casted + " AS BLOB) END IS " + column);
	}

	/**
	 * Text survives if it is a number written as one would write it: leading zeros are
	 * those of a postal code. The affinity of the column does the rest.
	 */
	private static Conversion toNumber(String column, Affinity after) {
		String number = "CAST(" + column + " AS NUMERIC)";
		String fits = switch (after) {
			case INTEGER -> number + " = CAST(" + number + " AS INTEGER)";
			case REAL -> number + " = CAST(" + number + " AS REAL)";
			default -> "1";
		};
		return new Conversion(column,
				"CASE typeof(" + column + ") WHEN 'null' THEN 1 WHEN 'blob' THEN 0 WHEN 'text' THEN " + number + " = "
						+ column + " AND " + column + " = trim(" + column + ") AND ltrim(" + column
						+ ", '-') NOT GLOB '0[0-9]*' AND " + column + " NOT GLOB '+*' AND " + fits + " ELSE " + fits
						+ " END");
	}

}
