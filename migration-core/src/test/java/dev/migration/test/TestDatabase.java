package dev.migration.test;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

import javax.sql.DataSource;

import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * A real, empty database for one test, on either of the two kinds.
 *
 * @param jdbcUrl the JDBC URL, without user and password
 * @param databaseUrl the URL in the form of {@code DATABASE_URL}, with both
 * @param user the user, empty for SQLite
 * @param password the password, empty for SQLite
 */
public record TestDatabase(String jdbcUrl, String databaseUrl, String user, String password) {

	/**
	 * Create a database.
	 * @param kind which kind
	 * @return the database
	 */
	public static TestDatabase create(Kind kind) {
		return switch (kind) {
			case SQLITE -> sqlite();
			case POSTGRESQL -> PostgresqlServer.createDatabase();
		};
	}

	private static TestDatabase sqlite() {
		try {
			File file = File.createTempFile("migration-test", ".db");
			file.deleteOnExit();
			return new TestDatabase("jdbc:sqlite:" + file + "?foreign_keys=on", "sqlite:///" + file, "", "");
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * Return a data source that opens a connection for each call.
	 * @return the data source
	 */
	public DataSource dataSource() {
		return new DriverManagerDataSource(this.jdbcUrl, this.user, this.password);
	}

	/**
	 * Open a connection.
	 * @return the connection
	 * @throws SQLException if the database refuses
	 */
	public Connection connect() throws SQLException {
		return DriverManager.getConnection(this.jdbcUrl, this.user, this.password);
	}

	/**
	 * Run statements.
	 * @param sql the statements
	 */
	public void execute(String... sql) {
		try (Connection connection = connect(); Statement statement = connection.createStatement()) {
			for (String each : sql) {
				statement.execute(each);
			}
		}
		catch (SQLException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/**
	 * Read the first column of a query.
	 * @param sql the query
	 * @return its values as strings
	 */
	public List<String> query(String sql) {
		List<String> values = new ArrayList<>();
		try (Connection connection = connect();
				Statement statement = connection.createStatement();
				ResultSet result = statement.executeQuery(sql)) {
			while (result.next()) {
				values.add(result.getString(1));
			}
		}
		catch (SQLException ex) {
			throw new IllegalStateException(ex);
		}
		return values;
	}

	/**
	 * Read the names of all tables, in alphabetical order.
	 * @return the names
	 */
	public List<String> tables() {
		return query(this.jdbcUrl.startsWith("jdbc:sqlite")
				? "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name"
				: "SELECT table_name FROM information_schema.tables WHERE table_schema = 'public' ORDER BY table_name");
	}

	/**
	 * The kinds of database.
	 */
	public enum Kind {

		/** A SQLite file. */
		SQLITE,

		/** A database on a PostgreSQL server. */
		POSTGRESQL

	}

}
