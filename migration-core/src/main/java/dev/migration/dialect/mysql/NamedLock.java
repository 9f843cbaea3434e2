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

	private @Nullable String held;

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

	/**
	 * A revision may choose another database, so what was locked is remembered.
	 */
	@Override
	public boolean tryAcquire(Connection connection) throws SQLException {
		String lock = name(connection);
		Long result = call(connection, "SELECT GET_LOCK(?, 0)", lock);
		boolean isHeld = result != null && result == 1;
		this.held = (isHeld) ? lock : null;
		return isHeld;
	}

	@Override
	public void release(Connection connection) throws SQLException {
		if (this.held != null) {
			call(connection, "SELECT RELEASE_LOCK(?)", this.held);
		}
	}

	private String name(Connection connection) throws SQLException {
		try (PreparedStatement statement = connection.prepareStatement("SELECT " + this.name)) {
			int index = 1;
			if (this.versionTable.schema() != null) {
				statement.setString(index++, this.versionTable.schema());
			}
			statement.setString(index, this.versionTable.name());
			try (ResultSet result = statement.executeQuery()) {
				result.next();
				return result.getString(1);
			}
		}
	}

	private static @Nullable Long call(Connection connection, String sql, String lock) throws SQLException {
		try (PreparedStatement statement = connection.prepareStatement(sql)) {
			statement.setString(1, lock);
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
			Long session = call(connection, "SELECT IS_USED_LOCK(?)", name(connection));
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
