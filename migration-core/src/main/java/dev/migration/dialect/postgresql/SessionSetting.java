package dev.migration.dialect.postgresql;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * A setting of a session that is changed for a while, and set back.
 */
final class SessionSetting {

	private final Connection connection;

	private final String name;

	private final String before;

	private boolean isChanged;

	private SessionSetting(Connection connection, String name, String before) {
		this.connection = connection;
		this.name = name;
		this.before = before;
	}

	/**
	 * Read a setting.
	 * @param connection the connection, in auto-commit
	 * @param name the name of the setting
	 * @return the setting, which knows what it was
	 * @throws SQLException if the server cannot be asked
	 */
	static SessionSetting read(Connection connection, String name) throws SQLException {
		try (PreparedStatement statement = connection.prepareStatement("SELECT pg_catalog.current_setting(?)")) {
			statement.setString(1, name);
			try (ResultSet row = statement.executeQuery()) {
				row.next();
				return new SessionSetting(connection, name, row.getString(1));
			}
		}
	}

	String before() {
		return this.before;
	}

	/**
	 * Change it, unless it is that already.
	 * @param value the value
	 */
	void set(String value) throws SQLException {
		if (!value.equals(this.before)) {
			change(value);
			this.isChanged = true;
		}
	}

	void setBack() throws SQLException {
		if (this.isChanged) {
			change(this.before);
		}
	}

	private void change(String value) throws SQLException {
		try (PreparedStatement statement = this.connection
			.prepareStatement("SELECT pg_catalog.set_config(?, ?, false)")) {
			statement.setString(1, this.name);
			statement.setString(2, value);
			statement.execute();
		}
	}

}
