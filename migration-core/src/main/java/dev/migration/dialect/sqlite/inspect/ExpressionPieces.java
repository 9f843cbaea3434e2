package dev.migration.dialect.sqlite.inspect;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import dev.migration.dialect.SqlScanner;
import dev.migration.dialect.sqlite.ddl.SqlToken;

/**
 * Reads an expression piece by piece: numbers, blobs and operators as one piece each,
 * keywords in capitals, and parentheses only where there are not two around the same.
 */
final class ExpressionPieces {

	private static final Set<String> KEYWORDS = Set.of("AND", "AS", "BETWEEN", "CASE", "CAST", "COLLATE",
			"CURRENT_DATE", "CURRENT_TIME", "CURRENT_TIMESTAMP", "DISTINCT", "ELSE", "END", "ESCAPE", "EXISTS", "FALSE",
			"FROM", "GLOB", "IN", "IS", "ISNULL", "LIKE", "MATCH", "NOT", "NOTNULL", "NULL", "OR", "REGEXP", "SELECT",
			"THEN", "TRUE", "WHEN", "WHERE");

	private static final List<String> OPERATORS = List.of("->>", "->", "||", "<=", ">=", "<>", "!=", "==", "<<", ">>");

	private final List<SqlToken> tokens;

	private int position;

	private ExpressionPieces(String sql) {
		this.tokens = SqlToken.significant(sql);
	}

	/**
	 * Return the pieces of an expression, without parentheses around all of it.
	 * @param sql the expression
	 * @return the pieces
	 */
	static List<Piece> of(String sql) {
		ExpressionPieces reader = new ExpressionPieces(sql);
		List<Piece> pieces = new ArrayList<>();
		while (reader.position < reader.tokens.size()) {
			pieces.add(reader.next());
		}
		return withoutRedundantParentheses(pieces);
	}

	private Piece next() {
		SqlToken token = this.tokens.get(this.position++);
		if (token.kind() == SqlScanner.Kind.QUOTED) {
			return new Piece(token.text().startsWith("'") ? Kind.LITERAL : Kind.QUOTED_NAME, token.text());
		}
		if (isNumber(token)) {
			return new Piece(Kind.LITERAL, number(token));
		}
		if (token.kind() == SqlScanner.Kind.WORD) {
			return word(token);
		}
		return symbol(token);
	}

	private Piece word(SqlToken token) {
		String upper = token.text().toUpperCase(Locale.ROOT);
		if (upper.equals("X") && isGluedTo(token) && peek().text().startsWith("'")) {
			return new Piece(Kind.LITERAL, "X" + this.tokens.get(this.position++).text().toUpperCase(Locale.ROOT));
		}
		return KEYWORDS.contains(upper) ? new Piece(Kind.KEYWORD, upper) : new Piece(Kind.NAME, token.text());
	}

	private Piece symbol(SqlToken token) {
		switch (token.text().charAt(0)) {
			case '(' -> {
				return new Piece(Kind.OPEN, "(");
			}
			case ')' -> {
				return new Piece(Kind.CLOSE, ")");
			}
			case ',' -> {
				return new Piece(Kind.COMMA, ",");
			}
			case '.' -> {
				return new Piece(Kind.DOT, ".");
			}
			default -> {
				return new Piece(Kind.OPERATOR, operator(token));
			}
		}
	}

	private String operator(SqlToken first) {
		StringBuilder glued = new StringBuilder(first.text());
		for (int i = this.position; i < this.tokens.size() && glued.length() < 3; i++) {
			if (this.tokens.get(i).start() != first.start() + glued.length()) {
				break;
			}
			glued.append(this.tokens.get(i).text());
		}
		for (String operator : OPERATORS) {
			if (glued.toString().startsWith(operator)) {
				this.position += operator.length() - 1;
				return switch (operator) {
					case "!=" -> "<>";
					case "==" -> "=";
					default -> operator;
				};
			}
		}
		return first.text();
	}

	private boolean isNumber(SqlToken token) {
		boolean isFraction = token.isSymbol('.') && isGluedTo(token) && Character.isDigit(peek().text().charAt(0));
		return isFraction || Character.isDigit(token.text().charAt(0));
	}

	private String number(SqlToken first) {
		StringBuilder number = new StringBuilder(first.text());
		SqlToken last = first;
		while (isGluedTo(last) && continuesNumber(number)) {
			last = this.tokens.get(this.position++);
			number.append(last.text());
		}
		return number.toString().toLowerCase(Locale.ROOT);
	}

	private boolean continuesNumber(StringBuilder number) {
		SqlToken next = peek();
		char last = number.charAt(number.length() - 1);
		boolean isSign = (next.isSymbol('+') || next.isSymbol('-')) && (last == 'e' || last == 'E')
				&& !number.toString().toLowerCase(Locale.ROOT).startsWith("0x");
		return isSign || next.isSymbol('.') || Character.isLetterOrDigit(next.text().charAt(0));
	}

	private boolean isGluedTo(SqlToken token) {
		return this.position < this.tokens.size() && peek().start() == token.start() + token.text().length();
	}

	private SqlToken peek() {
		return this.tokens.get(this.position);
	}

	private static List<Piece> withoutRedundantParentheses(List<Piece> pieces) {
		int[] closing = closing(pieces);
		boolean[] isRedundant = new boolean[pieces.size()];
		int first = 0;
		int last = pieces.size() - 1;
		while (first < last && closing[first] == last) {
			isRedundant[first++] = true;
			isRedundant[last--] = true;
		}
		for (int i = first; i < last; i++) {
			if (closing[i] > 0 && closing[i + 1] == closing[i] - 1 && closing[i + 1] > 0) {
				isRedundant[i + 1] = true;
				isRedundant[closing[i + 1]] = true;
			}
		}
		List<Piece> left = new ArrayList<>();
		for (int i = 0; i < pieces.size(); i++) {
			if (!isRedundant[i]) {
				left.add(pieces.get(i));
			}
		}
		return left;
	}

	private static int[] closing(List<Piece> pieces) {
		int[] closing = new int[pieces.size()];
		List<Integer> open = new ArrayList<>();
		for (int i = 0; i < pieces.size(); i++) {
			if (pieces.get(i).kind() == Kind.OPEN) {
				open.add(i);
			}
			else if (pieces.get(i).kind() == Kind.CLOSE && !open.isEmpty()) {
				closing[open.remove(open.size() - 1)] = i;
			}
		}
		return closing;
	}

	/**
	 * A piece of an expression.
	 *
	 * @param kind what it is
	 * @param text its text
	 */
	record Piece(Kind kind, String text) {

		boolean is(Kind other) {
			return this.kind == other;
		}

		boolean isKeyword(String word) {
			return this.kind == Kind.KEYWORD && this.text.equals(word);
		}

	}

	/**
	 * What a piece is.
	 */
	enum Kind {

		/** A keyword, in capitals. */
		KEYWORD,

		/** A name that is not quoted. */
		NAME,

		/** A quoted name, with its quotes. */
		QUOTED_NAME,

		/** A string, number or blob. */
		LITERAL,

		/** An operator. */
		OPERATOR,

		/** An opening parenthesis. */
		OPEN,

		/** A closing parenthesis. */
		CLOSE,

		/** A comma. */
		COMMA,

		/** What stands between a table and a column. */
		DOT

	}

}
