package dev.migration.dialect.postgresql;

import java.sql.Connection;
import java.sql.SQLException;

/**
 * Lets a backslash in a string be a backslash, as in the standard, for as long as SQL is
 * written and read here. A role or a database may still be set to
 * {@code standard_conforming_strings = off}, where it escapes what follows.
 */
final class StandardStrings implements AutoCloseable {

	private static final String NAME = "standard_conforming_strings";

	private final SessionSetting setting;

	private StandardStrings(SessionSetting setting) {
		this.setting = setting;
	}

	/**
	 * Turn them on.
	 * @param connection the connection, in auto-commit
	 * @return what sets the session back as it was
	 * @throws SQLException if the server cannot be asked
	 */
	static StandardStrings on(Connection connection) throws SQLException {
		SessionSetting setting = SessionSetting.read(connection, NAME);
		setting.set("on");
		return new StandardStrings(setting);
	}

	@Override
	public void close() throws SQLException {
		this.setting.setBack();
	}

}
