package dev.migration.dialect.sqlite.inspect;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import dev.migration.DdlSyntaxException;
import dev.migration.dialect.sqlite.ddl.SqlToken;
import dev.migration.dialect.sqlite.ddl.TableDefinition;
import dev.migration.dialect.sqlite.ddl.TableItem;
import dev.migration.schema.Index;
import dev.migration.schema.IndexPart;
import dev.migration.schema.QualifiedName;

/**
 * Reads an index from the text that made it.
 */
final class IndexReader {

	private final String sql;

	private final List<SqlToken> tokens;

	private final TableDefinition table;

	private final ExpressionText expressions;

	/**
	 * Create a new reader.
	 * @param sql the text
	 * @param table the definition of the table
	 * @param expressions writes expressions over that table
	 */
	IndexReader(String sql, TableDefinition table, ExpressionText expressions) {
		this.sql = sql;
		this.tokens = SqlToken.significant(sql);
		this.table = table;
		this.expressions = expressions;
	}

	Index read(String name, QualifiedName tableName) {
		int open = find('(', 0);
		List<IndexPart> parts = new ArrayList<>();
		int start = open + 1;
		int depth = 1;
		int position = start;
		for (; depth > 0; position++) {
			SqlToken token = token(position);
			depth += token.isSymbol('(') ? 1 : 0;
			depth -= token.isSymbol(')') ? 1 : 0;
			if (depth == 0 || (depth == 1 && token.isSymbol(','))) {
				parts.add(part(this.tokens.subList(start, position)));
				start = position + 1;
			}
		}
		return new Index(name, tableName, parts, token(1).isWord("UNIQUE"), false, null, where(position), List.of(),
				false, Map.of());
	}

	private IndexPart part(List<SqlToken> words) {
		List<SqlToken> left = words;
		boolean isDescending = last(left).isWord("DESC");
		if (isDescending || last(left).isWord("ASC")) {
			left = left.subList(0, left.size() - 1);
		}
		String collation = null;
		if (left.size() > 2 && left.get(left.size() - 2).isWord("COLLATE")) {
			collation = last(left).name().toUpperCase(Locale.ROOT);
			left = left.subList(0, left.size() - 2);
		}
		TableItem column = column(left);
		if (column != null) {
			return new IndexPart(column.columnName(), false, isDescending, null, unlessImplied(collation, column), null,
					null);
		}
		String expression = this.sql.substring(left.get(0).start(), end(last(left)));
		return new IndexPart(this.expressions.of(expression), true, isDescending, null, collation, null, null);
	}

	private @Nullable TableItem column(List<SqlToken> words) {
		List<SqlToken> inner = words;
		while (inner.size() > 2 && inner.get(0).isSymbol('(') && last(inner).isSymbol(')')) {
			inner = inner.subList(1, inner.size() - 1);
		}
		return (inner.size() == 1 && inner.get(0).isName()) ? this.table.column(inner.get(0).name()) : null;
	}

	private static @Nullable String unlessImplied(@Nullable String collation, TableItem column) {
		String implied = TableReader.collation(column);
		return (collation == null || collation.equals((implied != null) ? implied : "BINARY")) ? null : collation;
	}

	private @Nullable String where(int position) {
		if (position >= this.tokens.size() || !token(position).isWord("WHERE")) {
			return null;
		}
		return this.expressions.of(this.sql.substring(end(token(position))));
	}

	private int find(char symbol, int from) {
		int position = from;
		while (!token(position).isSymbol(symbol)) {
			position++;
		}
		return position;
	}

	private SqlToken token(int position) {
		if (position >= this.tokens.size()) {
			throw new DdlSyntaxException(this.sql, "more", this.sql.length());
		}
		return this.tokens.get(position);
	}

	private SqlToken last(List<SqlToken> words) {
		if (words.isEmpty()) {
			throw new DdlSyntaxException(this.sql, "a column or an expression", this.sql.length());
		}
		return words.get(words.size() - 1);
	}

	private static int end(SqlToken token) {
		return token.start() + token.text().length();
	}

}
