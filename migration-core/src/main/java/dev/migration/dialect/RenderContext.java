package dev.migration.dialect;

import java.sql.Connection;

import org.jspecify.annotations.Nullable;

import dev.migration.NeedsDatabaseException;
import dev.migration.operation.Operation;
import dev.migration.schema.NamingConvention;

/**
 * What SQL is rendered for: a server of some version, which may be there to be looked at.
 */
public final class RenderContext {

	private final ServerVersion version;

	private final @Nullable Connection connection;

	private final NamingConvention names;

	private final boolean knowsRows;

	private RenderContext(ServerVersion version, @Nullable Connection connection, NamingConvention names,
			boolean knowsRows) {
		this.version = version;
		this.connection = connection;
		this.names = names;
		this.knowsRows = knowsRows;
	}

	/**
	 * Return the context of a run.
	 * @param version the server
	 * @param connection the connection of the run
	 * @param names names what has no name
	 * @return the context
	 */
	public static RenderContext online(ServerVersion version, Connection connection, NamingConvention names) {
		return new RenderContext(version, connection, names, true);
	}

	/**
	 * Return the context of SQL that is only written.
	 * @param version the server that it is for
	 * @param names names what has no name
	 * @return the context
	 */
	public static RenderContext offline(ServerVersion version, NamingConvention names) {
		return new RenderContext(version, null, names, false);
	}

	/**
	 * Return this context without the connection.
	 * @return the context
	 */
	public RenderContext offline() {
		return offline(this.version, this.names);
	}

	/**
	 * Return this context for a connection to a database that has the tables of the one
	 * that the SQL is for, but not its rows.
	 * @return the context
	 */
	public RenderContext withoutRows() {
		return new RenderContext(this.version, this.connection, this.names, false);
	}

	/**
	 * Return the server.
	 * @return the version
	 */
	public ServerVersion version() {
		return this.version;
	}

	/**
	 * Return the naming convention.
	 * @return what names what has no name
	 */
	public NamingConvention names() {
		return this.names;
	}

	/**
	 * Return whether there is a database to look at.
	 * @return {@code false} if SQL is only written
	 */
	public boolean isOnline() {
		return this.connection != null;
	}

	/**
	 * Return whether the rows that the connection shows are those that the SQL will meet.
	 * If not, it must do whatever rows there are, or check them when it runs.
	 * @return {@code false} if only the tables are known, or nothing
	 */
	public boolean knowsRows() {
		return this.knowsRows;
	}

	/**
	 * Return the connection of the run, for what can do without it.
	 * @return the connection, which must not be closed, or {@code null} if SQL is only
	 * written
	 */
	public @Nullable Connection connection() {
		return this.connection;
	}

	/**
	 * Return the connection of the run, to look at the database.
	 * @param operation the operation that needs it
	 * @param reason what it must look at, for the error
	 * @param action the way out when there is no database, for the error
	 * @return the connection; it must not be closed
	 * @throws NeedsDatabaseException if there is no database
	 */
	public Connection connection(Operation operation, String reason, String action) {
		if (this.connection == null) {
			throw new NeedsDatabaseException(operation.describe(), reason, action);
		}
		return this.connection;
	}

}
