package dev.migration.runtime;

import java.util.Map;
import java.sql.SQLException;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

import dev.migration.UnsupportedChangeException;
import dev.migration.dialect.SqlStatement;
import dev.migration.dialect.TransactionKindException;
import dev.migration.operation.Operation;

/**
 * Runs the operations of a step when their methods are called, in its transaction unless
 * they say otherwise.
 */
final class RunningOperations extends DialectTarget {

	private final Session session;

	private final StatementRunner statements;

	private final StepJournal journal;

	private final JournaledUnits units;

	private final BodyChecksum checksum;

	private boolean autocommit;

	RunningOperations(Session session, StatementRunner statements, StepJournal journal, Map<String, String> arguments) {
		super(session.dialect(), arguments);
		this.session = session;
		this.statements = statements;
		this.journal = journal;
		this.checksum = new BodyChecksum(session.dialect());
		this.units = new JournaledUnits(session, journal, statements, arguments, this::run);
	}

	/**
	 * Return what the body asked for, as the history table keeps it.
	 * @return the checksum, or {@code null} if it cannot be told without running it
	 */
	@Nullable String checksum() {
		return this.checksum.text();
	}

	@Override
	public Map<String, String> arguments() {
		this.checksum.addUnseen();
		return super.arguments();
	}

	@Override
	public void accept(Operation operation) {
		this.checksum.add(operation);
		try {
			this.units.accept(operation);
		}
		catch (TransactionKindException ex) {
			if (!this.journal.hasRow()) {
				throw ex;
			}
			throw tooLate(operation, this.session.dialect().id());
		}
	}

	/**
	 * Return the error for an operation that needs another kind of transaction than the
	 * one of which a part is committed.
	 */
	static UnsupportedChangeException tooLate(Operation operation, String database) {
		return new UnsupportedChangeException(operation.describe(), database,
				"the step would have to begin again, and a part of it is committed",
				"Do it before op.autocommit(…), or in a revision of its own.");
	}

	/**
	 * Where a change of the schema commits by itself, it takes along what was done before
	 * it. So that is committed first, with the journal.
	 */
	void run(SqlStatement statement) {
		boolean isOutside = statement.kind() == SqlStatement.Kind.OUTSIDE_TRANSACTION;
		boolean commits = !this.session.dialect().transactionalDdl()
				&& StatementKind.of(statement) != StatementKind.ROWS;
		if (this.autocommit) {
			runByItself(statement);
		}
		else if (isOutside || (commits && statement.kind() != SqlStatement.Kind.CHECK)) {
			autocommit(() -> runByItself(statement));
		}
		else {
			this.statements.run(statement);
			this.units.done();
		}
	}

	private void runByItself(SqlStatement statement) {
		if (StatementKind.of(statement) == StatementKind.ROWS) {
			runWithJournal(statement);
			return;
		}
		this.units.begun();
		call(this.journal::save);
		this.journal.saved();
		this.statements.run(statement);
		this.units.done();
		call(this.journal::save);
		this.journal.saved();
	}

	/**
	 * Rows and journal are in one transaction, so that they cannot disagree.
	 */
	private void runWithJournal(SqlStatement statement) {
		try {
			LockedSession locked = new LockedSession(this.session);
			locked.inTransaction(() -> {
				this.statements.run(statement);
				this.units.done();
				this.journal.save();
				locked.commit();
				return true;
			});
		}
		catch (SQLException ex) {
			throw new StatementRunner.StatementFailure(ex);
		}
		this.journal.saved();
	}

	/**
	 * The transaction of the step is begun again even after a failure, so that its caller
	 * has one to roll back.
	 */
	@Override
	public void autocommit(Runnable block) {
		if (this.autocommit) {
			block.run();
			return;
		}
		call(this.journal::save);
		call(() -> this.session.lock().commit(this.session.connection()));
		this.journal.saved();
		this.autocommit = true;
		try {
			block.run();
		}
		catch (RuntimeException | Error ex) {
			beginAgain(ex);
			throw ex;
		}
		finally {
			this.autocommit = false;
		}
		call(() -> this.session.lock().begin(this.session.connection()));
	}

	private void beginAgain(Throwable failure) {
		try {
			call(() -> this.session.lock().begin(this.session.connection()));
		}
		catch (RuntimeException ex) {
			failure.addSuppressed(ex);
		}
	}

	private void call(TransactionCall call) {
		try {
			this.session.lockWait().until(() -> {
				call.run();
				return true;
			});
		}
		catch (SQLException ex) {
			throw new StatementRunner.StatementFailure(ex);
		}
	}

	@Override
	public JdbcClient jdbc() {
		this.checksum.addUnseen();
		return JdbcClient.create(new SingleConnectionDataSource(this.session.connection(), true));
	}

	/**
	 * A call that begins or ends a transaction.
	 */
	private interface TransactionCall {

		void run() throws SQLException;

	}

}
