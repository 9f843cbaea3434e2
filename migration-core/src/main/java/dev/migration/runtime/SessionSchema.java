package dev.migration.runtime;

import java.sql.Connection;
import java.sql.SQLException;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

import dev.migration.dialect.ChosenSchema;
import dev.migration.dialect.Dialect;
import dev.migration.dialect.RenderContext;
import dev.migration.dialect.SqlStatement;
import dev.migration.operation.SchemaOperation;

/**
 * The schema that names without one mean in a session, if the migrator is told one. The
 * connection goes back as it came, since a pool gives it to others.
 */
final class SessionSchema implements AutoCloseable {

	private static final Log logger = LogFactory.getLog(SessionSchema.class);

	private final Connection connection;

	private final Dialect dialect;

	private final @Nullable String name;

	private @Nullable ChosenSchema chosen;

	private SessionSchema(Connection connection, Dialect dialect, @Nullable String name) {
		this.connection = connection;
		this.dialect = dialect;
		this.name = name;
	}

	/**
	 * Choose a schema, if it is there.
	 * @param connection the connection, in auto-commit
	 * @param dialect the dialect
	 * @param name the schema, or {@code null} to leave the connection as it is
	 * @return the schema
	 * @throws dev.migration.UnsupportedChangeException if the database has no schemas
	 */
	static SessionSchema open(Connection connection, Dialect dialect, @Nullable String name) throws SQLException {
		SessionSchema schema = new SessionSchema(connection, dialect, name);
		if (name != null && dialect.hasSchema(connection, name)) {
			schema.chosen = dialect.chooseSchema(connection, name);
		}
		return schema;
	}

	boolean isMissing() {
		return this.name != null && this.chosen == null;
	}

	/**
	 * Return the database for people, with the schema unless it says it already.
	 */
	String describe(String database) {
		return (this.name == null || database.endsWith(" " + this.name)) ? database
				: database + ", schema " + this.name;
	}

	/**
	 * Create a schema unless it is there, and choose it if it is the one of this session.
	 * To create one that is there may need a right that is not needed otherwise.
	 * @param schema the schema
	 * @param context the server
	 */
	void create(String schema, RenderContext context) throws SQLException {
		if (!this.dialect.hasSchema(this.connection, schema)) {
			try {
				StatementRunner runner = new StatementRunner(this.connection, this.dialect);
				for (SqlStatement statement : this.dialect.render(new SchemaOperation.CreateSchema(schema, true),
						context)) {
					runner.run(statement);
				}
				logger.info("Created schema " + schema);
			}
			catch (StatementRunner.StatementFailure ex) {
				// PostgreSQL fails if another session is just creating it.
				if (!this.dialect.hasSchema(this.connection, schema)) {
					throw ex;
				}
			}
		}
		if (schema.equals(this.name) && this.chosen == null) {
			this.chosen = this.dialect.chooseSchema(this.connection, schema);
		}
	}

	@Override
	public void close() {
		if (this.chosen == null) {
			return;
		}
		try {
			this.chosen.close();
		}
		catch (SQLException ex) {
			logger.debug("Choosing the schema of before failed", ex);
		}
	}

}
