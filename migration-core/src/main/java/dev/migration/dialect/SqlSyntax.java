package dev.migration.dialect;

/**
 * What differs between databases in how SQL text is read.
 *
 * @param dollarQuotes whether {@code $tag$ … $tag$} quotes
 * @param escapeStrings whether a backslash escapes inside {@code E'…'}
 * @param nestedComments whether block comments nest
 * @param brackets whether {@code [name]} and {@code `name`} quote identifiers
 * @param triggerBodies whether a trigger has its body between {@code BEGIN} and
 * {@code END}
 */
public record SqlSyntax(boolean dollarQuotes, boolean escapeStrings, boolean nestedComments, boolean brackets,
		boolean triggerBodies) {

	/**
	 * SQLite.
	 */
	public static final SqlSyntax SQLITE = new SqlSyntax(false, false, false, true, true);

	/**
	 * PostgreSQL.
	 */
	public static final SqlSyntax POSTGRESQL = new SqlSyntax(true, true, true, false, false);

}
