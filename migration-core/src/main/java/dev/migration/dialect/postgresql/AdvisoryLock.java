package dev.migration.dialect.postgresql;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

import org.jspecify.annotations.Nullable;

import dev.migration.dialect.RunLock;

/**
 * A session advisory lock on the session that does the work: a lost session loses the
 * lock and the work together. It is per database, schema and version table. While it is
 * held, strings are those of the standard, as they are in scripts.
 */
final class AdvisoryLock implements RunLock {

	private static final String KEY = key("?");

	// A lock on a 64-bit key shows its two halves, as two unsigned 32-bit numbers.
	private static final String HOLDER = "select a.pid, a.usename, a.application_name, host(a.client_addr) as client,"
			+ " a.backend_start from pg_locks l join pg_stat_activity a on a.pid = l.pid where l.locktype = 'advisory'"
			+ " and l.granted and l.objsubid = 1"
			+ " and l.database = (select oid from pg_database where datname = current_database())"
			+ " and ((l.classid::bigint << 32) | l.objid::bigint) = " + KEY;

	private final String versionTable;

	private @Nullable StandardStrings strings;

	AdvisoryLock(String versionTable) {
		this.versionTable = versionTable;
	}

	/**
	 * Return the key of the lock.
	 * @param versionTable the version table as an expression
	 * @return the expression
	 */
	static String key(String versionTable) {
		return "hashtextextended('migration:' || coalesce(current_schema(), '') || ':' || " + versionTable + ", 0)";
	}

	@Override
	public boolean tryAcquire(Connection connection) throws SQLException {
		boolean isHeld = call(connection, "select pg_try_advisory_lock(" + KEY + ")");
		if (isHeld) {
			this.strings = StandardStrings.on(connection);
		}
		return isHeld;
	}

	@Override
	public void release(Connection connection) throws SQLException {
		if (this.strings != null) {
			this.strings.close();
		}
		call(connection, "select pg_advisory_unlock(" + KEY + ")");
	}

	private boolean call(Connection connection, String sql) throws SQLException {
		try (PreparedStatement statement = connection.prepareStatement(sql)) {
			statement.setString(1, this.versionTable);
			try (ResultSet result = statement.executeQuery()) {
				return result.next() && result.getBoolean(1);
			}
		}
	}

	@Override
	public boolean isHeldBetweenSteps() {
		return true;
	}

	@Override
	public boolean isBusy(SQLException ex) {
		return false;
	}

	@Override
	public String describeHolder(Connection connection) {
		try (PreparedStatement statement = connection.prepareStatement(HOLDER)) {
			statement.setString(1, this.versionTable);
			try (ResultSet holder = statement.executeQuery()) {
				if (!holder.next()) {
					return "a session that has just ended";
				}
				String client = holder.getString("client");
				return "session " + holder.getInt("pid") + " of user " + holder.getString("usename") + " ("
						+ holder.getString("application_name") + ") from "
						+ ((client != null) ? client : "local socket") + ", connected since "
						+ holder.getTimestamp("backend_start").toInstant();
			}
		}
		catch (SQLException ex) {
			return "another session";
		}
	}

}
