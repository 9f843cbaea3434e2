package dev.migration.dialect.sqlite;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

import dev.migration.dialect.RunLock;

/**
 * The write lock of the file is the lock: it dies with its process. It lasts as long as a
 * transaction, so others may come in between two steps.
 */
final class SqliteRunLock implements RunLock {

	private static final int SQLITE_BUSY = 5;

	private static final int SQLITE_LOCKED = 6;

	@Override
	public boolean tryAcquire(Connection connection) {
		return true;
	}

	@Override
	public void release(Connection connection) {
	}

	@Override
	public boolean isHeldBetweenSteps() {
		return false;
	}

	@Override
	public void begin(Connection connection) throws SQLException {
		execute(connection, "BEGIN IMMEDIATE");
	}

	@Override
	public void commit(Connection connection) throws SQLException {
		execute(connection, "COMMIT");
	}

	@Override
	public void rollback(Connection connection) throws SQLException {
		try {
			execute(connection, "ROLLBACK");
		}
		catch (SQLException ex) {
			// SQLite has rolled back by itself, as it does when the disk is full.
			if (ex.getMessage() == null || !ex.getMessage().contains("no transaction is active")) {
				throw ex;
			}
		}
	}

	private static void execute(Connection connection, String sql) throws SQLException {
		try (Statement statement = connection.createStatement()) {
			statement.execute(sql);
		}
	}

	@Override
	public boolean isBusy(SQLException ex) {
		int primaryCode = ex.getErrorCode() & 0xff;
		return primaryCode == SQLITE_BUSY || primaryCode == SQLITE_LOCKED;
	}

	@Override
	public String describeHolder(Connection connection) {
		try (Statement statement = connection.createStatement();
				ResultSet databases = statement.executeQuery("PRAGMA database_list")) {
			String file = databases.next() ? databases.getString("file") : "";
			return FileLockHolder.describe(file);
		}
		catch (SQLException ex) {
			return "another process";
		}
	}

}
