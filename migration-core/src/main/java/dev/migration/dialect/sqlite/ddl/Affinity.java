package dev.migration.dialect.sqlite.ddl;

import java.util.Locale;

/**
 * What SQLite makes of the values of a column, by its declared type.
 *
 * @see <a href=
 * "https://sqlite.org/datatype3.html#determination_of_column_affinity">Determination Of
 * Column Affinity</a>
 */
public enum Affinity {

	/** Whole numbers where it can. */
	INTEGER,

	/** Text. */
	TEXT,

	/** Anything as it is. */
	BLOB,

	/** Floating point numbers where it can. */
	REAL,

	/** Numbers where it can. */
	NUMERIC;

	/**
	 * Return what SQLite makes of a declared type.
	 * @param declaredType the type, empty if there is none
	 * @return the affinity
	 */
	public static Affinity of(String declaredType) {
		String type = declaredType.toUpperCase(Locale.ROOT);
		if (type.contains("INT")) {
			return INTEGER;
		}
		if (type.contains("CHAR") || type.contains("CLOB") || type.contains("TEXT")) {
			return TEXT;
		}
		if (type.contains("BLOB") || type.isEmpty()) {
			return BLOB;
		}
		if (type.contains("REAL") || type.contains("FLOA") || type.contains("DOUB")) {
			return REAL;
		}
		return NUMERIC;
	}

	/**
	 * Return whether a type holds numbers. Those of dates, times, booleans and JSON have
	 * the affinity of numbers only because SQLite does not know their names.
	 * @param declaredType the type, empty if there is none
	 * @return whether it does
	 */
	public static boolean isNumber(String declaredType) {
		String type = declaredType.toUpperCase(Locale.ROOT);
		return switch (of(declaredType)) {
			case INTEGER, REAL -> true;
			case NUMERIC -> type.startsWith("NUM") || type.startsWith("DEC") || type.contains("MONEY");
			default -> false;
		};
	}

}
