package dev.migration.dialect;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

import dev.migration.SqlScript;
import dev.migration.operation.Operation;
import dev.migration.schema.QualifiedName;
import dev.migration.UnsupportedChangeException;

/**
 * What differs per database. Found by {@link java.util.ServiceLoader}, so that an
 * application can bring one. Has no state.
 */
public interface Dialect {

	/**
	 * Return the id, as revisions and configuration name the database.
	 * @return for example {@code postgresql}
	 */
	String id();

	/**
	 * Return whether this is the dialect of a database.
	 * @param productName the name that the database gives itself over JDBC
	 * @param productVersion the version that it gives itself; some drivers give MariaDB
	 * the name of MySQL, and only the version tells
	 * @return whether it fits
	 */
	boolean supports(String productName, String productVersion);

	/**
	 * Return whether a transaction takes back the changes of the schema that were made in
	 * it. If not, each of them commits by itself, with all that was done before it.
	 * @return {@code true} if a failed revision leaves no trace
	 */
	boolean transactionalDdl();

	/**
	 * Return an identifier as it stands in SQL, quoted where it needs to be.
	 * @param identifier the identifier as it is meant
	 * @return the identifier for SQL
	 */
	String quote(String identifier);

	/**
	 * Return a name as it stands in SQL, with its schema if it has one.
	 * @param name the name as it is meant
	 * @return the name for SQL
	 */
	default String quote(QualifiedName name) {
		return (name.schema() != null) ? quote(name.schema()) + "." + quote(name.name()) : quote(name.name());
	}

	/**
	 * Return whether there is a schema.
	 * @param connection a connection to the database
	 * @param schema the schema as it is meant
	 * @return whether it is there
	 * @throws SQLException if the database cannot be asked
	 * @throws dev.migration.UnsupportedChangeException if the database has no schemas
	 */
	default boolean hasSchema(Connection connection, String schema) throws SQLException {
		throw noSchemas(schema);
	}

	/**
	 * Let names without a schema mean one that is there.
	 * @param connection a connection to the database, in auto-commit
	 * @param schema the schema as it is meant
	 * @return what sets the connection back as it was
	 * @throws SQLException if the database refuses
	 * @throws dev.migration.UnsupportedChangeException if the database has no schemas
	 */
	default ChosenSchema chooseSchema(Connection connection, String schema) throws SQLException {
		throw noSchemas(schema);
	}

	private UnsupportedChangeException noSchemas(String schema) {
		return new UnsupportedChangeException("use schema " + schema, offlineVersion().product(),
				"it has none that could be chosen",
				"Set migration.default-schema, and a schema in migration.version-table and migration.history-table, only "
						+ "where the database has schemas, for example for one profile.");
	}

	/**
	 * Return the statements that carry out an operation.
	 * @param operation the operation
	 * @param context the server it is for
	 * @return the statements, in their order
	 * @throws dev.migration.UnsupportedChangeException if the database cannot do it
	 * @throws dev.migration.NeedsDatabaseException if it must look at the database, and
	 * there is none
	 */
	List<SqlStatement> render(Operation operation, RenderContext context);

	/**
	 * Return the server that SQL is written for when there is none to ask.
	 * @return the version
	 */
	ServerVersion offlineVersion();

	/**
	 * Ask a server for its version.
	 * @param connection a connection to it
	 * @return the version
	 * @throws SQLException if the driver cannot tell
	 */
	default ServerVersion version(Connection connection) throws SQLException {
		return ServerVersion.parse(connection.getMetaData().getDatabaseProductName(),
				connection.getMetaData().getDatabaseProductVersion());
	}

	/**
	 * Return the SQL text that does the same as a statement, with its values written in.
	 * @param statement the statement
	 * @return one text for each row of values, or one if it has none; without a semicolon
	 * @throws IllegalArgumentException if a value has no literal form
	 */
	default List<String> inline(SqlStatement statement) {
		if (statement.rows().isEmpty()) {
			return List.of(statement.sql());
		}
		return statement.rows()
			.stream()
			.map((values) -> Placeholders.inline(statement.sql(), values, this::literal))
			.toList();
	}

	/**
	 * Return a value as it stands in SQL.
	 * @param value the value
	 * @return the literal
	 * @throws IllegalArgumentException if the value has no literal form
	 */
	String literal(@Nullable Object value);

	/**
	 * Bind a value of any type that {@link #literal(Object)} takes, as Hibernate would
	 * write it.
	 * @param statement the statement
	 * @param index the position, from 1
	 * @param value the value
	 * @throws SQLException if the driver refuses it
	 */
	void bind(PreparedStatement statement, int index, @Nullable Object value) throws SQLException;

	/**
	 * Read a point in time from a column of type
	 * {@link dev.migration.schema.Types#timestampWithTimeZone() timestampWithTimeZone()}.
	 * @param row the row
	 * @param column the name of the column
	 * @return the point in time, or {@code null}
	 * @throws SQLException if the driver refuses it
	 */
	@Nullable Instant readInstant(ResultSet row, String column) throws SQLException;

	/**
	 * Return whether an error says that a table is not there.
	 * @param ex the error of a select
	 * @return whether the table is missing
	 */
	boolean isMissingTable(SQLException ex);

	/**
	 * Return the statements of a script.
	 * @param script one or more statements
	 * @return one script for each statement, with the line it begins on
	 */
	List<SqlScript> split(SqlScript script);

	/**
	 * Return the lock of runs.
	 * @param versionTable the version table, which names the lock
	 * @return the lock
	 */
	RunLock runLock(QualifiedName versionTable);

	/**
	 * Return how a script for the command line client of the database is written.
	 * @param versionTable the version table
	 * @return the syntax
	 */
	default ScriptSyntax scriptSyntax(QualifiedName versionTable) {
		return new StandardScriptSyntax(this, versionTable);
	}

	/**
	 * Return an empty database that is made on the spot and vanishes with its connection.
	 * Revisions are run on it when SQL is written for a database which cannot render its
	 * operations without looking at the tables.
	 * @return its JDBC URL, or {@code null} if SQL is rendered without any database
	 */
	default @Nullable String scratchUrl() {
		return null;
	}

	/**
	 * Return whether a table is often made anew to be changed, so that several changes of
	 * it are better made together.
	 * @return whether it is
	 */
	default boolean rebuildsTables() {
		return false;
	}

	/**
	 * Return what reads the tables of the database.
	 * @return the inspector
	 */
	SchemaInspector inspector();

	/**
	 * Make the tables of a database, and what belongs to them, in another one that is
	 * empty. Rows are not copied, and what cannot be made is left out.
	 * @param from a connection to the database
	 * @param to a connection to a database of {@link #scratchUrl()}
	 * @throws SQLException if one of them refuses
	 */
	default void copySchema(Connection from, Connection to) throws SQLException {
		throw new IllegalStateException(id() + " needs no copy of a schema");
	}

	/**
	 * Describe the database for people, without any password.
	 * @param connection a connection to it
	 * @return for example {@code PostgreSQL 17.2, database shop}
	 * @throws SQLException if the driver cannot tell
	 */
	String describe(Connection connection) throws SQLException;

}
