package dev.migration.dialect;

import java.util.EnumSet;
import java.util.Set;

/**
 * What differs between databases in how SQL text is read. Everything else is the same
 * everywhere: single and double quotes, {@code --} and block comments, the semicolon.
 *
 * @param features what the database has beyond that
 */
public record SqlSyntax(Set<Feature> features) {

	/**
	 * SQLite.
	 */
	public static final SqlSyntax SQLITE = of(Feature.BACKTICKS, Feature.BRACKETS, Feature.TRIGGER_BODIES);

	/**
	 * PostgreSQL.
	 */
	public static final SqlSyntax POSTGRESQL = of(Feature.DOLLAR_QUOTES, Feature.ESCAPE_STRINGS,
			Feature.NESTED_COMMENTS);

	/**
	 * MySQL and MariaDB, in their default SQL mode: with {@code NO_BACKSLASH_ESCAPES} a
	 * string that ends in a backslash would be read differently.
	 */
	public static final SqlSyntax MYSQL = of(Feature.BACKTICKS, Feature.BACKSLASH_ESCAPES, Feature.HASH_COMMENTS,
			Feature.SPACE_AFTER_DASHES, Feature.EXECUTABLE_COMMENTS, Feature.DELIMITER_COMMAND, Feature.ROUTINE_BODIES);

	/**
	 * H2.
	 */
	public static final SqlSyntax H2 = of(Feature.DOLLAR_QUOTES, Feature.NESTED_COMMENTS, Feature.SLASH_COMMENTS);

	public SqlSyntax {
		features = Set.copyOf(features);
	}

	private static SqlSyntax of(Feature first, Feature... others) {
		return new SqlSyntax(EnumSet.of(first, others));
	}

	boolean has(Feature feature) {
		return this.features.contains(feature);
	}

	/**
	 * Something that not every database has.
	 */
	public enum Feature {

		/** {@code $tag$ … $tag$} quotes. */
		DOLLAR_QUOTES,

		/** A backslash escapes inside {@code E'…'}. */
		ESCAPE_STRINGS,

		/** A backslash escapes inside every string. */
		BACKSLASH_ESCAPES,

		/** {@code `name`} quotes an identifier. */
		BACKTICKS,

		/** {@code [name]} quotes an identifier. */
		BRACKETS,

		/** Block comments nest. */
		NESTED_COMMENTS,

		/** {@code #} begins a comment. */
		HASH_COMMENTS,

		/** {@code //} begins a comment. */
		SLASH_COMMENTS,

		/** {@code --} only begins a comment with white space behind it. */
		SPACE_AFTER_DASHES,

		/** What stands in a comment that begins with {@code !} is run. */
		EXECUTABLE_COMMENTS,

		/** The client's command {@code DELIMITER} sets what ends a statement. */
		DELIMITER_COMMAND,

		/** A trigger has its body between {@code BEGIN} and {@code END}. */
		TRIGGER_BODIES,

		/**
		 * Triggers, functions, procedures and events have a body of statements, with
		 * blocks such as {@code IF … END IF}.
		 */
		ROUTINE_BODIES

	}

}
