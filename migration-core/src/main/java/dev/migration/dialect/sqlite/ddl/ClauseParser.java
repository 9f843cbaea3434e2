package dev.migration.dialect.sqlite.ddl;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import dev.migration.DdlSyntaxException;
import dev.migration.dialect.SqlScanner.Kind;

/**
 * Reads one item of a definition: a column with its type and clauses, or constraints of
 * the table. Follows the grammar of SQLite, which is looser than its documentation: a
 * name without a constraint, constraints without a comma between them and
 * {@code DEFERRABLE} on its own are all accepted.
 */
final class ClauseParser {

	private static final Set<String> ITEM_KEYWORDS = Set.of("CONSTRAINT", "PRIMARY", "UNIQUE", "CHECK", "FOREIGN");

	private static final Set<String> CLAUSE_KEYWORDS = Set.of("CONSTRAINT", "PRIMARY", "UNIQUE", "CHECK", "FOREIGN",
			"NOT", "NULL", "DEFAULT", "COLLATE", "REFERENCES", "AS", "DEFERRABLE");

	private final String sql;

	private final List<SqlToken> tokens;

	private int position;

	private int textEnd;

	/**
	 * Create a new parser.
	 * @param sql the whole definition
	 * @param tokens what means something in the item
	 */
	ClauseParser(String sql, List<SqlToken> tokens) {
		this.sql = sql;
		this.tokens = tokens;
	}

	/**
	 * Read a single clause behind a column.
	 * @param text the clause
	 * @return the clause
	 */
	static Clause parseClause(String text) {
		ClauseParser parser = new ClauseParser(text, SqlToken.significant(text));
		Clause clause = parser.clause(0);
		if (parser.hasNext()) {
			throw parser.expected("nothing more");
		}
		return clause;
	}

	TableItem parse(String lead, String trail, String remark) {
		SqlToken first = this.tokens.get(0);
		if (first.kind() == Kind.WORD && ITEM_KEYWORDS.contains(first.text().toUpperCase(Locale.ROOT))) {
			this.textEnd = first.start();
			return new TableItem(lead, null, "", "", clauses(), trail, remark);
		}
		SqlToken name = name();
		this.textEnd = name.end();
		String type = type();
		return new TableItem(lead, name.name(), name.text(), type, clauses(), trail, remark);
	}

	private String type() {
		int start = this.textEnd;
		while (hasNext() && peek().isName() && !isClauseStart(peek())) {
			this.textEnd = next().end();
		}
		if (this.textEnd > start && hasNext() && peek().isSymbol('(')) {
			skipParentheses();
			this.textEnd = previous().end();
		}
		return this.sql.substring(start, this.textEnd);
	}

	private boolean isClauseStart(SqlToken token) {
		if (token.kind() != Kind.WORD) {
			return false;
		}
		boolean isGenerated = token.isWord("GENERATED") && this.position + 1 < this.tokens.size()
				&& this.tokens.get(this.position + 1).isWord("ALWAYS");
		return isGenerated || CLAUSE_KEYWORDS.contains(token.text().toUpperCase(Locale.ROOT));
	}

	private List<Clause> clauses() {
		List<Clause> clauses = new ArrayList<>();
		while (hasNext()) {
			String gap = this.sql.substring(this.textEnd, peek().start());
			Clause clause = clause(peek().start()).withGap(gap);
			clauses.add(clause);
			this.textEnd = previous().end();
		}
		return clauses;
	}

	private Clause clause(int start) {
		String name = null;
		if (skip("CONSTRAINT")) {
			name = name().name();
			if (!hasNext() || peek().isWord("CONSTRAINT")) {
				return clause(ClauseKind.NAME_ONLY, start, name, List.of(), null);
			}
		}
		if (skip("PRIMARY")) {
			expect("KEY");
			List<String> columns = optionalColumns();
			if (!skip("ASC")) {
				skip("DESC");
			}
			conflict();
			skip("AUTOINCREMENT");
			return clause(ClauseKind.PRIMARY_KEY, start, name, columns, null);
		}
		if (skip("UNIQUE")) {
			List<String> columns = optionalColumns();
			conflict();
			return clause(ClauseKind.UNIQUE, start, name, columns, null);
		}
		if (skip("CHECK")) {
			String condition = parentheses();
			conflict();
			return clause(ClauseKind.CHECK, start, name, List.of(), condition);
		}
		if (skip("NULL")) {
			conflict();
			return clause(ClauseKind.NULL, start, name, List.of(), null);
		}
		if (skip("DEFAULT")) {
			return clause(ClauseKind.DEFAULT, start, name, List.of(), defaultValue());
		}
		if (skip("COLLATE")) {
			return clause(ClauseKind.COLLATE, start, name, List.of(), name().name());
		}
		if (skip("FOREIGN")) {
			expect("KEY");
			List<String> columns = optionalColumns();
			expect("REFERENCES");
			return foreignKey(start, name, columns);
		}
		if (skip("REFERENCES")) {
			return foreignKey(start, name, List.of());
		}
		return negatedOrComputed(start, name);
	}

	private Clause negatedOrComputed(int start, @Nullable String name) {
		if (skip("NOT")) {
			if (skip("NULL")) {
				conflict();
				return clause(ClauseKind.NOT_NULL, start, name, List.of(), null);
			}
			expect("DEFERRABLE");
			initially();
			return clause(ClauseKind.DEFERRABLE, start, name, List.of(), null);
		}
		if (skip("DEFERRABLE")) {
			initially();
			return clause(ClauseKind.DEFERRABLE, start, name, List.of(), null);
		}
		if (skip("GENERATED")) {
			expect("ALWAYS");
		}
		expect("AS");
		String expression = parentheses();
		if (hasNext() && peek().isName() && !isClauseStart(peek())) {
			next();
		}
		return clause(ClauseKind.GENERATED, start, name, List.of(), expression);
	}

	private Clause clause(ClauseKind kind, int start, @Nullable String name, List<String> columns,
			@Nullable String detail) {
		return new Clause(kind, "", this.sql.substring(start, previous().end()), name, columns, detail, null,
				List.of());
	}

	private Clause foreignKey(int start, @Nullable String name, List<String> columns) {
		String table = name().name();
		List<String> referenced = optionalColumns();
		while (skipReferenceArgument()) {
			// Any number of them, in any order.
			continue;
		}
		skipDeferral();
		return new Clause(ClauseKind.FOREIGN_KEY, "", this.sql.substring(start, previous().end()), name, columns, null,
				table, referenced);
	}

	private boolean skipReferenceArgument() {
		if (skip("MATCH")) {
			name();
			return true;
		}
		if (!skip("ON")) {
			return false;
		}
		next();
		if (!skip("SET")) {
			skip("NO");
		}
		next();
		return true;
	}

	private void skipDeferral() {
		boolean isNegated = hasNext() && peek().isWord("NOT") && this.position + 1 < this.tokens.size()
				&& this.tokens.get(this.position + 1).isWord("DEFERRABLE");
		if (isNegated) {
			next();
		}
		if (skip("DEFERRABLE")) {
			initially();
		}
	}

	private void initially() {
		if (skip("INITIALLY")) {
			next();
		}
	}

	private void conflict() {
		if (skip("ON")) {
			expect("CONFLICT");
			next();
		}
	}

	private List<String> optionalColumns() {
		List<String> columns = new ArrayList<>();
		if (!hasNext() || !peek().isSymbol('(')) {
			return columns;
		}
		int open = this.position;
		skipParentheses();
		boolean atStart = true;
		int depth = 0;
		for (SqlToken token : this.tokens.subList(open + 1, this.position - 1)) {
			if (atStart && token.isName()) {
				columns.add(token.name());
			}
			depth += token.isSymbol('(') ? 1 : 0;
			depth -= token.isSymbol(')') ? 1 : 0;
			atStart = depth == 0 && token.isSymbol(',');
		}
		return columns;
	}

	private String parentheses() {
		int open = peek().start();
		skipParentheses();
		return this.sql.substring(open + 1, previous().start());
	}

	private void skipParentheses() {
		if (!hasNext() || !peek().isSymbol('(')) {
			throw expected("(");
		}
		int depth = 0;
		do {
			SqlToken token = next();
			depth += token.isSymbol('(') ? 1 : 0;
			depth -= token.isSymbol(')') ? 1 : 0;
		}
		while (depth > 0);
	}

	/**
	 * A default is an expression in parentheses or one literal with its signs; numbers
	 * and blobs come in several pieces without space between them.
	 */
	private String defaultValue() {
		int start = peek().start();
		if (peek().isSymbol('(')) {
			skipParentheses();
		}
		else {
			while (peek().isSymbol('+') || peek().isSymbol('-')) {
				next();
			}
			literal();
		}
		return this.sql.substring(start, previous().end());
	}

	private void literal() {
		SqlToken first = next();
		boolean isBlob = first.isWord("x") && hasNext() && peek().kind() == Kind.QUOTED && isGlued();
		if (isBlob) {
			next();
			return;
		}
		if (!first.isSymbol('.') && !Character.isDigit(first.text().charAt(0))) {
			return;
		}
		while (hasNext() && isGlued() && (isExponentSign() || peek().isSymbol('.') || isNumberPart(peek()))) {
			next();
		}
	}

	private boolean isGlued() {
		return previous().end() == peek().start();
	}

	private boolean isExponentSign() {
		String text = previous().text();
		boolean isHex = text.startsWith("0x") || text.startsWith("0X");
		return (peek().isSymbol('+') || peek().isSymbol('-')) && !isHex && (text.endsWith("e") || text.endsWith("E"));
	}

	private static boolean isNumberPart(SqlToken token) {
		char first = token.text().charAt(0);
		return Character.isDigit(first) || (token.kind() == Kind.WORD && (first == 'e' || first == 'E'));
	}

	private SqlToken name() {
		if (!hasNext() || !peek().isName()) {
			throw expected("a name");
		}
		return next();
	}

	private boolean skip(String keyword) {
		if (hasNext() && peek().isWord(keyword)) {
			next();
			return true;
		}
		return false;
	}

	private void expect(String keyword) {
		if (!skip(keyword)) {
			throw expected(keyword);
		}
	}

	private boolean hasNext() {
		return this.position < this.tokens.size();
	}

	private SqlToken peek() {
		return this.tokens.get(this.position);
	}

	private SqlToken next() {
		if (!hasNext()) {
			throw expected("more");
		}
		return this.tokens.get(this.position++);
	}

	private SqlToken previous() {
		return this.tokens.get(this.position - 1);
	}

	private DdlSyntaxException expected(String what) {
		return new DdlSyntaxException(this.sql, what, hasNext() ? peek().start() : previous().end());
	}

}
