package dev.migration.boot.env;

import java.sql.Connection;

import javax.sql.DataSource;

import org.jspecify.annotations.Nullable;

import org.springframework.core.env.Environment;
import org.springframework.jdbc.datasource.AbstractDataSource;

/**
 * A command that writes SQL for a database which it describes itself: whatever is
 * configured, be it wrong or not there at all, does not matter to it.
 */
public final class OfflineCommand {

	/**
	 * Set while such a command runs: the dialect, with a version behind a colon or
	 * without one.
	 */
	public static final String PROPERTY = "migration.command-dialect";

	private OfflineCommand() {
	}

	/**
	 * Return whether such a command runs.
	 * @param environment the environment
	 * @return whether no database is opened
	 */
	public static boolean isRunning(Environment environment) {
		return environment.containsProperty(PROPERTY);
	}

	/**
	 * Return which database it writes for.
	 * @param environment the environment
	 * @return the id of the dialect, or {@code null} if no such command runs
	 */
	public static @Nullable String dialect(Environment environment) {
		String dialect = environment.getProperty(PROPERTY);
		return (dialect != null) ? dialect.split(":", 2)[0] : null;
	}

	/**
	 * Return what stands in for the database.
	 * @return the data source
	 */
	public static DataSource dataSource() {
		return new NoDataSource();
	}

	private static final class NoDataSource extends AbstractDataSource {

		@Override
		public Connection getConnection() {
			throw new IllegalStateException("This command opens no database");
		}

		@Override
		public Connection getConnection(String username, String password) {
			return getConnection();
		}

	}

}
