package dev.migration.dialect;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import dev.migration.InvalidScriptException;
import dev.migration.SqlScript;
import dev.migration.dialect.SqlScanner.Kind;
import dev.migration.dialect.SqlSyntax.Feature;

/**
 * Splits a script into its statements, at the semicolons that end one: not those in
 * quotes and comments, nor those in the body of a trigger or a function.
 */
public final class ScriptSplitter {

	private final SqlSyntax syntax;

	/**
	 * Create a new splitter.
	 * @param syntax how the database reads SQL
	 */
	public ScriptSplitter(SqlSyntax syntax) {
		this.syntax = syntax;
	}

	/**
	 * Split a script.
	 * @param script the script
	 * @return one script for each statement, without its semicolon and with the line it
	 * begins on; comments between statements are left out
	 * @throws InvalidScriptException if a quote or comment has no end, or if a statement
	 * cannot be part of a revision
	 */
	public List<SqlScript> split(SqlScript script) {
		List<SqlScript> statements = new ArrayList<>();
		SqlScanner scanner = new SqlScanner(script, this.syntax);
		Statement statement = new Statement(script, this.syntax);
		while (scanner.next()) {
			if (scanner.kind() == Kind.DELIMITER && !(scanner.isSemicolon() && statement.isInBody())) {
				statement.addTo(statements, !scanner.isSemicolon());
				statement = new Statement(script, this.syntax);
			}
			else if (statement.isEmpty() && isDelimiterCommand(scanner)) {
				scanner.readDelimiter();
			}
			else {
				statement.add(scanner);
			}
		}
		statement.addTo(statements, false);
		return statements;
	}

	private boolean isDelimiterCommand(SqlScanner scanner) {
		return this.syntax.has(Feature.DELIMITER_COMMAND) && scanner.kind() == Kind.WORD
				&& scanner.word().equals("DELIMITER");
	}

	/**
	 * The statement that is being read.
	 */
	private static final class Statement {

		private static final int NO_START = -1;

		private static final int WORDS_KEPT = 6;

		private static final Set<String> CONTROLS_TRANSACTION = Set.of("BEGIN", "COMMIT", "END", "ABORT", "START",
				"XA");

		private final SqlScript script;

		private final List<String> firstWords = new ArrayList<>();

		private final StatementBody body;

		private int start = NO_START;

		private int end;

		private int line;

		private String lastWord = "";

		Statement(SqlScript script, SqlSyntax syntax) {
			this.script = script;
			this.body = new StatementBody(syntax);
		}

		boolean isEmpty() {
			return this.start == NO_START;
		}

		void add(SqlScanner scanner) {
			if (scanner.kind() == Kind.SPACE || scanner.kind() == Kind.COMMENT) {
				return;
			}
			if (isEmpty()) {
				this.start = scanner.start();
				this.line = scanner.line();
			}
			if (scanner.isSymbol('\\')) {
				throw refuse(scanner.line(), "a command of a client program is not SQL", "Write what it does as SQL.");
			}
			this.end = scanner.end();
			if (scanner.kind() == Kind.WORD) {
				add(scanner.word());
			}
			else {
				this.body.addOther(scanner.isSemicolon() || scanner.isSymbol(':'));
			}
		}

		private void add(String word) {
			if (this.firstWords.size() < WORDS_KEPT) {
				this.firstWords.add(word);
			}
			if (this.firstWords.get(0).equals("COPY") && this.lastWord.equals("FROM") && word.equals("STDIN")) {
				throw refuse(this.line, "COPY … FROM stdin needs data that a script cannot carry",
						"Insert the rows with INSERT or op.bulkInsert(…).");
			}
			this.body.addWord(word);
			this.lastWord = word;
		}

		boolean isInBody() {
			return this.body.isOpen();
		}

		void addTo(List<SqlScript> statements, boolean hasOwnDelimiter) {
			if (isEmpty()) {
				return;
			}
			if (isInBody() && !hasOwnDelimiter) {
				throw refuse(this.line, "the body that BEGIN opens has no END", "Close it.");
			}
			if (controlsTransaction()) {
				throw refuse(this.line, this.firstWords.get(0) + " would end the transaction of the revision",
						"Leave it out: each revision runs in its own transaction.");
			}
			statements.add(new SqlScript(this.script.sql().substring(this.start, this.end), this.script.location(),
					this.line));
		}

		/**
		 * Going back to a savepoint stays inside of the transaction, and so does a block
		 * that is no transaction.
		 */
		private boolean controlsTransaction() {
			if (this.firstWords.isEmpty() || this.body.wasOpened()) {
				return false;
			}
			String first = this.firstWords.get(0);
			return switch (first) {
				case "ROLLBACK" -> !this.firstWords.contains("TO");
				case "PREPARE" ->
					this.firstWords.size() > 1 && Set.of("TRANSACTION", "COMMIT").contains(this.firstWords.get(1));
				default -> CONTROLS_TRANSACTION.contains(first);
			};
		}

		private InvalidScriptException refuse(int at, String problem, String action) {
			return new InvalidScriptException(this.script.location(), at, problem, action);
		}

	}

}
