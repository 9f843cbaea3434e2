package dev.migration.dialect.sqlite.ddl;

import java.util.ArrayList;
import java.util.List;

import dev.migration.DdlSyntaxException;
import dev.migration.dialect.SqlScanner.Kind;

/**
 * Splits the text of a {@code CREATE TABLE} at its parentheses and commas.
 */
final class TableParser {

	private final String sql;

	private final List<SqlToken> tokens;

	TableParser(String sql) {
		this.sql = sql;
		this.tokens = SqlToken.of(sql);
	}

	TableDefinition parse() {
		SqlToken name = name();
		int open = openingParenthesis(name);
		List<Integer> commas = new ArrayList<>();
		int close = closingParenthesis(open, commas);
		List<TableItem> items = items(open, close, commas);
		return new TableDefinition(this.sql.substring(0, name.start()), name.text(),
				this.sql.substring(name.end(), this.tokens.get(open).end()), items,
				this.sql.substring(this.tokens.get(close).start()));
	}

	private SqlToken name() {
		List<SqlToken> words = this.tokens.stream().filter((token) -> !token.isTrivia()).toList();
		int position = 0;
		while (position < words.size() && !words.get(position).isWord("TABLE")) {
			position++;
		}
		position++;
		if (position < words.size() && words.get(position).isWord("IF")) {
			position += 3;
		}
		if (position + 2 < words.size() && words.get(position + 1).isSymbol('.')) {
			position += 2;
		}
		if (position >= words.size() || !words.get(position).isName()) {
			throw new DdlSyntaxException(this.sql, "the name of a table", 0);
		}
		return words.get(position);
	}

	private int openingParenthesis(SqlToken name) {
		for (int i = this.tokens.indexOf(name) + 1; i < this.tokens.size(); i++) {
			if (this.tokens.get(i).isSymbol('(')) {
				return i;
			}
			if (!this.tokens.get(i).isTrivia()) {
				break;
			}
		}
		throw new DdlSyntaxException(this.sql, "(", name.end());
	}

	private int closingParenthesis(int open, List<Integer> commas) {
		int depth = 0;
		for (int i = open; i < this.tokens.size(); i++) {
			SqlToken token = this.tokens.get(i);
			depth += token.isSymbol('(') ? 1 : 0;
			depth -= token.isSymbol(')') ? 1 : 0;
			if (depth == 0) {
				return i;
			}
			if (depth == 1 && token.isSymbol(',')) {
				commas.add(i);
			}
		}
		throw new DdlSyntaxException(this.sql, ")", this.sql.length());
	}

	private List<TableItem> items(int open, int close, List<Integer> commas) {
		List<TableItem> items = new ArrayList<>();
		List<Integer> ends = new ArrayList<>(commas);
		ends.add(close);
		int start = open + 1;
		String remark = "";
		for (int end : ends) {
			String next = (end == close) ? "" : remarkAfter(end + 1);
			items.add(item(start, end, remark.length(), next));
			remark = next;
			start = end + 1;
		}
		return items;
	}

	/**
	 * A comment behind the comma, on the same line, is about what stands before the
	 * comma.
	 */
	private String remarkAfter(int index) {
		StringBuilder remark = new StringBuilder();
		for (int i = index; i < this.tokens.size() && this.tokens.get(i).isTrivia(); i++) {
			String text = this.tokens.get(i).text();
			int newline = text.indexOf('\n');
			if (newline >= 0 && this.tokens.get(i).kind() == Kind.COMMENT) {
				return "";
			}
			if (newline >= 0) {
				String line = remark + text.substring(0, newline);
				return line.isBlank() ? "" : line;
			}
			remark.append(text);
		}
		return "";
	}

	private TableItem item(int start, int end, int remarkLength, String nextRemark) {
		List<SqlToken> significant = this.tokens.subList(start, end)
			.stream()
			.filter((token) -> !token.isTrivia())
			.toList();
		if (significant.isEmpty()) {
			throw new DdlSyntaxException(this.sql, "a column or constraint", this.tokens.get(end).start());
		}
		int from = this.tokens.get(start).start() + remarkLength;
		String lead = this.sql.substring(from, significant.get(0).start());
		String trail = this.sql.substring(significant.get(significant.size() - 1).end(), this.tokens.get(end).start());
		return new ClauseParser(this.sql, significant).parse(lead, trail, nextRemark);
	}

}
