package dev.migration.dialect;

import java.sql.Connection;
import java.sql.SQLException;

/**
 * How runs on one database exclude one another, and how the transaction of a step begins
 * and ends. Nothing here waits: the runtime polls, since a session that blocks inside the
 * database can deadlock with a {@code CREATE INDEX CONCURRENTLY} of the one that it waits
 * for.
 */
public interface RunLock {

	/**
	 * Try to obtain the lock of a whole run. It belongs to the session of the connection,
	 * so that it goes when that session goes.
	 * @param connection the connection of the run, in auto-commit
	 * @return whether it is held now
	 * @throws SQLException if the database cannot be asked
	 */
	boolean tryAcquire(Connection connection) throws SQLException;

	/**
	 * Release the lock of the run.
	 * @param connection the connection of the run, in auto-commit
	 * @throws SQLException if the database cannot be asked
	 */
	void release(Connection connection) throws SQLException;

	/**
	 * Return whether {@link #tryAcquire} excludes others for the whole run. If not, only
	 * the transaction of each step does, and the version rows must be read again in each.
	 * @return {@code true} if the lock is held between the steps
	 */
	boolean isHeldBetweenSteps();

	/**
	 * Begin the transaction of a step.
	 * @param connection the connection of the run, in auto-commit
	 * @throws SQLException if it cannot begin, also because another process is at it
	 */
	default void begin(Connection connection) throws SQLException {
		connection.setAutoCommit(false);
	}

	/**
	 * Begin the transaction of a step that needs one of a certain kind.
	 * @param connection the connection of the run, in auto-commit
	 * @param kind the kind; the connection is as before when the transaction ends
	 * @throws SQLException if it cannot begin, also because another process is at it
	 */
	default void begin(Connection connection, TransactionKind kind) throws SQLException {
		begin(connection);
	}

	/**
	 * Commit the transaction of a step.
	 * @param connection the connection of the run
	 * @throws SQLException if the database refuses, also because another process is at
	 * it; the transaction is then still open
	 */
	default void commit(Connection connection) throws SQLException {
		connection.commit();
		connection.setAutoCommit(true);
	}

	/**
	 * Roll back the transaction of a step.
	 * @param connection the connection of the run
	 * @throws SQLException if the database cannot be asked
	 */
	default void rollback(Connection connection) throws SQLException {
		connection.rollback();
		connection.setAutoCommit(true);
	}

	/**
	 * Return whether an error only says that another process is at it, so that the same
	 * call may succeed later.
	 * @param ex the error of any call on the connection
	 * @return whether to try again
	 */
	boolean isBusy(SQLException ex);

	/**
	 * Say who holds the lock, for a log line. Must not fail for want of rights.
	 * @param connection the connection of the waiting side
	 * @return for example {@code process 4711 (hackathon) from 10.0.0.7}
	 */
	String describeHolder(Connection connection);

}
