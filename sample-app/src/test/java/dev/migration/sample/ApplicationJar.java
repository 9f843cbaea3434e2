package dev.migration.sample;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;

import org.springframework.util.FileSystemUtils;

/**
 * The built jar, started as a process: what a user runs.
 */
final class ApplicationJar {

	private final Path jar;

	private final Path folder;

	private final String databaseUrl;

	private final List<String> options;

	ApplicationJar(Path folder, String databaseUrl) {
		this(Path.of(System.getProperty("application.jar")).toAbsolutePath(), folder, databaseUrl, List.of());
	}

	private ApplicationJar(Path jar, Path folder, String databaseUrl, List<String> options) {
		this.jar = jar;
		this.folder = folder;
		this.databaseUrl = databaseUrl;
		this.options = options;
	}

	/**
	 * Run with options of the virtual machine.
	 * @param added the options
	 * @return the jar with these options
	 */
	ApplicationJar with(String... added) {
		return new ApplicationJar(this.jar, this.folder, this.databaseUrl, List.of(added));
	}

	/**
	 * Take the jar apart into its layers, and put them into one folder as an image of a
	 * container does.
	 * @param target the folder
	 * @return what runs from there
	 */
	ApplicationJar layeredInto(Path target) throws IOException {
		Path layers = this.folder.resolve("layers");
		Result extraction = with("-Djarmode=tools").run("extract", "--layers", "--destination", layers.toString());
		if (extraction.code() != 0) {
			throw new IllegalStateException(extraction.toString());
		}
		for (String layer : List.of("dependencies", "spring-boot-loader", "snapshot-dependencies", "application")) {
			FileSystemUtils.copyRecursively(layers.resolve(layer), target);
		}
		return new ApplicationJar(target.resolve(this.jar.getFileName()), this.folder, this.databaseUrl, this.options);
	}

	/**
	 * Run a command to its end.
	 * @param arguments the arguments of the jar
	 * @return what it printed, and its exit code
	 */
	Result run(String... arguments) {
		try {
			Path out = Files.createTempFile(this.folder, "out", ".txt");
			Path err = Files.createTempFile(this.folder, "err", ".txt");
			Process process = process(arguments).redirectOutput(out.toFile()).redirectError(err.toFile()).start();
			if (!process.waitFor(120, TimeUnit.SECONDS)) {
				process.destroyForcibly();
				throw new IllegalStateException("The command did not end: " + List.of(arguments));
			}
			return new Result(process.exitValue(), Files.readString(out), Files.readString(err));
		}
		catch (IOException | InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/**
	 * Start the application on a free port and wait until it answers.
	 * @param arguments further arguments
	 * @return the running application
	 */
	Running start(String... arguments) {
		try {
			int port = freePort();
			List<String> all = new ArrayList<>(List.of("--server.port=" + port, "--server.address=127.0.0.1"));
			all.addAll(List.of(arguments));
			Path log = Files.createTempFile(this.folder, "log", ".txt");
			Process process = process(all.toArray(String[]::new)).redirectErrorStream(true)
				.redirectOutput(log.toFile())
				.start();
			Running running = new Running(process, port, log);
			try {
				Awaitility.await().atMost(Duration.ofMinutes(5)).until(running::hasAnsweredOrEnded);
			}
			catch (ConditionTimeoutException ex) {
				process.destroyForcibly();
				throw ex;
			}
			return running;
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private ProcessBuilder process(String... arguments) {
		List<String> command = new ArrayList<>(
				List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:TieredStopAtLevel=1",
						"-XX:+UseSerialGC"));
		command.addAll(this.options);
		command.addAll(List.of("-jar", this.jar.toString()));
		command.addAll(List.of(arguments));
		ProcessBuilder builder = new ProcessBuilder(command).directory(this.folder.toFile());
		builder.environment().put("DATABASE_URL", this.databaseUrl);
		return builder;
	}

	private static int freePort() throws IOException {
		try (ServerSocket socket = new ServerSocket(0)) {
			return socket.getLocalPort();
		}
	}

	/**
	 * How a command ended.
	 *
	 * @param code the exit code
	 * @param out what it printed to standard output
	 * @param err what it printed to standard error
	 */
	record Result(int code, String out, String err) {
	}

	/**
	 * The application while it runs.
	 *
	 * @param process the process
	 * @param port the port it listens on
	 * @param log what it prints
	 */
	record Running(Process process, int port, Path log) implements AutoCloseable {

		boolean hasAnsweredOrEnded() {
			try {
				return !this.process.isAlive() || get("/actuator/health").statusCode() == 200;
			}
			catch (IllegalStateException ex) {
				return false;
			}
		}

		HttpResponse<String> get(String path) {
			return send(HttpRequest.newBuilder(uri(path)));
		}

		HttpResponse<String> post(String path, String body) {
			return send(HttpRequest.newBuilder(uri(path))
				.header("Content-Type", "application/json")
				.POST(HttpRequest.BodyPublishers.ofString(body)));
		}

		String output() {
			try {
				return Files.readString(this.log);
			}
			catch (IOException ex) {
				throw new IllegalStateException(ex);
			}
		}

		private URI uri(String path) {
			return URI.create("http://127.0.0.1:" + this.port + path);
		}

		private static HttpResponse<String> send(HttpRequest.Builder request) {
			try {
				return HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofString());
			}
			catch (IOException | InterruptedException ex) {
				throw new IllegalStateException(ex);
			}
		}

		@Override
		public void close() {
			this.process.destroy();
			this.process.onExit().join();
		}

	}

}
