package dev.migration.dialect.postgresql;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

import org.jspecify.annotations.Nullable;

import dev.migration.dialect.RunLock;
import dev.migration.schema.QualifiedName;

/**
 * A session advisory lock on the session that does the work: a lost session loses the
 * lock and the work together. It is per database, schema and version table. While it is
 * held, strings are those of the standard, as they are in scripts.
 */
final class AdvisoryLock implements RunLock {

	// A lock on a 64-bit key shows its two halves, as two unsigned 32-bit numbers.
	private static final String HOLDER = "select a.pid, a.usename, a.application_name, host(a.client_addr) as client,"
			+ " a.backend_start from pg_locks l join pg_stat_activity a on a.pid = l.pid where l.locktype = 'advisory'"
			+ " and l.granted and l.objsubid = 1"
			+ " and l.database = (select oid from pg_database where datname = current_database())"
			+ " and ((l.classid::bigint << 32) | l.objid::bigint) = ";

	private final QualifiedName versionTable;

	private final String key;

	private long held;

	private @Nullable StandardStrings strings;

	AdvisoryLock(QualifiedName versionTable) {
		this.versionTable = versionTable;
		this.key = key((versionTable.schema() != null) ? "?" : null, "?");
	}

	/**
	 * Return the key of the lock.
	 * @param schema the schema of the version table as an expression, or {@code null} for
	 * the one that names without a schema mean
	 * @param versionTable the name of the version table as an expression
	 * @return the expression
	 */
	static String key(@Nullable String schema, String versionTable) {
		return "hashtextextended('migration:' || " + ((schema != null) ? schema : "coalesce(current_schema(), '')")
				+ " || ':' || " + versionTable + ", 0)";
	}

	/**
	 * A revision may choose another schema, so what was locked is remembered.
	 */
	@Override
	public boolean tryAcquire(Connection connection) throws SQLException {
		String sql = "select k, pg_try_advisory_lock(k) from (select " + this.key + " as k) locked";
		try (PreparedStatement statement = connection.prepareStatement(sql)) {
			bindKey(statement);
			try (ResultSet result = statement.executeQuery()) {
				if (!result.next() || !result.getBoolean(2)) {
					return false;
				}
				this.held = result.getLong(1);
			}
		}
		this.strings = StandardStrings.on(connection);
		return true;
	}

	@Override
	public void release(Connection connection) throws SQLException {
		if (this.strings != null) {
			this.strings.close();
		}
		try (PreparedStatement statement = connection.prepareStatement("select pg_advisory_unlock(?)")) {
			statement.setLong(1, this.held);
			statement.execute();
		}
	}

	private void bindKey(PreparedStatement statement) throws SQLException {
		int index = 1;
		if (this.versionTable.schema() != null) {
			statement.setString(index++, this.versionTable.schema());
		}
		statement.setString(index, this.versionTable.name());
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
		try (PreparedStatement statement = connection.prepareStatement(HOLDER + this.key)) {
			bindKey(statement);
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
