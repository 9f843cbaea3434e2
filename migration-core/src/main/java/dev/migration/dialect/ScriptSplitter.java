package dev.migration.dialect;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;

import dev.migration.InvalidScriptException;
import dev.migration.SqlScript;
import dev.migration.dialect.SqlScanner.Kind;

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
			if (scanner.isSymbol(';') && !statement.isInBody()) {
				statement.addTo(statements);
				statement = new Statement(script, this.syntax);
			}
			else {
				statement.add(scanner);
			}
		}
		statement.addTo(statements);
		return statements;
	}

	/**
	 * The statement that is being read.
	 */
	private static final class Statement {

		private static final int NO_START = -1;

		private static final int WORDS_KEPT = 6;

		private static final Set<String> BEFORE_TRIGGER = Set.of("CREATE", "OR", "REPLACE", "TEMP", "TEMPORARY",
				"CONSTRAINT");

		private final SqlScript script;

		private final SqlSyntax syntax;

		private final List<String> firstWords = new ArrayList<>();

		private final Deque<String> open = new ArrayDeque<>();

		private int start = NO_START;

		private int end;

		private int line;

		private boolean closed;

		private boolean afterSemicolon;

		private String lastWord = "";

		Statement(SqlScript script, SqlSyntax syntax) {
			this.script = script;
			this.syntax = syntax;
		}

		void add(SqlScanner scanner) {
			if (scanner.kind() == Kind.SPACE || scanner.kind() == Kind.COMMENT) {
				return;
			}
			if (this.start == NO_START) {
				this.start = scanner.start();
				this.line = scanner.line();
			}
			if (scanner.isSymbol('\\')) {
				throw refuse(scanner.line(), "a command of psql is not SQL", "Write what it does as SQL.");
			}
			this.end = scanner.end();
			if (scanner.kind() == Kind.WORD) {
				add(scanner.word());
			}
			this.afterSemicolon = scanner.isSymbol(';') || (this.afterSemicolon && opensBody(this.lastWord));
		}

		private void add(String word) {
			if (this.firstWords.size() < WORDS_KEPT) {
				this.firstWords.add(word);
			}
			if (this.firstWords.get(0).equals("COPY") && this.lastWord.equals("FROM") && word.equals("STDIN")) {
				throw refuse(this.line, "COPY … FROM stdin needs data that a script cannot carry",
						"Insert the rows with INSERT or op.bulkInsert(…).");
			}
			followBody(word);
			this.lastWord = word;
		}

		/**
		 * Follow the body of a trigger, or of a function that is not quoted. Its
		 * {@code END} comes after a semicolon; elsewhere the word closes a {@code CASE},
		 * or is a name.
		 */
		private void followBody(String word) {
			if (this.open.isEmpty()) {
				boolean opens = !this.closed && this.firstWords.get(0).equals("CREATE")
						&& ((word.equals("BEGIN") && this.syntax.triggerBodies() && isTrigger())
								|| (word.equals("ATOMIC") && this.lastWord.equals("BEGIN")));
				if (opens) {
					this.open.push("BEGIN");
					this.afterSemicolon = true;
				}
			}
			else if (word.equals("CASE")) {
				this.open.push(word);
			}
			else if (word.equals("END") && (this.afterSemicolon || this.open.element().equals("CASE"))) {
				this.open.pop();
				this.closed = this.open.isEmpty();
			}
		}

		private boolean opensBody(String word) {
			return word.equals("BEGIN") || word.equals("ATOMIC");
		}

		private boolean isTrigger() {
			for (String word : this.firstWords) {
				if (!BEFORE_TRIGGER.contains(word)) {
					return word.equals("TRIGGER");
				}
			}
			return false;
		}

		boolean isInBody() {
			return !this.open.isEmpty();
		}

		void addTo(List<SqlScript> statements) {
			if (this.start == NO_START) {
				return;
			}
			if (isInBody()) {
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
		 * Going back to a savepoint stays inside of the transaction.
		 */
		private boolean controlsTransaction() {
			if (this.firstWords.isEmpty()) {
				return false;
			}
			return switch (this.firstWords.get(0)) {
				case "BEGIN", "COMMIT", "END", "ABORT", "START" -> true;
				case "ROLLBACK" -> !this.firstWords.contains("TO");
				case "PREPARE" -> this.firstWords.size() > 1 && this.firstWords.get(1).equals("TRANSACTION");
				default -> false;
			};
		}

		private InvalidScriptException refuse(int at, String problem, String action) {
			return new InvalidScriptException(this.script.location(), at, problem, action);
		}

	}

}
