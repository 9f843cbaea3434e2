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
import java.util.stream.Stream;

import dev.migration.MigrationScript;

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
		boolean sqlite = database.jdbcUrl().startsWith("jdbc:sqlite");
		if (Stream.of(System.getenv("PATH").split(File.pathSeparator))
			.noneMatch((folder) -> Files.isExecutable(Path.of(folder, (sqlite) ? "sqlite3" : "psql")))) {
			return overJdbc(script, database);
		}
		try {
			Path file = Files.createTempFile("script", ".sql");
			file.toFile().deleteOnExit();
			Files.writeString(file, script.text());
			return (sqlite) ? sqlite(file, database) : psql(file, database);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
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
