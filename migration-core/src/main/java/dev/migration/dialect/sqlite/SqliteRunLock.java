package dev.migration.dialect.sqlite;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

import org.jspecify.annotations.Nullable;

import dev.migration.dialect.RunLock;
import dev.migration.dialect.TransactionKind;
import dev.migration.dialect.sqlite.rebuild.UnenforcedForeignKeys;

/**
 * The write lock of the file is the lock: it dies with its process. It lasts as long as a
 * transaction, so others may come in between two steps.
 */
final class SqliteRunLock implements RunLock {

	private static final int SQLITE_BUSY = 5;

	private static final int SQLITE_LOCKED = 6;

	private @Nullable UnenforcedForeignKeys unenforced;

	private String legacyAlterTable = "0";

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
		try (Statement statement = connection.createStatement();
				ResultSet value = statement.executeQuery("PRAGMA legacy_alter_table")) {
			this.legacyAlterTable = value.next() ? value.getString(1) : "0";
		}
		execute(connection, "BEGIN IMMEDIATE");
	}

	/**
	 * Inside a transaction SQLite ignores the pragma, so it is set before.
	 */
	@Override
	public void begin(Connection connection, TransactionKind kind) throws SQLException {
		if (kind == TransactionKind.WITHOUT_FOREIGN_KEYS) {
			this.unenforced = UnenforcedForeignKeys.on(connection);
		}
		try {
			begin(connection);
		}
		catch (SQLException ex) {
			restore(connection);
			throw ex;
		}
		if (this.unenforced != null) {
			remember(connection, this.unenforced);
		}
	}

	private void remember(Connection connection, UnenforcedForeignKeys foreignKeys) throws SQLException {
		try {
			foreignKeys.remember();
		}
		catch (SQLException ex) {
			rollback(connection);
			throw ex;
		}
	}

	@Override
	public void commit(Connection connection) throws SQLException {
		if (this.unenforced != null) {
			this.unenforced.check();
		}
		execute(connection, "COMMIT");
		restore(connection);
	}

	private void restore(Connection connection) throws SQLException {
		if (this.unenforced != null) {
			this.unenforced = null;
			execute(connection, "PRAGMA foreign_keys = ON");
		}
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
		// A rollback does not take it back, and a rebuild in SQL switches it.
		execute(connection, "PRAGMA legacy_alter_table = " + this.legacyAlterTable);
		restore(connection);
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
