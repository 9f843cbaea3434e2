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
import java.util.UUID;

import javax.sql.DataSource;

import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * A real, empty database for one test, on any of the kinds.
 *
 * @param kind which kind
 * @param jdbcUrl the JDBC URL, without user and password
 * @param databaseUrl the URL in the form of {@code DATABASE_URL}, with both
 * @param user the user, empty for SQLite
 * @param password the password, empty for SQLite
 */
public record TestDatabase(Kind kind, String jdbcUrl, String databaseUrl, String user, String password) {

	/**
	 * Create a database.
	 * @param kind which kind
	 * @return the database
	 */
	public static TestDatabase create(Kind kind) {
		return switch (kind) {
			case SQLITE -> sqlite();
			case POSTGRESQL -> PostgresqlServer.createDatabase();
			case H2 -> h2();
			case MARIADB -> MariadbServer.createDatabase();
			case MYSQL -> MysqlServer.createDatabase();
		};
	}

	private static TestDatabase h2() {
		String url = "h2:mem:test_" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1";
		return new TestDatabase(Kind.H2, "jdbc:" + url, url, "sa", "");
	}

	private static TestDatabase sqlite() {
		try {
			File file = File.createTempFile("migration-test", ".db");
			file.deleteOnExit();
			// No test turns the power off, and to wait for the disk takes most of the
			// time.
			return new TestDatabase(Kind.SQLITE, "jdbc:sqlite:" + file + "?foreign_keys=on&synchronous=off",
					"sqlite:///" + file, "", "");
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
		return query(sql, 1);
	}

	/**
	 * Read a column of a query.
	 * @param sql the query
	 * @param column the position of the column, from 1
	 * @return its values as strings
	 */
	public List<String> query(String sql, int column) {
		List<String> values = new ArrayList<>();
		try (Connection connection = connect();
				Statement statement = connection.createStatement();
				ResultSet result = statement.executeQuery(sql)) {
			while (result.next()) {
				values.add(result.getString(column));
			}
		}
		catch (SQLException ex) {
			throw new IllegalStateException(ex);
		}
		return values;
	}

	/**
	 * Read the names of all tables, in alphabetical order.
	 * @return the names, in lower case
	 */
	public List<String> tables() {
		return query(switch (this.kind) {
			case SQLITE ->
				"SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name";
			case POSTGRESQL ->
				"SELECT table_name FROM information_schema.tables WHERE table_schema = 'public' ORDER BY table_name";
			case H2 -> "SELECT lower(table_name) FROM information_schema.tables WHERE table_schema = CURRENT_SCHEMA"
					+ " AND table_type = 'BASE TABLE' ORDER BY table_name";
			case MARIADB, MYSQL -> "SELECT table_name FROM information_schema.tables WHERE table_schema = DATABASE()"
					+ " ORDER BY table_name";
		});
	}

	/**
	 * Return a name in the quotes of this kind.
	 * @param name the name
	 * @return the name for SQL
	 */
	public String quote(String name) {
		return switch (this.kind) {
			case SQLITE, POSTGRESQL, H2 -> '"' + name + '"';
			case MARIADB, MYSQL -> '`' + name + '`';
		};
	}

	/**
	 * The kinds of database.
	 */
	public enum Kind {

		/** A SQLite file. */
		SQLITE,

		/** A database on a PostgreSQL server. */
		POSTGRESQL,

		/** H2 in the memory of this process. */
		H2,

		/** A database on a MariaDB server. */
		MARIADB,

		/** A database on a MySQL server, where Docker answers. */
		MYSQL;

		/**
		 * Return whether a transaction takes back changes of the schema.
		 * @return whether a failed revision leaves no trace
		 */
		public boolean hasTransactionalDdl() {
			return this == SQLITE || this == POSTGRESQL;
		}

	}

}
