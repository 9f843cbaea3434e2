package dev.migration.runtime;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.migration.dialect.SqlStatement;

/**
 * What a statement means for a run that may have to be taken up again, as far as its
 * first word tells.
 */
enum StatementKind {

	/** Works on rows, so that every transaction takes it back. */
	ROWS,

	/** Sets what the next session has forgotten, so that it must be run again. */
	SESSION,

	/** Anything else: it may commit by itself. */
	OTHER;

	private static final Pattern FIRST_WORD = Pattern
		.compile("(?s)(?:\\s|\\(|--[^\\n]*(?:\\n|$)|#[^\\n]*(?:\\n|$)|/\\*(?!!).*?\\*/)*+([A-Za-z]+).*");

	private static final Set<String> ROW_WORDS = Set.of("INSERT", "UPDATE", "DELETE", "MERGE", "REPLACE", "SELECT",
			"WITH", "VALUES");

	private static final Set<String> SESSION_WORDS = Set.of("SET", "USE", "RESET", "PRAGMA");

	static StatementKind of(SqlStatement statement) {
		if (statement.kind() == SqlStatement.Kind.OUTSIDE_TRANSACTION) {
			return OTHER;
		}
		Matcher matcher = FIRST_WORD.matcher(statement.sql());
		String word = matcher.matches() ? matcher.group(1).toUpperCase(Locale.ROOT) : "";
		if (ROW_WORDS.contains(word)) {
			return ROWS;
		}
		return SESSION_WORDS.contains(word) ? SESSION : OTHER;
	}

}
