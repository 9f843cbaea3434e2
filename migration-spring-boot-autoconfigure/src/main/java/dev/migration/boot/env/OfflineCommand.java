package dev.migration.boot.env;

import java.sql.Connection;

import javax.sql.DataSource;

import org.springframework.core.env.Environment;
import org.springframework.jdbc.datasource.AbstractDataSource;

/**
 * A command that writes SQL for a database which it describes itself: whatever is
 * configured, be it wrong or not there at all, does not matter to it.
 */
public final class OfflineCommand {

	/**
	 * Set while such a command runs.
	 */
	public static final String PROPERTY = "migration.command-offline";

	private OfflineCommand() {
	}

	/**
	 * Return whether such a command runs.
	 * @param environment the environment
	 * @return whether no database is opened
	 */
	public static boolean isRunning(Environment environment) {
		return environment.getProperty(PROPERTY, Boolean.class, false);
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
