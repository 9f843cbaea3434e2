package dev.migration.runtime;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;

import javax.sql.DataSource;

import org.jspecify.annotations.Nullable;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

import dev.migration.DatabaseAccessException;
import dev.migration.MigrationException;
import dev.migration.MissingSchemaException;
import dev.migration.dialect.Dialect;
import dev.migration.dialect.RenderContext;
import dev.migration.dialect.RunLock;
import dev.migration.dialect.ServerVersion;
import dev.migration.schema.NamingConvention;
import dev.migration.schema.QualifiedName;

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

	private final Settings settings;

	private final SessionSchema schema;

	private Session(Connection connection, boolean autoCommit, Dialect dialect, ServerVersion version,
			Settings settings) throws SQLException {
		this.connection = connection;
		this.autoCommit = autoCommit;
		this.dialect = dialect;
		this.settings = settings;
		this.renderContext = RenderContext.online(version, connection, settings.namingConvention());
		this.versionTable = new VersionTable(settings.versionTable(), this.dialect);
		this.historyTable = new HistoryTable(settings.historyTable(), this.dialect, this.renderContext);
		this.lock = this.dialect.runLock(settings.versionTable());
		this.lockWait = new LockWait(this.lock, settings.lockTimeout(), () -> this.lock.describeHolder(connection));
		this.schema = SessionSchema.open(connection, dialect, settings.defaultSchema());
		this.database = this.schema.describe(this.dialect.describe(connection));
	}

	static Session open(DataSource dataSource, Dialects dialects, Settings settings) {
		Connection connection;
		try {
			connection = dataSource.getConnection();
		}
		catch (SQLException | RuntimeException ex) {
			throw (ex instanceof MigrationException failure) ? failure
					: new DatabaseAccessException("The database cannot be reached", ex);
		}
		requireThere(connection);
		try {
			boolean autoCommit = connection.getAutoCommit();
			if (!autoCommit) {
				connection.setAutoCommit(true);
			}
			DatabaseMetaData metaData = connection.getMetaData();
			Dialect dialect = dialects.forProduct(metaData.getDatabaseProductName(),
					metaData.getDatabaseProductVersion());
			return new Session(connection, autoCommit, dialect, dialect.version(connection), settings);
		}
		catch (SQLException | RuntimeException ex) {
			closeQuietly(connection);
			throw (ex instanceof RuntimeException runtime) ? runtime
					: new DatabaseAccessException("The database cannot be used", ex);
		}
	}

	/**
	 * Open a session on a database that stands in for one which is not there.
	 * @param connection the connection, which the session closes
	 * @param dialect the dialect
	 * @param version the server that SQL is rendered for
	 * @param settings the settings of the migrator
	 * @return the session
	 */
	static Session standingIn(Connection connection, Dialect dialect, ServerVersion version, Settings settings)
			throws SQLException {
		return new Session(connection, true, dialect, version, settings);
	}

	/**
	 * A driver that is asked for a URL of another one gives no connection, and no error.
	 */
	private static void requireThere(@Nullable Connection connection) {
		if (connection == null) {
			throw new DatabaseAccessException("The database cannot be reached",
					new SQLException("the driver does not take this URL"),
					"Correct the URL, or the class of the driver: unless one is set, it is that of the URL.");
		}
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

	Settings settings() {
		return this.settings;
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
	 * Create the schemas that the migrator is told of and that are missing, outside of a
	 * transaction. Without them its tables and its lock have no place.
	 */
	void createSchemas() throws SQLException {
		for (String name : this.settings.schemas()) {
			this.schema.create(name, this.renderContext);
		}
	}

	/**
	 * Return whether there is no schema yet for what has none in its name.
	 * @return whether it is missing; the connection is then in another one
	 */
	boolean isDefaultSchemaMissing() {
		return this.schema.isMissing();
	}

	/**
	 * Refuse to look at tables if the schema that they would be in is not there.
	 * @throws MissingSchemaException if it is not
	 */
	void requireDefaultSchema() {
		if (this.schema.isMissing()) {
			throw new MissingSchemaException(String.valueOf(this.settings.defaultSchema()));
		}
	}

	/**
	 * Read where the database stands, outside of a transaction.
	 * @return the version rows, and whether the last step came to an end
	 */
	Standing standing() throws SQLException {
		AtomicReference<@Nullable Standing> standing = new AtomicReference<>();
		this.lockWait.until(() -> {
			standing.set(standingWithoutWaiting());
			return true;
		});
		return Objects.requireNonNull(standing.get());
	}

	/**
	 * Read where the database stands while a run may have it busy.
	 * @return where it stands
	 */
	Standing standingWithoutWaiting() throws SQLException {
		return Standing.read(this.connection, this.dialect, this.versionTable, this.settings.historyTable());
	}

	/**
	 * Return whether there is a version table, outside of a transaction.
	 * @return whether it is there
	 */
	boolean hasVersionTable() throws SQLException {
		AtomicBoolean exists = new AtomicBoolean();
		this.lockWait.until(() -> {
			exists.set(this.versionTable.exists(this.connection));
			return true;
		});
		return exists.get();
	}

	@Override
	public void close() {
		this.schema.close();
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
	 * @param defaultSchema the schema that names without one mean, or {@code null} for
	 * that of the connection
	 * @param lockTimeout how long to wait for another run
	 * @param namingConvention names what a revision does not name
	 */
	record Settings(QualifiedName versionTable, QualifiedName historyTable, @Nullable String defaultSchema,
			Duration lockTimeout, NamingConvention namingConvention) {

		/**
		 * Return the settings for tables as somebody configured them.
		 * @param versionTable the version table, with its schema in front of a dot or
		 * without one
		 * @param historyTable the history table, likewise
		 * @param defaultSchema the schema that names without one mean, or {@code null}
		 * @param lockTimeout how long to wait for another run
		 * @param namingConvention names what a revision does not name
		 * @return the settings
		 */
		static Settings of(String versionTable, String historyTable, @Nullable String defaultSchema,
				Duration lockTimeout, NamingConvention namingConvention) {
			return new Settings(parse(versionTable).in(defaultSchema), parse(historyTable).in(defaultSchema),
					defaultSchema, lockTimeout, namingConvention);
		}

		private static QualifiedName parse(String name) {
			int dot = name.indexOf('.');
			return (dot > 0) ? new QualifiedName(name.substring(0, dot), name.substring(dot + 1))
					: QualifiedName.of(name);
		}

		/**
		 * Return the schemas that are named, in an order in which they can be created.
		 * @return the schemas; none if there is only the one of the connection
		 */
		Set<String> schemas() {
			Set<String> schemas = new LinkedHashSet<>();
			for (String schema : Arrays.asList(this.defaultSchema, this.versionTable.schema(),
					this.historyTable.schema())) {
				if (schema != null) {
					schemas.add(schema);
				}
			}
			return schemas;
		}

		/**
		 * Return the name that an inspection has for a table: without the schema if that
		 * is the default one.
		 */
		QualifiedName asInspected(QualifiedName table) {
			return Objects.equals(table.schema(), this.defaultSchema) ? QualifiedName.of(table.name()) : table;
		}

	}

}
