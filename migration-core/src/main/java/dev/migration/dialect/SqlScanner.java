package dev.migration.dialect;

import java.util.Locale;
import java.util.function.IntPredicate;

import dev.migration.InvalidScriptException;
import dev.migration.SqlScript;
import dev.migration.dialect.SqlSyntax.Feature;

/**
 * Reads SQL text piece by piece: a word, a quoted part, a comment, white space, or a
 * single character. One pass, in linear time.
 */
public final class SqlScanner {

	private final SqlScript script;

	private final String sql;

	private final SqlSyntax syntax;

	private int start;

	private int end;

	private int line;

	private Kind kind = Kind.SPACE;

	private String delimiter = ";";

	/**
	 * Create a new scanner.
	 * @param script the text
	 * @param syntax how the database reads SQL
	 */
	public SqlScanner(SqlScript script, SqlSyntax syntax) {
		this.script = script;
		this.sql = script.sql();
		this.syntax = syntax;
		this.line = script.line();
	}

	/**
	 * Go to the next piece.
	 * @return whether there is one
	 * @throws InvalidScriptException if a quote or comment has no end
	 */
	public boolean next() {
		for (int i = this.start; i < this.end; i++) {
			if (this.sql.charAt(i) == '\n') {
				this.line++;
			}
		}
		this.start = this.end;
		if (this.start == this.sql.length()) {
			return false;
		}
		this.end = read(this.sql.charAt(this.start));
		return true;
	}

	private int read(char first) {
		if (this.sql.startsWith(this.delimiter, this.start)) {
			this.kind = Kind.DELIMITER;
			return this.start + this.delimiter.length();
		}
		if (Character.isWhitespace(first)) {
			this.kind = Kind.SPACE;
			return skip(Character::isWhitespace);
		}
		if (isLineComment(first)) {
			this.kind = Kind.COMMENT;
			return endOfLine();
		}
		if (this.sql.startsWith("/*", this.start)) {
			this.kind = isExecutableComment() ? Kind.QUOTED : Kind.COMMENT;
			return endOfBlockComment();
		}
		if (isQuote(first)) {
			this.kind = Kind.QUOTED;
			boolean backslashEscapes = first != '`' && this.syntax.has(Feature.BACKSLASH_ESCAPES);
			return endOfQuote(this.start + 1, (first == '[') ? ']' : first, backslashEscapes);
		}
		if (first == '$' && this.syntax.has(Feature.DOLLAR_QUOTES)) {
			int end = endOfDollarQuote();
			this.kind = (end > 0) ? Kind.QUOTED : Kind.SYMBOL;
			return (end > 0) ? end : this.start + 1;
		}
		if (isWordStart(first)) {
			return readWord();
		}
		this.kind = Kind.SYMBOL;
		return this.start + 1;
	}

	private boolean isLineComment(char first) {
		if (this.sql.startsWith("--", this.start)) {
			int next = this.start + 2;
			return !this.syntax.has(Feature.SPACE_AFTER_DASHES) || next == this.sql.length()
					|| this.sql.charAt(next) <= ' ';
		}
		return (first == '#' && this.syntax.has(Feature.HASH_COMMENTS))
				|| (this.sql.startsWith("//", this.start) && this.syntax.has(Feature.SLASH_COMMENTS));
	}

	private boolean isExecutableComment() {
		return this.syntax.has(Feature.EXECUTABLE_COMMENTS)
				&& (this.sql.startsWith("!", this.start + 2) || this.sql.startsWith("M!", this.start + 2));
	}

	private boolean isQuote(char first) {
		return first == '\'' || first == '"' || (first == '`' && this.syntax.has(Feature.BACKTICKS))
				|| (first == '[' && this.syntax.has(Feature.BRACKETS));
	}

	private int endOfLine() {
		int newline = this.sql.indexOf('\n', this.start);
		return (newline < 0) ? this.sql.length() : newline;
	}

	private int readWord() {
		int wordEnd = skip((character) -> isWordStart(character) || Character.isDigit(character) || character == '$');
		boolean escapeString = this.syntax.has(Feature.ESCAPE_STRINGS) && wordEnd == this.start + 1
				&& wordEnd < this.sql.length() && this.sql.charAt(wordEnd) == '\''
				&& Character.toLowerCase(this.sql.charAt(this.start)) == 'e';
		if (escapeString) {
			this.kind = Kind.QUOTED;
			return endOfQuote(wordEnd + 1, '\'', true);
		}
		this.kind = Kind.WORD;
		return wordEnd;
	}

	private static boolean isWordStart(int character) {
		return Character.isLetter(character) || character == '_';
	}

	private int skip(IntPredicate belongs) {
		int position = this.start;
		while (position < this.sql.length() && belongs.test(this.sql.charAt(position))
				&& !this.sql.startsWith(this.delimiter, position)) {
			position++;
		}
		return position;
	}

	private int endOfQuote(int from, char quote, boolean backslashEscapes) {
		for (int i = from; i < this.sql.length(); i++) {
			char character = this.sql.charAt(i);
			if (backslashEscapes && character == '\\') {
				i++;
			}
			else if (character == quote) {
				boolean doubled = quote != ']' && i + 1 < this.sql.length() && this.sql.charAt(i + 1) == quote;
				if (!doubled) {
					return i + 1;
				}
				i++;
			}
		}
		throw unterminated("quote " + this.sql.charAt(this.start));
	}

	private int endOfBlockComment() {
		int depth = 1;
		int position = this.start + 2;
		while (depth > 0) {
			int close = this.sql.indexOf("*/", position);
			if (close < 0) {
				throw unterminated("comment /*");
			}
			int open = this.syntax.has(Feature.NESTED_COMMENTS) ? this.sql.indexOf("/*", position) : -1;
			boolean opens = open >= 0 && open < close;
			depth += opens ? 1 : -1;
			position = (opens ? open : close) + 2;
		}
		return position;
	}

	/**
	 * A dollar sign begins a quote only with a closed tag behind it: {@code $1} is a
	 * parameter.
	 */
	private int endOfDollarQuote() {
		int tagEnd = this.start + 1;
		while (tagEnd < this.sql.length() && (isWordStart(this.sql.charAt(tagEnd))
				|| (tagEnd > this.start + 1 && Character.isDigit(this.sql.charAt(tagEnd))))) {
			tagEnd++;
		}
		if (tagEnd == this.sql.length() || this.sql.charAt(tagEnd) != '$') {
			return -1;
		}
		String tag = this.sql.substring(this.start, tagEnd + 1);
		int close = this.sql.indexOf(tag, tagEnd + 1);
		if (close < 0) {
			throw unterminated("quote " + tag);
		}
		return close + tag.length();
	}

	private InvalidScriptException unterminated(String what) {
		return new InvalidScriptException(this.script.location(), this.line, "the " + what + " has no end",
				"Close it, or take it out.");
	}

	/**
	 * Read the rest of the line, behind the word {@code DELIMITER}, as what ends a
	 * statement from now on.
	 */
	void readDelimiter() {
		int lineEnd = endOfLine();
		String text = this.sql.substring(this.end, Math.max(this.end, lineEnd)).strip();
		if (text.isEmpty()) {
			throw new InvalidScriptException(this.script.location(), this.line, "DELIMITER does not say which",
					"Write it on the same line, for example: DELIMITER //");
		}
		this.delimiter = text.split("\\s")[0];
		this.end = lineEnd;
	}

	/**
	 * Return what the piece at hand is.
	 * @return the kind
	 */
	public Kind kind() {
		return this.kind;
	}

	/**
	 * Return where the piece at hand begins.
	 * @return the offset of its first character
	 */
	public int start() {
		return this.start;
	}

	/**
	 * Return where the piece at hand ends.
	 * @return the offset behind its last character
	 */
	public int end() {
		return this.end;
	}

	/**
	 * Return on which line the piece at hand begins.
	 * @return the line of the script
	 */
	public int line() {
		return this.line;
	}

	boolean isSemicolon() {
		return (this.kind == Kind.SYMBOL || this.kind == Kind.DELIMITER) && this.end == this.start + 1
				&& this.sql.charAt(this.start) == ';';
	}

	/**
	 * Return whether the piece at hand is a character.
	 * @param symbol the character
	 * @return whether it is
	 */
	public boolean isSymbol(char symbol) {
		return this.kind == Kind.SYMBOL && this.sql.charAt(this.start) == symbol;
	}

	/**
	 * Return the word at hand.
	 * @return the word in upper case
	 */
	public String word() {
		return this.sql.substring(this.start, this.end).toUpperCase(Locale.ROOT);
	}

	/**
	 * What a piece of SQL is.
	 */
	public enum Kind {

		/** White space. */
		SPACE,

		/** A comment. */
		COMMENT,

		/** A string or a quoted identifier. */
		QUOTED,

		/** A keyword or an identifier. */
		WORD,

		/** What ends a statement. */
		DELIMITER,

		/** Any other single character. */
		SYMBOL

	}

}
