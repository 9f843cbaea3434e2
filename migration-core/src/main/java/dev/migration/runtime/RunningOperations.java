package dev.migration.runtime;

import java.sql.SQLException;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

import dev.migration.RevisionFailedException;
import dev.migration.UnsupportedChangeException;
import dev.migration.dialect.SqlStatement;
import dev.migration.dialect.TransactionKindException;
import dev.migration.operation.Operation;
import dev.migration.operation.OperationTarget;

/**
 * Runs the operations of a step when their methods are called, in its transaction unless
 * they say otherwise.
 */
final class RunningOperations implements OperationTarget {

	private final Session session;

	private final StatementRunner statements;

	private boolean autocommit;

	private boolean committed;

	RunningOperations(Session session, StatementRunner statements) {
		this.session = session;
		this.statements = statements;
	}

	@Override
	public String dialect() {
		return this.session.dialect().id();
	}

	@Override
	public void accept(Operation operation) {
		render(operation).forEach(this::run);
	}

	private List<SqlStatement> render(Operation operation) {
		try {
			return this.session.dialect().render(operation, this.session.renderContext());
		}
		catch (TransactionKindException ex) {
			if (!this.committed) {
				throw ex;
			}
			throw new UnsupportedChangeException(operation.describe(), this.session.dialect().id(),
					"the step would have to begin again, and op.autocommit(…) has committed a part of it",
					"Do it before op.autocommit(…), or in a revision of its own.");
		}
	}

	private void run(SqlStatement statement) {
		if (statement.kind() == SqlStatement.Kind.OUTSIDE_TRANSACTION) {
			autocommit(() -> this.statements.run(statement));
		}
		else {
			this.statements.run(statement);
		}
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
		call(() -> this.session.lock().commit(this.session.connection()));
		this.autocommit = true;
		this.committed = true;
		try {
			block.run();
		}
		finally {
			this.autocommit = false;
			call(() -> this.session.lock().begin(this.session.connection()));
		}
	}

	/**
	 * Say what a failure leaves behind.
	 * @param failure the failure of the step
	 * @return the failure
	 */
	RevisionFailedException explain(RevisionFailedException failure) {
		return this.committed ? failure.afterCommit() : failure;
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
	public String literal(@Nullable Object value) {
		return this.session.dialect().literal(value);
	}

	@Override
	public String quote(String identifier) {
		return this.session.dialect().quote(identifier);
	}

	@Override
	public JdbcClient jdbc() {
		return JdbcClient.create(new SingleConnectionDataSource(this.session.connection(), true));
	}

	/**
	 * A call that begins or ends a transaction.
	 */
	private interface TransactionCall {

		void run() throws SQLException;

	}

}
