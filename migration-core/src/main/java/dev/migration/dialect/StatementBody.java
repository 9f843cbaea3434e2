package dev.migration.dialect;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;

import dev.migration.dialect.SqlSyntax.Feature;

/**
 * Follows the words of one statement to tell whether a semicolon is inside of its body: a
 * trigger, a function that is not quoted, a procedure.
 * <p>
 * An {@code END} that closes a block begins a statement of the body. Elsewhere the word
 * closes a {@code CASE}, or is a name.
 */
final class StatementBody {

	private static final Set<String> BEFORE_TRIGGER = Set.of("CREATE", "OR", "REPLACE", "TEMP", "TEMPORARY",
			"CONSTRAINT");

	private static final Set<String> ROUTINES = Set.of("TRIGGER", "FUNCTION", "PROCEDURE", "EVENT", "PACKAGE");

	private static final Set<String> NO_ROUTINES = Set.of("TABLE", "INDEX", "VIEW", "DATABASE", "SCHEMA", "SEQUENCE",
			"USER", "ROLE", "SERVER");

	private static final Set<String> BEFORE_STATEMENT = Set.of("BEGIN", "ATOMIC", "THEN", "ELSE", "DO", "LOOP",
			"REPEAT", "ROW");

	private static final Set<String> BLOCKS = Set.of("BEGIN", "IF", "LOOP", "WHILE", "REPEAT", "FOR");

	private static final String EXPRESSION = "an expression that END closes";

	private final SqlSyntax syntax;

	private final List<String> head = new ArrayList<>();

	private final Deque<String> open = new ArrayDeque<>();

	private boolean headIsOver;

	private boolean isRoutine;

	private boolean opened;

	private boolean atStatementStart = true;

	private String lastWord = "";

	StatementBody(SqlSyntax syntax) {
		this.syntax = syntax;
	}

	/**
	 * Take the next word.
	 * @param word the word in upper case
	 */
	void addWord(String word) {
		if (!this.headIsOver) {
			readHead(word);
		}
		if (this.open.isEmpty()) {
			if (opensBody(word)) {
				open(word.equals("ATOMIC") ? "BEGIN" : word);
			}
		}
		else {
			follow(word);
		}
		this.atStatementStart = BEFORE_STATEMENT.contains(word);
		this.lastWord = word;
	}

	/**
	 * Take what is neither a word nor white space nor a comment.
	 * @param endsStatement whether it is a semicolon, or the colon of a label
	 */
	void addOther(boolean endsStatement) {
		this.atStatementStart = endsStatement;
		this.lastWord = "";
	}

	private void readHead(String word) {
		this.head.add(word);
		if (!this.head.get(0).equals("CREATE")) {
			this.headIsOver = this.head.size() == 3;
		}
		else if (this.syntax.has(Feature.ROUTINE_BODIES)) {
			this.isRoutine = ROUTINES.contains(word);
			this.headIsOver = this.isRoutine || NO_ROUTINES.contains(word);
		}
		else if (!BEFORE_TRIGGER.contains(word)) {
			this.isRoutine = word.equals("TRIGGER") && this.syntax.has(Feature.TRIGGER_BODIES);
			this.headIsOver = true;
		}
	}

	private boolean opensBody(String word) {
		if (this.opened) {
			return false;
		}
		if (!this.head.get(0).equals("CREATE")) {
			return this.syntax.has(Feature.ROUTINE_BODIES) && this.head.equals(List.of("BEGIN", "NOT", "ATOMIC"));
		}
		if (word.equals("ATOMIC")) {
			return this.lastWord.equals("BEGIN");
		}
		return this.isRoutine && (word.equals("BEGIN")
				|| (this.syntax.has(Feature.ROUTINE_BODIES) && this.atStatementStart && BLOCKS.contains(word)));
	}

	private void follow(String word) {
		boolean inExpression = this.open.element().equals(EXPRESSION);
		boolean belongsToEnd = this.lastWord.equals("END");
		if (word.equals("END")) {
			if (this.atStatementStart || inExpression) {
				this.open.pop();
			}
		}
		else if (word.equals("CASE") && !belongsToEnd) {
			boolean isStatement = this.atStatementStart && !inExpression && this.syntax.has(Feature.ROUTINE_BODIES);
			this.open.push(isStatement ? word : EXPRESSION);
		}
		else if (word.equals("UNTIL") && this.open.element().equals("REPEAT") && this.atStatementStart) {
			this.open.pop();
			this.open.push(EXPRESSION);
		}
		else if (this.syntax.has(Feature.ROUTINE_BODIES) && BLOCKS.contains(word) && !inExpression && !belongsToEnd
				&& (this.atStatementStart || word.equals("BEGIN"))) {
			this.open.push(word);
		}
	}

	private void open(String word) {
		this.open.push(word);
		this.opened = true;
	}

	/**
	 * Return whether a semicolon would be part of the body.
	 * @return whether the body is open
	 */
	boolean isOpen() {
		return !this.open.isEmpty();
	}

	/**
	 * Return whether there was a body.
	 * @return whether one was opened
	 */
	boolean wasOpened() {
		return this.opened;
	}

}
