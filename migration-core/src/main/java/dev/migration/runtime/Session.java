package dev.migration.runtime;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import javax.sql.DataSource;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

import dev.migration.DatabaseAccessException;
import dev.migration.dialect.Dialect;
import dev.migration.dialect.RenderContext;
import dev.migration.dialect.RunLock;
import dev.migration.schema.NamingConvention;

/**
 * One connection for one call, with what belongs to its database. It is in auto-commit,
 * and goes back to its pool as it came.
 */
final class Session implements AutoCloseable {

	private static final Log logger = LogFactory.getLog(Session.class);

	private final Connection connection;

	private final boolean autoCommit;

	private final Dialect dialect;

	private final VersionTable versionTable;

	private final HistoryTable historyTable;

	private final RunLock lock;

	private final LockWait lockWait;

	private final String database;

	private final RenderContext renderContext;

	private Session(Connection connection, boolean autoCommit, Dialects dialects, Settings settings)
			throws SQLException {
		this.connection = connection;
		this.autoCommit = autoCommit;
		this.dialect = dialects.forProduct(connection.getMetaData().getDatabaseProductName());
		this.renderContext = RenderContext.online(this.dialect.version(connection), connection,
				settings.namingConvention());
		this.versionTable = new VersionTable(settings.versionTable(), this.dialect);
		this.historyTable = new HistoryTable(settings.historyTable(), this.dialect, this.renderContext);
		this.lock = this.dialect.runLock(settings.versionTable());
		this.lockWait = new LockWait(this.lock, settings.lockTimeout(), () -> this.lock.describeHolder(connection));
		this.database = this.dialect.describe(connection);
	}

	static Session open(DataSource dataSource, Dialects dialects, Settings settings) {
		Connection connection;
		try {
			connection = dataSource.getConnection();
		}
		catch (SQLException ex) {
			throw new DatabaseAccessException("The database cannot be reached", rootCause(ex));
		}
		try {
			boolean autoCommit = connection.getAutoCommit();
			if (!autoCommit) {
				connection.setAutoCommit(true);
			}
			return new Session(connection, autoCommit, dialects, settings);
		}
		catch (SQLException | RuntimeException ex) {
			closeQuietly(connection);
			throw (ex instanceof RuntimeException runtime) ? runtime
					: new DatabaseAccessException("The database cannot be used", ex);
		}
	}

	private static Throwable rootCause(SQLException ex) {
		// A pool wraps the driver's reason into its own time-out.
		Throwable cause = ex;
		while (cause.getCause() instanceof SQLException inner) {
			cause = inner;
		}
		return cause;
	}

	private static void closeQuietly(Connection connection) {
		try {
			connection.close();
		}
		catch (SQLException ex) {
			logger.debug("Closing the connection failed", ex);
		}
	}

	Connection connection() {
		return this.connection;
	}

	Dialect dialect() {
		return this.dialect;
	}

	VersionTable versionTable() {
		return this.versionTable;
	}

	HistoryTable historyTable() {
		return this.historyTable;
	}

	RunLock lock() {
		return this.lock;
	}

	LockWait lockWait() {
		return this.lockWait;
	}

	/**
	 * Return what SQL is rendered for.
	 * @return the server of this session
	 */
	RenderContext renderContext() {
		return this.renderContext;
	}

	/**
	 * Return the database for people.
	 * @return the product, its version and the database
	 */
	String database() {
		return this.database;
	}

	/**
	 * Read the version rows, outside of a transaction.
	 * @return the rows, sorted
	 */
	List<String> versions() throws SQLException {
		List<String> rows = new ArrayList<>();
		this.lockWait.until(() -> {
			rows.addAll(this.versionTable.read(this.connection));
			return true;
		});
		return List.copyOf(rows);
	}

	@Override
	public void close() {
		try {
			if (!this.autoCommit) {
				this.connection.setAutoCommit(false);
			}
		}
		catch (SQLException ex) {
			logger.debug("Restoring auto-commit failed", ex);
		}
		finally {
			closeQuietly(this.connection);
		}
	}

	/**
	 * What a migrator is told about its tables, its patience and its names.
	 *
	 * @param versionTable the name of the version table
	 * @param historyTable the name of the history table
	 * @param lockTimeout how long to wait for another run
	 * @param namingConvention names what a revision does not name
	 */
	record Settings(String versionTable, String historyTable, Duration lockTimeout, NamingConvention namingConvention) {
	}

}
