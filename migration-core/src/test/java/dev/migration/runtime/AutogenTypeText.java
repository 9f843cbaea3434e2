package dev.migration.runtime;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A type as it is written, taken apart: its family, and the numbers behind it.
 *
 * @param family the name in capitals
 * @param numbers length or precision and scale; empty if there are none
 */
record AutogenTypeText(String family, String numbers) {

	private static final Pattern NUMBERS = Pattern.compile("\\(([\\d, ]+)\\)");

	/** The names that SQLAlchemy knows on SQLite. */
	private static final Set<String> KNOWN = Set.of("BIGINT", "BLOB", "BOOL", "BOOLEAN", "CHAR", "DATE", "DATE_CHAR",
			"DATETIME", "DATETIME_CHAR", "DOUBLE", "DOUBLE_PRECISION", "DECIMAL", "FLOAT", "INT", "INTEGER", "JSON",
			"NUMERIC", "REAL", "SMALLINT", "TEXT", "TIME", "TIME_CHAR", "TIMESTAMP", "VARCHAR", "NVARCHAR");

	private static final Map<String, String> SAME = Map.of("CHARACTER VARYING", "VARCHAR", "CHARACTER", "CHAR",
			"BPCHAR", "CHAR", "DECIMAL", "NUMERIC", "INT", "INTEGER", "TIMESTAMP WITHOUT TIME ZONE", "TIMESTAMP",
			"TIME WITHOUT TIME ZONE", "TIME");

	static AutogenTypeText of(String sql) {
		String text = sql.toUpperCase(Locale.ROOT);
		Matcher numbers = NUMBERS.matcher(text);
		String family = NUMBERS.matcher(text).replaceAll(" ").replaceAll("\\s+", " ").strip();
		return new AutogenTypeText(SAME.getOrDefault(family, family),
				numbers.find() ? numbers.group(1).replace(" ", "") : "");
	}

	boolean onlyOneHasNumbers(AutogenTypeText other) {
		return this.family.equals(other.family) && this.numbers.isEmpty() != other.numbers.isEmpty();
	}

	/**
	 * Return whether SQLAlchemy does not know this type and takes it for another one.
	 */
	boolean isReadAs(AutogenTypeText other) {
		return !KNOWN.contains(this.family) && !this.family.equals(other.family) && affinity().equals(other.affinity());
	}

	private String affinity() {
		if (this.family.contains("INT")) {
			return "INTEGER";
		}
		if (this.family.matches(".*(CHAR|CLOB|TEXT).*")) {
			return "TEXT";
		}
		if (this.family.contains("BLOB") || this.family.isEmpty()) {
			return "BLOB";
		}
		return this.family.matches(".*(REAL|FLOA|DOUB).*") ? "REAL" : "NUMERIC";
	}

}
