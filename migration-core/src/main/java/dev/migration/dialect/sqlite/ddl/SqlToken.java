package dev.migration.dialect.sqlite.ddl;

import java.util.ArrayList;
import java.util.List;

import dev.migration.SqlScript;
import dev.migration.dialect.SqlScanner;
import dev.migration.dialect.SqlScanner.Kind;
import dev.migration.dialect.SqlSyntax;

/**
 * A piece of SQL as SQLite sees it.
 *
 * @param kind what it is
 * @param text its text
 * @param start the offset of its first character
 */
public record SqlToken(Kind kind, String text, int start) {

	private static final int FIRST_BEYOND_ASCII = 0x80;

	/**
	 * Return all pieces of a text, also the white space and the comments.
	 * @param sql the text
	 * @return the pieces, which together are the text
	 */
	public static List<SqlToken> of(String sql) {
		List<SqlToken> tokens = new ArrayList<>();
		SqlScanner scanner = new SqlScanner(new SqlScript(sql, "sqlite_master", 1), SqlSyntax.SQLITE);
		while (scanner.next()) {
			SqlToken token = new SqlToken(scanner.kind(), sql.substring(scanner.start(), scanner.end()),
					scanner.start());
			SqlToken last = tokens.isEmpty() ? null : tokens.get(tokens.size() - 1);
			if (last != null && last.isContinuedBy(token)) {
				tokens.set(tokens.size() - 1, new SqlToken(last.kind, last.text + token.text, last.start));
			}
			else {
				tokens.add(token.isBeyondAscii() ? new SqlToken(Kind.WORD, token.text, token.start) : token);
			}
		}
		return tokens;
	}

	/**
	 * Return the pieces of a text that mean something.
	 * @param sql the text
	 * @return the pieces without white space and comments
	 */
	public static List<SqlToken> significant(String sql) {
		return of(sql).stream().filter((token) -> !token.isTrivia()).toList();
	}

	/**
	 * SQLite takes every character beyond ASCII as a letter, also one half of an emoji; a
	 * number and what is glued to it are one piece too.
	 */
	private boolean isContinuedBy(SqlToken next) {
		boolean isWord = this.kind == Kind.WORD || isNumber();
		return isWord && (next.kind == Kind.WORD || next.isBeyondAscii() || next.isNumber());
	}

	private boolean isBeyondAscii() {
		return this.kind == Kind.SYMBOL && this.text.charAt(0) >= FIRST_BEYOND_ASCII;
	}

	private boolean isNumber() {
		return this.kind == Kind.SYMBOL && Character.isDigit(this.text.charAt(0));
	}

	int end() {
		return this.start + this.text.length();
	}

	boolean isTrivia() {
		return this.kind == Kind.SPACE || this.kind == Kind.COMMENT;
	}

	/**
	 * Return whether this is a keyword.
	 * @param keyword the keyword, in upper case
	 * @return whether it is
	 */
	public boolean isWord(String keyword) {
		return this.kind == Kind.WORD && this.text.equalsIgnoreCase(keyword);
	}

	/**
	 * Return whether this is a character.
	 * @param symbol the character
	 * @return whether it is
	 */
	public boolean isSymbol(char symbol) {
		return this.kind == Kind.SYMBOL && this.text.length() == 1 && this.text.charAt(0) == symbol;
	}

	/**
	 * Return whether this can be a name. A string can, where nothing but a name is
	 * expected.
	 * @return whether it is a word or quoted
	 */
	public boolean isName() {
		return this.kind == Kind.WORD || this.kind == Kind.QUOTED;
	}

	/**
	 * Return the name that this stands for.
	 * @return the name without its quotes
	 */
	public String name() {
		if (this.kind != Kind.QUOTED) {
			return this.text;
		}
		String inner = this.text.substring(1, this.text.length() - 1);
		char quote = this.text.charAt(0);
		return (quote == '[') ? inner : inner.replace("" + quote + quote, String.valueOf(quote));
	}

}
