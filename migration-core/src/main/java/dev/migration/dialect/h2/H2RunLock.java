package dev.migration.dialect.h2;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

import dev.migration.UnsupportedChangeException;
import dev.migration.dialect.RunLock;

/**
 * A row that names the session which holds the lock. It only counts as long as H2 lists
 * that session among those that are open, so that the lock goes when its session goes: H2
 * has no lock that outlives the commit which each change of the schema makes.
 * <p>
 * The row is in a global temporary table, which H2 forgets when the database is closed.
 */
final class H2RunLock implements RunLock {

	private static final int DUPLICATE_KEY = 23505;

	private static final int TABLE_ALREADY_EXISTS = 42101;

	private static final int LOCK_TIMEOUT = 50200;

	private static final int CONCURRENT_UPDATE = 90131;

	private static final int EXCLUSIVE_MODE = 90135;

	private static final String IS_OPEN = "EXISTS (SELECT 1 FROM information_schema.sessions s"
			+ " WHERE s.session_id = l.session_id AND s.session_start = l.session_start)";

	/**
	 * A query that has a row if the user is no administrator.
	 */
	static final String IS_NO_ADMINISTRATOR = "SELECT 1 WHERE NOT EXISTS (SELECT 1 FROM information_schema.users"
			+ " WHERE user_name = CURRENT_USER AND is_admin)";

	private final String table;

	H2RunLock(String table) {
		this.table = table;
	}

	@Override
	public boolean tryAcquire(Connection connection) throws SQLException {
		requireAdministrator(connection);
		createRow(connection);
		return update(connection, acquire()) == 1;
	}

	/**
	 * Return what takes the lock if it is free.
	 * @return the statements
	 */
	List<String> acquisition() {
		return List.of(createTable(), insertRow(), acquire());
	}

	/**
	 * Return a query that has a row if another session has the lock.
	 * @return the query
	 */
	String isHeldByAnother() {
		return "SELECT 1 FROM " + this.table + " WHERE session_id <> SESSION_ID()";
	}

	private String acquire() {
		return "UPDATE " + this.table + " l SET (session_id, session_start) = (SELECT session_id, session_start"
				+ " FROM information_schema.sessions WHERE session_id = SESSION_ID()) WHERE NOT " + IS_OPEN;
	}

	/**
	 * Others only see their own session, so they cannot tell whether the holder is there.
	 */
	private static void requireAdministrator(Connection connection) throws SQLException {
		try (Statement statement = connection.createStatement();
				ResultSet user = statement.executeQuery(
						"SELECT user_name, is_admin FROM information_schema.users WHERE user_name = CURRENT_USER")) {
			if (!user.next() || !user.getBoolean(2)) {
				throw new UnsupportedChangeException("lock the database for a run", "H2",
						"user " + connection.getMetaData().getUserName()
								+ " is no administrator and does not see the other sessions",
						"Run migrations as an administrator, or make the user one: ALTER USER … ADMIN TRUE.");
			}
		}
	}

	private void createRow(Connection connection) throws SQLException {
		try {
			update(connection, createTable());
			update(connection, insertRow());
		}
		catch (SQLException ex) {
			// Another session was faster.
			if (ex.getErrorCode() != DUPLICATE_KEY && ex.getErrorCode() != TABLE_ALREADY_EXISTS) {
				throw ex;
			}
		}
	}

	private String createTable() {
		return "CREATE GLOBAL TEMPORARY TABLE IF NOT EXISTS " + this.table
				+ " (id integer PRIMARY KEY, session_id integer, session_start timestamp(9) with time zone)";
	}

	private String insertRow() {
		return "INSERT INTO " + this.table + " (id) SELECT 1 WHERE NOT EXISTS (SELECT 1 FROM " + this.table + ")";
	}

	@Override
	public void release(Connection connection) throws SQLException {
		update(connection, release());
	}

	/**
	 * Return what releases the lock if this session has it.
	 * @return the statement
	 */
	String release() {
		return "UPDATE " + this.table + " SET session_id = NULL, session_start = NULL WHERE session_id = SESSION_ID()";
	}

	private static int update(Connection connection, String sql) throws SQLException {
		try (Statement statement = connection.createStatement()) {
			return statement.executeUpdate(sql);
		}
	}

	@Override
	public boolean isHeldBetweenSteps() {
		return true;
	}

	@Override
	public boolean isBusy(SQLException ex) {
		return ex.getErrorCode() == LOCK_TIMEOUT || ex.getErrorCode() == CONCURRENT_UPDATE
				|| ex.getErrorCode() == EXCLUSIVE_MODE;
	}

	@Override
	public String describeHolder(Connection connection) {
		String sql = "SELECT s.session_id, s.user_name, s.client_addr, s.session_start FROM " + this.table
				+ " l JOIN information_schema.sessions s ON s.session_id = l.session_id"
				+ " AND s.session_start = l.session_start";
		try (Statement statement = connection.createStatement(); ResultSet holder = statement.executeQuery(sql)) {
			if (!holder.next()) {
				return "a session that has just ended";
			}
			String client = holder.getString("client_addr");
			return "session " + holder.getInt("session_id") + " of user " + holder.getString("user_name") + " from "
					+ ((client != null) ? client : "this process") + ", connected since "
					+ holder.getTimestamp("session_start").toInstant();
		}
		catch (SQLException ex) {
			return "another session";
		}
	}

}
