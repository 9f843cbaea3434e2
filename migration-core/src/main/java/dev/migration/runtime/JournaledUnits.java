package dev.migration.runtime;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

import dev.migration.UnclearStatementException;
import dev.migration.dialect.SqlStatement;
import dev.migration.operation.DataOperation;
import dev.migration.operation.IndexOperation;
import dev.migration.operation.Operation;
import dev.migration.runtime.Progress.Open;
import dev.migration.runtime.Progress.Unit;

/**
 * Goes through what a body asks for: leaves out what an earlier run has done, and has the
 * rest run, statement by statement. A structured operation is compared as a whole and not
 * rendered again when it is done: its SQL may depend on what is there.
 */
final class JournaledUnits {

	private static final String DONE = "done";

	private static final String AGAIN = "again";

	private final Session session;

	private final StepJournal journal;

	private final StatementRunner statements;

	private final @Nullable String answer;

	private final StatementCall call;

	private Open current = new Open("", 0, "", false);

	private int total;

	private String sql = "";

	/**
	 * Create the units of a step.
	 * @param session the database
	 * @param journal the journal of the step
	 * @param statements counts the statements
	 * @param arguments may say whether an unclear statement is done
	 * @param call runs a statement, and calls {@link #begun} and {@link #done}
	 */
	JournaledUnits(Session session, StepJournal journal, StatementRunner statements, Map<String, String> arguments,
			StatementCall call) {
		this.session = session;
		this.journal = journal;
		this.statements = statements;
		this.answer = arguments.get("resume." + journal.step().revision().id());
		this.call = call;
	}

	void accept(Operation operation) {
		boolean isText = operation instanceof DataOperation.ExecuteScript
				|| operation instanceof DataOperation.ExecuteStatement || operation instanceof Operation.Custom;
		if (!isText) {
			unit(operation, UnitHash.of(operation), operation.describe(), () -> render(operation));
			return;
		}
		for (SqlStatement statement : render(operation)) {
			boolean isDone = unit(operation, UnitHash.of(statement), statement.sql(), () -> List.of(statement));
			if (isDone && StatementKind.of(statement) == StatementKind.SESSION) {
				this.statements.repeat(statement);
			}
		}
	}

	private List<SqlStatement> render(Operation operation) {
		return this.session.dialect().render(operation, this.session.renderContext());
	}

	/**
	 * Do a unit, unless it is done.
	 * @return whether an earlier run did it
	 */
	private boolean unit(Operation operation, String hash, String text, Supplier<List<SqlStatement>> rendering) {
		Unit done = this.journal.replay(hash, text);
		if (done != null) {
			this.statements.skip(done.statements());
			return true;
		}
		Open interrupted = this.journal.interrupted();
		if (interrupted == null) {
			run(hash, rendering.get(), 0);
			return false;
		}
		return resume(operation, hash, text, rendering, interrupted);
	}

	/**
	 * The failed statement itself may have been changed, since nothing of it stayed.
	 */
	private boolean resume(Operation operation, String hash, String text, Supplier<List<SqlStatement>> rendering,
			Open interrupted) {
		boolean isSame = interrupted.hash().equals(hash);
		if (!isSame && interrupted.done() > 0) {
			throw this.journal.changed(this.statements.count() + 1, text);
		}
		if (interrupted.isInFlight() && isDone(operation, isSame, text, interrupted)) {
			int statements = interrupted.done() + 1;
			List<SqlStatement> rendered = (statements == 1 && isSingle(operation)) ? List.of() : rendering.get();
			if (rendered.size() <= statements) {
				this.statements.skip(statements);
				this.journal.done(new Unit(hash, statements));
				return true;
			}
			run(hash, rendered, statements);
			return false;
		}
		List<SqlStatement> rendered = rendering.get();
		boolean looksFirst = operation instanceof IndexOperation.CreateIndex;
		if (looksFirst || interrupted.done() == 0) {
			run(hash, rendered, 0);
			return false;
		}
		if (rendered.size() < interrupted.done()
				|| !hash(rendered.subList(0, interrupted.done())).equals(interrupted.sql())) {
			throw this.journal.changed(this.statements.count() + 1, text);
		}
		run(hash, rendered, interrupted.done());
		return false;
	}

	/**
	 * Rendering an operation that is done may fail, as it finds nothing to work on.
	 */
	private static boolean isSingle(Operation operation) {
		return !(operation instanceof IndexOperation.CreateIndex);
	}

	private boolean isDone(Operation operation, boolean isSame, String text, Open interrupted) {
		if (DONE.equals(this.answer) || AGAIN.equals(this.answer)) {
			return DONE.equals(this.answer);
		}
		Optional<Boolean> applied = Optional.empty();
		if (isSame && interrupted.done() == 0) {
			applied = new AppliedLookup(this.session.connection()).isApplied(operation);
		}
		if (applied.isPresent() && applied.get() && operation instanceof IndexOperation.CreateIndex) {
			// An index that is not valid is dropped first.
			return render(operation).size() == 1;
		}
		return applied.orElseThrow(() -> new UnclearStatementException(this.journal.step().revision(),
				this.journal.step().direction(), this.statements.count() + interrupted.done() + 1, text));
	}

	private void run(String hash, List<SqlStatement> rendered, int done) {
		this.statements.skip(done);
		this.total = rendered.size();
		this.sql = (done > 0) ? hash(rendered.subList(0, done)) : "";
		this.current = new Open(hash, done, this.sql, false);
		if (done == this.total) {
			this.journal.done(new Unit(hash, done));
		}
		for (int i = done; i < this.total; i++) {
			String sqlAfter = (i + 1 < this.total) ? hash(rendered.subList(0, i + 1)) : "";
			this.sql = sqlAfter;
			this.call.run(rendered.get(i));
		}
	}

	private static String hash(List<SqlStatement> statements) {
		return UnitHash.of(statements.stream().map(UnitHash::of).toList());
	}

	/**
	 * A statement is about to be run that may commit before it is done.
	 */
	void begun() {
		this.journal.progress(new Open(this.current.hash(), this.current.done(), this.current.sql(), true));
	}

	/**
	 * The statement is done.
	 */
	void done() {
		int count = this.current.done() + 1;
		if (count == this.total) {
			this.journal.done(new Unit(this.current.hash(), count));
			return;
		}
		this.current = new Open(this.current.hash(), count, this.sql, false);
		this.journal.progress(this.current);
	}

	/**
	 * Runs a statement.
	 */
	interface StatementCall {

		void run(SqlStatement statement);

	}

}
