package dev.migration.test;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;

import org.opentest4j.TestAbortedException;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.mysql.MySQLContainer;

/**
 * A real MySQL for the tests of this JVM, in a container. There are no server binaries of
 * it on Maven Central, so that without Docker its tests are skipped.
 */
final class MysqlServer {

	private static final AtomicInteger databases = new AtomicInteger();

	private MysqlServer() {
	}

	static TestDatabase createDatabase() {
		if (!DockerClientFactory.instance().isDockerAvailable()) {
			throw new TestAbortedException("MySQL needs Docker, which does not answer");
		}
		MySQLContainer server = Holder.SERVER;
		String name = "test_" + databases.incrementAndGet();
		try (Connection connection = DriverManager.getConnection(jdbcUrl(server, ""), "root", server.getPassword());
				Statement statement = connection.createStatement()) {
			statement.execute("CREATE DATABASE " + name);
		}
		catch (SQLException ex) {
			throw new IllegalStateException(ex);
		}
		return new TestDatabase(
				TestDatabase.Kind.MYSQL, jdbcUrl(server, name), "mysql://root:" + server.getPassword() + "@"
						+ server.getHost() + ":" + server.getFirstMappedPort() + "/" + name,
				"root", server.getPassword());
	}

	private static String jdbcUrl(MySQLContainer server, String database) {
		return "jdbc:mysql://" + server.getHost() + ":" + server.getFirstMappedPort() + "/" + database;
	}

	@SuppressWarnings("resource")
	private static MySQLContainer start() {
		MySQLContainer container = new MySQLContainer("mysql:8.4").withUsername("root");
		container.start();
		return container;
	}

	private static final class Holder {

		static final MySQLContainer SERVER = start();

	}

}
