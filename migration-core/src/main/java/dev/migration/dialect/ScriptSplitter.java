package dev.migration.dialect;

import java.util.ArrayList;
import java.util.List;

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
		Statement statement = new Statement(script);
		while (scanner.next()) {
			if (scanner.isSymbol(';') && !statement.isInBody()) {
				statement.addTo(statements);
				statement = new Statement(script);
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

		private final SqlScript script;

		private final List<String> firstWords = new ArrayList<>();

		private int start = NO_START;

		private int end;

		private int line;

		private int depth;

		private boolean hasBody;

		private String lastWord = "";

		Statement(SqlScript script) {
			this.script = script;
		}

		void add(SqlScanner scanner) {
			if (scanner.kind() == Kind.SPACE || scanner.kind() == Kind.COMMENT) {
				return;
			}
			if (this.start == NO_START) {
				this.start = scanner.start();
				this.line = scanner.line();
				if (scanner.isSymbol('\\')) {
					throw refuse("a command of psql is not SQL", "Write what it does as SQL.");
				}
			}
			this.end = scanner.end();
			if (scanner.kind() == Kind.WORD) {
				add(scanner.word());
			}
		}

		private void add(String word) {
			if (this.firstWords.size() < 6) {
				this.firstWords.add(word);
			}
			if (isFirstWord(word)) {
				refuseTransactionControl(word);
			}
			if (this.firstWords.get(0).equals("COPY") && this.lastWord.equals("FROM") && word.equals("STDIN")) {
				throw refuse("COPY … FROM stdin needs data that a script cannot carry",
						"Insert the rows with INSERT or op.bulkInsert(…).");
			}
			followBody(word);
			this.lastWord = word;
		}

		private boolean isFirstWord(String word) {
			return this.firstWords.size() == 1 && this.lastWord.isEmpty() && this.firstWords.get(0).equals(word);
		}

		private void refuseTransactionControl(String word) {
			switch (word) {
				case "BEGIN", "COMMIT", "ROLLBACK", "END", "START" ->
					throw refuse(word + " would end the transaction of the revision",
							"Leave it out: each revision runs in its own transaction.");
				default -> {
				}
			}
		}

		/**
		 * In a trigger, or in a function whose body is not quoted, {@code BEGIN} and
		 * {@code CASE} open what {@code END} closes.
		 */
		private void followBody(String word) {
			boolean creates = this.firstWords.get(0).equals("CREATE");
			if (creates && (this.firstWords.contains("TRIGGER")
					|| this.lastWord.equals("BEGIN") && word.equals("ATOMIC"))) {
				this.hasBody = true;
				if (word.equals("ATOMIC")) {
					this.depth = 1;
				}
			}
			if (!this.hasBody) {
				return;
			}
			if (word.equals("BEGIN") || (word.equals("CASE") && this.depth > 0)) {
				this.depth++;
			}
			else if (word.equals("END") && this.depth > 0) {
				this.depth--;
			}
		}

		boolean isInBody() {
			return this.depth > 0;
		}

		void addTo(List<SqlScript> statements) {
			if (this.start == NO_START) {
				return;
			}
			if (this.depth > 0) {
				throw refuse("the body that BEGIN opens has no END", "Close it.");
			}
			statements.add(new SqlScript(this.script.sql().substring(this.start, this.end), this.script.location(),
					this.line));
		}

		private InvalidScriptException refuse(String problem, String action) {
			return new InvalidScriptException(this.script.location(), this.line, problem, action);
		}

	}

}
