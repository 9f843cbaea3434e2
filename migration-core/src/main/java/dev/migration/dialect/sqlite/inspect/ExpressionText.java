package dev.migration.dialect.sqlite.inspect;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.UnaryOperator;

import org.jspecify.annotations.Nullable;

import dev.migration.dialect.sqlite.ddl.NameLetters;
import dev.migration.dialect.sqlite.ddl.SqlToken;
import dev.migration.dialect.sqlite.inspect.ExpressionPieces.Kind;
import dev.migration.dialect.sqlite.inspect.ExpressionPieces.Piece;

/**
 * Writes expressions over the columns of a table in one way, so that those that differ in
 * white space, case, quotes around names, comments or parentheses around all of it are
 * equal. SQLite itself keeps them as they were written.
 */
final class ExpressionText {

	private static final Set<String> OPERANDS = Set.of("NULL", "TRUE", "FALSE", "END", "CURRENT_DATE", "CURRENT_TIME",
			"CURRENT_TIMESTAMP");

	private final UnaryOperator<String> quote;

	private final String table;

	private final List<String> columns;

	/**
	 * Create a new instance.
	 * @param quote quotes a name where it needs it
	 * @param table the name of the table
	 * @param columns the names of its columns
	 */
	ExpressionText(UnaryOperator<String> quote, String table, List<String> columns) {
		this.quote = quote;
		this.table = table;
		this.columns = columns;
	}

	/**
	 * Return an expression as it is compared.
	 * @param sql the expression
	 * @return the expression
	 */
	String of(String sql) {
		List<Piece> pieces = withoutTable(ExpressionPieces.of(sql));
		StringBuilder text = new StringBuilder();
		for (int i = 0; i < pieces.size(); i++) {
			if (i > 0 && isApart(pieces, i)) {
				text.append(' ');
			}
			text.append(text(pieces, i));
		}
		return text.toString();
	}

	/**
	 * Return the column that a name means.
	 * @param name the name, in any case
	 * @return the column, or {@code null} if there is none
	 */
	@Nullable String column(String name) {
		return this.columns.stream().filter((column) -> NameLetters.areSame(column, name)).findFirst().orElse(null);
	}

	private List<Piece> withoutTable(List<Piece> pieces) {
		List<Piece> left = new ArrayList<>();
		for (int i = 0; i < pieces.size(); i++) {
			boolean isQualifier = i + 1 < pieces.size() && pieces.get(i + 1).is(Kind.DOT) && isName(pieces.get(i))
					&& NameLetters.areSame(name(pieces.get(i)), this.table);
			if (isQualifier) {
				i++;
			}
			else {
				left.add(pieces.get(i));
			}
		}
		return left;
	}

	private String text(List<Piece> pieces, int index) {
		Piece piece = pieces.get(index);
		if (!isName(piece)) {
			return piece.text();
		}
		if (index > 0 && pieces.get(index - 1).isKeyword("COLLATE")) {
			return name(piece).toUpperCase(Locale.ROOT);
		}
		boolean isFunction = isFunction(pieces, index);
		String column = isFunction ? null : column(name(piece));
		if (column != null) {
			return this.quote.apply(column);
		}
		if (piece.is(Kind.NAME)) {
			return piece.text().toLowerCase(Locale.ROOT);
		}
		// SQLite takes a name that means nothing as a string.
		boolean isString = piece.text().startsWith("\"") && !isFunction && !isNextToDot(pieces, index);
		return isString ? "'" + name(piece).replace("'", "''") + "'" : piece.text();
	}

	private static boolean isName(Piece piece) {
		return piece.is(Kind.NAME) || piece.is(Kind.QUOTED_NAME);
	}

	private static String name(Piece piece) {
		return SqlToken.of(piece.text()).get(0).name();
	}

	private static boolean isFunction(List<Piece> pieces, int index) {
		boolean isFollowed = index + 1 < pieces.size() && pieces.get(index + 1).is(Kind.OPEN);
		return isFollowed && (isName(pieces.get(index)) || pieces.get(index).isKeyword("CAST"));
	}

	private static boolean isNextToDot(List<Piece> pieces, int index) {
		return (index > 0 && pieces.get(index - 1).is(Kind.DOT))
				|| (index + 1 < pieces.size() && pieces.get(index + 1).is(Kind.DOT));
	}

	private static boolean isApart(List<Piece> pieces, int index) {
		Piece piece = pieces.get(index);
		Piece previous = pieces.get(index - 1);
		if (piece.is(Kind.CLOSE) || piece.is(Kind.COMMA) || piece.is(Kind.DOT)) {
			return false;
		}
		boolean wouldBeComment = previous.text().equals("-") && piece.text().equals("-");
		if (wouldBeComment) {
			return true;
		}
		if (previous.is(Kind.OPEN) || previous.is(Kind.DOT) || isSign(pieces, index - 1)) {
			return false;
		}
		return !piece.is(Kind.OPEN) || !isFunction(pieces, index - 1);
	}

	/**
	 * A plus or minus belongs to what follows unless an operand stands before it.
	 */
	private static boolean isSign(List<Piece> pieces, int index) {
		String text = pieces.get(index).text();
		if (!pieces.get(index).is(Kind.OPERATOR) || !(text.equals("-") || text.equals("+") || text.equals("~"))) {
			return false;
		}
		if (index == 0) {
			return true;
		}
		Piece previous = pieces.get(index - 1);
		return previous.is(Kind.OPERATOR) || previous.is(Kind.OPEN) || previous.is(Kind.COMMA)
				|| (previous.is(Kind.KEYWORD) && !OPERANDS.contains(previous.text()));
	}

}
