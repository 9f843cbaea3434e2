package dev.migration.dialect.mysql;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

import org.jspecify.annotations.Nullable;

import dev.migration.dialect.RunLock;
import dev.migration.schema.QualifiedName;

/**
 * A lock of {@code GET_LOCK} on the session that does the work: a lost session loses the
 * lock and the work together. It survives the commits of the schema changes. Its name is
 * known to the whole server, so it has the database in it, and as a hash, since it may
 * have 64 characters at most.
 */
final class NamedLock implements RunLock {

	private final QualifiedName versionTable;

	private final String name;

	NamedLock(QualifiedName versionTable) {
		this.versionTable = versionTable;
		this.name = name((versionTable.schema() != null) ? "?" : null, "?");
	}

	/**
	 * Return the name of the lock.
	 * @param schema the database of the version table as an expression, or {@code null}
	 * for that of the session
	 * @param versionTable the name of the version table as an expression
	 * @return the expression
	 */
	static String name(@Nullable String schema, String versionTable) {
		return "CONCAT('migration:', MD5(CONCAT(" + ((schema != null) ? schema : "COALESCE(DATABASE(), '')") + ", ':', "
				+ versionTable + ")))";
	}

	@Override
	public boolean tryAcquire(Connection connection) throws SQLException {
		Long result = call(connection, "SELECT GET_LOCK(" + this.name + ", 0)");
		return result != null && result == 1;
	}

	@Override
	public void release(Connection connection) throws SQLException {
		call(connection, "SELECT RELEASE_LOCK(" + this.name + ")");
	}

	private @Nullable Long call(Connection connection, String sql) throws SQLException {
		try (PreparedStatement statement = connection.prepareStatement(sql)) {
			int index = 1;
			if (this.versionTable.schema() != null) {
				statement.setString(index++, this.versionTable.schema());
			}
			statement.setString(index, this.versionTable.name());
			try (ResultSet result = statement.executeQuery()) {
				long value = result.next() ? result.getLong(1) : 0;
				return result.wasNull() ? null : value;
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
		try {
			Long session = call(connection, "SELECT IS_USED_LOCK(" + this.name + ")");
			return (session != null) ? "session " + session + describe(connection, session)
					: "a session that has just ended";
		}
		catch (SQLException ex) {
			return "another session";
		}
	}

	/**
	 * Without the right {@code PROCESS} only the sessions of the same user are listed.
	 */
	private static String describe(Connection connection, long session) throws SQLException {
		try (PreparedStatement statement = connection
			.prepareStatement("SELECT user, host FROM information_schema.processlist WHERE id = ?")) {
			statement.setLong(1, session);
			try (ResultSet process = statement.executeQuery()) {
				return process.next() ? " of user " + process.getString(1) + " from " + process.getString(2) : "";
			}
		}
		catch (SQLException ex) {
			return "";
		}
	}

}
