package dev.migration.dialect.postgresql;

import java.sql.Connection;
import java.sql.SQLException;

import dev.migration.dialect.ChosenSchema;

/**
 * Puts a schema in front of those in which a session looks for names. The others stay
 * behind it, since extensions are often in one of them.
 */
final class SearchPath implements ChosenSchema {

	private static final String NAME = "search_path";

	private final SessionSetting setting;

	private SearchPath(SessionSetting setting) {
		this.setting = setting;
	}

	/**
	 * Put a schema in front.
	 * @param connection the connection, in auto-commit
	 * @param schema the schema, quoted
	 * @return what sets the session back as it was
	 */
	static SearchPath beginningWith(String schema, Connection connection) throws SQLException {
		SessionSetting setting = SessionSetting.read(connection, NAME);
		setting.set(setting.before().isBlank() ? schema : schema + ", " + setting.before());
		return new SearchPath(setting);
	}

	/**
	 * Return what puts a schema in front, in a script.
	 * @param schema the schema as a literal, which is quoted inside
	 * @return the statement
	 */
	static String statement(String schema) {
		return Blocks.run("\tPERFORM pg_catalog.set_config('search_path', concat_ws(', ', " + schema
				+ ", nullif(pg_catalog.current_setting('search_path'), '')), false)");
	}

	@Override
	public void close() throws SQLException {
		this.setting.setBack();
	}

}
