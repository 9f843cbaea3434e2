package dev.migration.test;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.postgresql.PostgreSQLContainer;

/**
 * A real PostgreSQL for the tests of this JVM: a container where Docker answers, else the
 * embedded server binaries. Each test takes a database of its own.
 */
final class PostgresqlServer {

	private static final AtomicInteger databases = new AtomicInteger();

	private final String host;

	private final int port;

	private final String user;

	private final String password;

	private PostgresqlServer(String host, int port, String user, String password) {
		this.host = host;
		this.port = port;
		this.user = user;
		this.password = password;
	}

	static TestDatabase createDatabase() {
		PostgresqlServer server = Holder.SERVER;
		String name = "test_" + databases.incrementAndGet();
		try (Connection connection = DriverManager.getConnection(server.jdbcUrl("postgres"), server.user,
				server.password); Statement statement = connection.createStatement()) {
			statement.execute("CREATE DATABASE " + name);
		}
		catch (SQLException ex) {
			throw new IllegalStateException(ex);
		}
		return new TestDatabase(
				TestDatabase.Kind.POSTGRESQL, server.jdbcUrl(name), "postgresql://" + server.user + ":"
						+ server.password + "@" + server.host + ":" + server.port + "/" + name,
				server.user, server.password);
	}

	private String jdbcUrl(String database) {
		return "jdbc:postgresql://" + this.host + ":" + this.port + "/" + database;
	}

	@SuppressWarnings("resource")
	private static PostgresqlServer start() {
		if (DockerClientFactory.instance().isDockerAvailable()) {
			PostgreSQLContainer container = new PostgreSQLContainer("postgres:17-alpine");
			container.start();
			return new PostgresqlServer(container.getHost(), container.getFirstMappedPort(), container.getUsername(),
					container.getPassword());
		}
		try {
			EmbeddedPostgres server = EmbeddedPostgres.builder()
				.setServerConfig("listen_addresses", "127.0.0.1")
				.setServerConfig("fsync", "off")
				.setServerConfig("max_connections", "200")
				.start();
			return new PostgresqlServer("127.0.0.1", server.getPort(), "postgres", "postgres");
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static final class Holder {

		static final PostgresqlServer SERVER = start();

	}

}
