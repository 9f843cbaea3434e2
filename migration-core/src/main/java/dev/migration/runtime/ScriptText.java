package dev.migration.runtime;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

import dev.migration.MigrationPlan;
import dev.migration.MigrationScript;
import dev.migration.dialect.ScriptSyntax;
import dev.migration.dialect.TransactionKind;

/**
 * Puts a script together. A transaction begins with the first statement that is to be in
 * one.
 */
final class ScriptText {

	private final ScriptSyntax syntax;

	private final List<String> statements = new ArrayList<>();

	private final StringBuilder text = new StringBuilder();

	private TransactionKind kind = TransactionKind.PLAIN;

	private boolean inTransaction;

	ScriptText(ScriptSyntax syntax) {
		this.syntax = syntax;
	}

	void comment(String line) {
		this.text.append("-- ").append(line.replaceAll("\\R", " ").stripTrailing()).append('\n');
	}

	void emptyLine() {
		this.text.append('\n');
	}

	/**
	 * Begin the script with what the client and the session must know.
	 * @param more what comes behind the settings that every script has
	 */
	void settings(List<String> more) {
		emptyLine();
		this.syntax.clientCommands().forEach((line) -> this.text.append(line).append('\n'));
		this.syntax.settings().forEach(this::append);
		more.forEach(this::append);
	}

	/**
	 * Say of which kind the next transaction is; those after it are plain again.
	 * @param kind the kind
	 */
	void nextTransaction(TransactionKind kind) {
		this.kind = kind;
	}

	void add(ScriptStatement statement) {
		if (statement.outsideTransaction()) {
			commit();
		}
		else if (!this.inTransaction) {
			this.syntax.begin(this.kind).forEach(this::append);
			this.inTransaction = true;
		}
		append(statement.sql());
	}

	void addAll(Collection<String> sql) {
		sql.forEach((each) -> add(new ScriptStatement(each, false)));
	}

	void commit() {
		if (this.inTransaction) {
			this.syntax.commit(this.kind).forEach(this::append);
			this.kind = TransactionKind.PLAIN;
			this.inTransaction = false;
		}
	}

	private void append(String sql) {
		this.statements.add(sql);
		this.text.append(this.syntax.terminated(sql)).append("\n\n");
	}

	MigrationScript toScript(MigrationPlan plan, String dialect) {
		return new MigrationScript(plan, dialect, this.statements, this.text.toString().stripTrailing() + "\n");
	}

}
