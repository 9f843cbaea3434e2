package dev.migration.dialect.mysql;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * Reads the text of {@code SHOW CREATE TABLE} piece by piece, without changing a
 * character of it: words, quoted parts, comments that are run, and what stands in
 * parentheses as one piece.
 */
final class DefinitionText {

	private final String text;

	private int position;

	DefinitionText(String text) {
		this.text = text;
	}

	/**
	 * Return the definition of a column.
	 * @param createTable the statement that would create its table
	 * @param column the name of the column
	 * @return its text behind the name, or {@code null} if there is no such column
	 */
	static @Nullable String ofColumn(String createTable, String column) {
		for (String element : elements(createTable)) {
			String name = name(element);
			if (name != null && name.equalsIgnoreCase(column)) {
				return behindName(element);
			}
		}
		return null;
	}

	/**
	 * Return what stands between the commas: columns, keys and constraints.
	 * @param createTable the statement that would create the table
	 * @return the elements; none if the statement has no parentheses
	 */
	static List<String> elements(String createTable) {
		List<String> elements = new ArrayList<>();
		int open = createTable.indexOf('(');
		DefinitionText body = new DefinitionText(createTable);
		body.position = (open < 0) ? createTable.length() : open + 1;
		while (body.position < createTable.length()) {
			int start = body.position;
			body.skipElement();
			elements.add(createTable.substring(start, body.position).strip());
			if (body.position >= createTable.length() || createTable.charAt(body.position) == ')') {
				break;
			}
			body.position++;
		}
		return elements;
	}

	/**
	 * Return an option of the table.
	 * @param createTable the statement that would create the table
	 * @param option the word for it
	 * @return the value, or {@code null} if it is not stated
	 */
	static @Nullable String option(String createTable, String option) {
		List<Piece> pieces = new DefinitionText(createTable).pieces();
		for (int i = 0; i + 2 < pieces.size(); i++) {
			if (pieces.get(i).text().equals(option) && pieces.get(i + 1).text().equals("=")) {
				return pieces.get(i + 2).text();
			}
		}
		return null;
	}

	/**
	 * Return the column that an element defines.
	 * @param element the element
	 * @return the name, or {@code null} if it defines a key or constraint
	 */
	static @Nullable String name(String element) {
		Piece first = new DefinitionText(element).piece();
		return (first != null && isQuoted(first.text())) ? unquote(first.text()) : null;
	}

	/**
	 * Return the definition behind the name of a column.
	 * @param element the element, which defines a column
	 * @return the text
	 */
	static String behindName(String element) {
		DefinitionText text = new DefinitionText(element);
		text.piece();
		return element.substring(text.position).strip();
	}

	private static boolean isQuoted(String name) {
		return name.startsWith("`") || name.startsWith("\"");
	}

	private static String unquote(String name) {
		String quote = name.substring(0, 1);
		return name.substring(1, name.length() - 1).replace(quote + quote, quote);
	}

	private void skipElement() {
		while (this.position < this.text.length()) {
			char character = this.text.charAt(this.position);
			if (character == ',' || character == ')') {
				return;
			}
			this.position = endOfPiece();
		}
	}

	/**
	 * Return all pieces.
	 * @return the pieces in their order
	 */
	List<Piece> pieces() {
		List<Piece> pieces = new ArrayList<>();
		for (Piece piece = piece(); piece != null; piece = piece()) {
			pieces.add(piece);
		}
		return pieces;
	}

	private @Nullable Piece piece() {
		int before = this.position;
		while (this.position < this.text.length() && Character.isWhitespace(this.text.charAt(this.position))) {
			this.position++;
		}
		if (this.position == this.text.length()) {
			return null;
		}
		int start = this.position;
		this.position = endOfPiece();
		return new Piece(this.text.substring(start, this.position), start > before);
	}

	private int endOfPiece() {
		char first = this.text.charAt(this.position);
		if (first == '\'' || first == '"' || first == '`') {
			return endOfQuote(first);
		}
		if (this.text.startsWith("/*", this.position)) {
			int close = this.text.indexOf("*/", this.position);
			return (close < 0) ? this.text.length() : close + 2;
		}
		if (first == '(') {
			return endOfParentheses();
		}
		if (!isWordPart(first)) {
			return this.position + 1;
		}
		int end = this.position;
		while (end < this.text.length() && isWordPart(this.text.charAt(end))) {
			end++;
		}
		return end;
	}

	private static boolean isWordPart(char character) {
		return Character.isLetterOrDigit(character) || character == '_' || character == '$' || character == '.';
	}

	private int endOfQuote(char quote) {
		for (int i = this.position + 1; i < this.text.length(); i++) {
			char character = this.text.charAt(i);
			if (character == '\\' && quote == '\'') {
				i++;
			}
			else if (character == quote) {
				if (i + 1 == this.text.length() || this.text.charAt(i + 1) != quote) {
					return i + 1;
				}
				i++;
			}
		}
		return this.text.length();
	}

	private int endOfParentheses() {
		DefinitionText inside = new DefinitionText(this.text);
		inside.position = this.position + 1;
		while (inside.position < this.text.length() && this.text.charAt(inside.position) != ')') {
			inside.position = inside.endOfPiece();
		}
		return Math.min(inside.position + 1, this.text.length());
	}

	/**
	 * A piece of text.
	 *
	 * @param text the text
	 * @param isApart whether white space stands before it
	 */
	record Piece(String text, boolean isApart) {

		boolean is(Set<String> words) {
			return words.contains(this.text.toUpperCase(Locale.ROOT));
		}

	}

}
