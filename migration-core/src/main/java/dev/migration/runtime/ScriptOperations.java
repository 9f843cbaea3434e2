package dev.migration.runtime;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;

import dev.migration.NeedsDatabaseException;
import dev.migration.UnsupportedChangeException;
import dev.migration.dialect.RenderContext;
import dev.migration.dialect.ScriptSyntax;
import dev.migration.dialect.SqlStatement;
import dev.migration.dialect.TransactionKindException;
import dev.migration.operation.Operation;

/**
 * Writes the operations of a step into a script. Where there is a scratch database they
 * are run on it as well, so that the next ones find what they made.
 */
final class ScriptOperations extends DialectTarget {

	private final ScriptTarget target;

	private final ScriptSyntax syntax;

	private final RenderContext context;

	private final @Nullable RunningOperations scratch;

	private final boolean conditional;

	private final List<ScriptStatement> statements = new ArrayList<>();

	private final StatementDigest digest = new StatementDigest();

	private final BodyChecksum checksum;

	private boolean autocommit;

	private boolean isPartCommitted;

	/**
	 * Create the operations of a step.
	 * @param target the database that the script is for
	 * @param syntax the syntax of the script
	 * @param context what SQL is rendered for
	 * @param arguments the values for revisions
	 * @param scratch runs the operations as well, if there is a scratch database
	 * @param conditional whether the step is only done if it has not been
	 */
	ScriptOperations(ScriptTarget target, ScriptSyntax syntax, RenderContext context, Map<String, String> arguments,
			@Nullable RunningOperations scratch, boolean conditional) {
		super(target.dialect(), arguments);
		this.target = target;
		this.syntax = syntax;
		this.context = context;
		this.scratch = scratch;
		this.conditional = conditional;
		this.checksum = new BodyChecksum(target.dialect());
	}

	List<ScriptStatement> statements() {
		return this.statements;
	}

	/**
	 * Return how many statements there are, before they are made fit for a script.
	 */
	int count() {
		return this.digest.count();
	}

	/**
	 * Return the checksum that the history table gets, as a run would write it.
	 */
	@Nullable String checksum() {
		String asked = this.checksum.text();
		return (asked != null) ? asked : this.digest.checksum();
	}

	@Override
	public Map<String, String> arguments() {
		this.checksum.addUnseen();
		return super.arguments();
	}

	@Override
	public void accept(Operation operation) {
		this.checksum.add(operation);
		for (SqlStatement statement : render(operation)) {
			this.digest.add(statement);
			boolean outside = this.autocommit || statement.kind() == SqlStatement.Kind.OUTSIDE_TRANSACTION;
			if (outside && this.conditional) {
				throw new UnsupportedChangeException(operation.describe() + " only if it has not been done",
						this.target.version().product(),
						"it runs outside of transactions, where there are no conditions",
						"Write the script without --idempotent, from:to.");
			}
			this.isPartCommitted |= outside;
			statement.inScript().forEach((each) -> write(each, outside));
			if (this.scratch != null) {
				this.scratch.run(statement);
			}
		}
	}

	private List<SqlStatement> render(Operation operation) {
		try {
			return this.target.dialect().render(operation, this.context);
		}
		catch (TransactionKindException ex) {
			throw (this.isPartCommitted) ? RunningOperations.tooLate(operation, this.target.version().product()) : ex;
		}
	}

	private void write(SqlStatement statement, boolean outside) {
		List<String> sql = (statement.kind() == SqlStatement.Kind.CHECK)
				? this.syntax.failIfAny(statement.sql(), problem(statement)) : this.syntax.inline(statement);
		sql.forEach((each) -> this.statements.add(new ScriptStatement(each, outside)));
	}

	private static String problem(SqlStatement check) {
		return (check.location() != null) ? check.location() : "A check found rows";
	}

	@Override
	public void autocommit(Runnable block) {
		boolean before = this.autocommit;
		this.autocommit = true;
		this.isPartCommitted = true;
		try {
			if (this.scratch != null) {
				this.scratch.autocommit(block);
			}
			else {
				block.run();
			}
		}
		finally {
			this.autocommit = before;
		}
	}

	@Override
	public JdbcClient jdbc() {
		throw new NeedsDatabaseException("use op.jdbc()", "what it reads is only known there",
				"Do it with op.execute(…), or run the revision on the database.");
	}

}
