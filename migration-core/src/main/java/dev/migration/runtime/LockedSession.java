package dev.migration.runtime;

import java.sql.SQLException;
import java.time.Duration;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

import dev.migration.dialect.TransactionKind;
import dev.migration.dialect.TransactionKindException;
import dev.migration.operation.Operation;

/**
 * A session that changes its database: the lock of the run, and the transactions under
 * it.
 */
final class LockedSession {

	private static final Log logger = LogFactory.getLog(LockedSession.class);

	private final Session session;

	private final LockWatch watch;

	LockedSession(Session session) {
		this(session, (waited, obtained) -> {
		});
	}

	LockedSession(Session session, LockWatch watch) {
		this.session = session;
		this.watch = watch;
	}

	/**
	 * Do something under the lock.
	 * @param body what to do
	 * @throws dev.migration.LockTimeoutException if another process holds it for too long
	 */
	void underLock(Body body) throws SQLException {
		obtain(this.session.lock().isHeldBetweenSteps(),
				() -> this.session.lock().tryAcquire(this.session.connection()));
		try {
			body.run();
		}
		finally {
			release();
		}
	}

	/**
	 * Do something in a transaction. It is rolled back unless the body commits it. What
	 * turns out to need a transaction of another kind is done again from its beginning.
	 * @param body what to do
	 * @throws dev.migration.LockTimeoutException if another process is at it for too long
	 */
	void inTransaction(TransactionBody body) throws SQLException {
		try {
			inTransaction(TransactionKind.PLAIN, body);
		}
		catch (TransactionKindException ex) {
			logger.debug("Beginning again in a transaction " + ex.getKind() + ", for " + ex.getMessage());
			inTransaction(ex.getKind(), body);
		}
	}

	/**
	 * Do something in a transaction of a certain kind. It is rolled back unless the body
	 * commits it.
	 * @param kind the kind
	 * @param body what to do
	 * @throws dev.migration.LockTimeoutException if another process is at it for too long
	 */
	void inTransaction(TransactionKind kind, TransactionBody body) throws SQLException {
		obtain(!this.session.lock().isHeldBetweenSteps(), () -> {
			this.session.lock().begin(this.session.connection(), kind);
			return true;
		});
		boolean committed = false;
		try {
			committed = body.run();
		}
		finally {
			if (!committed) {
				rollback();
			}
		}
	}

	/**
	 * The lock is what is acquired for the run, or else what begins each transaction.
	 */
	private void obtain(boolean isLock, LockWait.Attempt attempt) throws SQLException {
		long start = System.nanoTime();
		boolean obtained = false;
		try {
			this.session.lockWait().until(attempt);
			obtained = true;
		}
		finally {
			if (isLock) {
				this.watch.waited(Duration.ofNanos(System.nanoTime() - start), obtained);
			}
		}
	}

	/**
	 * Create a table of the migration itself, or a column of it, in the transaction.
	 * @param creation the operation, which another process may have done meanwhile
	 */
	void create(Operation creation) {
		StatementRunner runner = new StatementRunner(this.session.connection(), this.session.dialect());
		this.session.dialect().render(creation, this.session.renderContext()).forEach(runner::run);
	}

	void commit() throws SQLException {
		this.session.lockWait().until(() -> {
			this.session.lock().commit(this.session.connection());
			return true;
		});
	}

	private void rollback() {
		try {
			this.session.lock().rollback(this.session.connection());
		}
		catch (SQLException ex) {
			logger.warn("The rollback failed, the database does it when the connection closes", ex);
		}
	}

	private void release() {
		try {
			this.session.lock().release(this.session.connection());
		}
		catch (SQLException ex) {
			logger.warn("The migration lock was not released, it goes when the connection closes", ex);
		}
	}

	/**
	 * Hears how long each wait for the lock took.
	 */
	interface LockWatch {

		void waited(Duration waited, boolean obtained);

	}

	/**
	 * What happens under the lock.
	 */
	interface Body {

		void run() throws SQLException;

	}

	/**
	 * What happens in a transaction.
	 */
	interface TransactionBody {

		/**
		 * Do it.
		 * @return whether it was committed
		 */
		boolean run() throws SQLException;

	}

}
