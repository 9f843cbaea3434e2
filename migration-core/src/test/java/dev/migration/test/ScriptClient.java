package dev.migration.test;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import dev.migration.MigrationScript;
import org.h2.tools.RunScript;
import org.jspecify.annotations.Nullable;

/**
 * Runs scripts as an operator would: with the command line client of the database where
 * it is installed, else statement by statement over JDBC.
 */
public final class ScriptClient {

	private ScriptClient() {
	}

	/**
	 * Run a script.
	 * @param script the script
	 * @param database the database
	 * @return what the client said of an error; empty if there was none
	 */
	public static String run(MigrationScript script, TestDatabase database) {
		Path client = client(database.kind());
		if (client == null && database.kind() != TestDatabase.Kind.H2) {
			return overJdbc(script, database);
		}
		try {
			Path file = Files.createTempFile("script", ".sql");
			file.toFile().deleteOnExit();
			Files.writeString(file, script.text());
			return switch (database.kind()) {
				case SQLITE -> sqlite(file, database);
				case POSTGRESQL -> psql(file, database);
				case H2 -> runScript(file, database);
				case MARIADB, MYSQL -> mysql(String.valueOf(client), file, database);
			};
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static @Nullable Path client(TestDatabase.Kind kind) {
		return switch (kind) {
			case SQLITE -> installed("sqlite3");
			case POSTGRESQL -> installed("psql");
			case H2 -> null;
			case MARIADB -> (MariadbServer.client() != null) ? MariadbServer.client() : installed("mariadb");
			case MYSQL -> installed("mysql");
		};
	}

	private static @Nullable Path installed(String name) {
		return Stream.of(System.getenv("PATH").split(File.pathSeparator))
			.map((folder) -> Path.of(folder, name))
			.filter(Files::isExecutable)
			.findFirst()
			.orElse(null);
	}

	/**
	 * In the process of the test, where its database is.
	 */
	private static String runScript(Path script, TestDatabase database) {
		try {
			new RunScript().runTool("-url", database.jdbcUrl(), "-user", database.user(), "-password",
					database.password(), "-script", script.toString());
			return "";
		}
		catch (SQLException ex) {
			return String.valueOf(ex.getMessage());
		}
	}

	/**
	 * In another encoding than that of the script, as the environment of an operator may
	 * have it.
	 */
	private static String mysql(String client, Path script, TestDatabase database) throws IOException {
		URI url = URI.create(database.databaseUrl());
		List<String> command = new ArrayList<>(
				List.of(client, "--no-defaults", "--binary-mode", "--default-character-set=latin1", "--protocol=tcp",
						"--host=" + url.getHost(), "--port=" + url.getPort(), "--user=" + database.user()));
		if (database.kind() == TestDatabase.Kind.MARIADB) {
			command.add("--disable-ssl-verify-server-cert");
		}
		command.add(url.getPath().substring(1));
		ProcessBuilder process = new ProcessBuilder(command).redirectInput(script.toFile());
		process.environment().put("MYSQL_PWD", database.password());
		return run(process);
	}

	private static String sqlite(Path script, TestDatabase database) throws IOException {
		String file = URI.create(database.databaseUrl()).getPath().substring(1);
		return run(new ProcessBuilder("sqlite3", file).redirectInput(script.toFile()));
	}

	/**
	 * In another encoding than that of the script, as the environment of an operator may
	 * have it.
	 */
	private static String psql(Path script, TestDatabase database) throws IOException {
		ProcessBuilder process = new ProcessBuilder("psql", "--no-psqlrc", "--quiet", "--file=" + script,
				database.databaseUrl());
		process.environment().put("PGCLIENTENCODING", "LATIN1");
		process.environment().put("PGOPTIONS", "-c client_min_messages=warning");
		return run(process);
	}

	private static String run(ProcessBuilder builder) throws IOException {
		Path output = Files.createTempFile("script", ".out");
		output.toFile().deleteOnExit();
		Process process = builder.redirectErrorStream(true).redirectOutput(output.toFile()).start();
		try {
			int code = process.waitFor();
			String said = Files.readString(output).strip();
			if ((code == 0) != said.isEmpty()) {
				throw new IllegalStateException("The client ended with " + code + " and said: " + said);
			}
			return said;
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/**
	 * Run a script statement by statement, on a connection as an application has it.
	 * @param script the script
	 * @param database the database
	 * @return what the driver said of an error; empty if there was none
	 */
	public static String overJdbc(MigrationScript script, TestDatabase database) {
		try (Connection connection = database.connect(); Statement statement = connection.createStatement()) {
			statement.setEscapeProcessing(false);
			for (String sql : script.statements()) {
				statement.execute(sql);
			}
			return "";
		}
		catch (SQLException ex) {
			return String.valueOf(ex.getMessage());
		}
	}

}
