package dev.migration.test;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

/**
 * A line with {@code curl} as it stands in a document, for an application on
 * {@code localhost:8080}.
 *
 * @param command the line
 */
public record CurlLine(String command) {

	/**
	 * Run it as a person would, in a shell. The test is skipped where there is no
	 * {@code curl}.
	 * @param port where the application listens in truth
	 * @return the answer
	 * @throws IOException if the shell does not run
	 * @throws InterruptedException if the test is ended
	 */
	public Answer run(int port) throws IOException, InterruptedException {
		assumeTrue(Files.isExecutable(Path.of("/bin/sh")), "there is no shell");
		assumeTrue(new ProcessBuilder("/bin/sh", "-c", "command -v curl").start().waitFor() == 0, "there is no curl");
		String line = this.command.replace("localhost:8080", "127.0.0.1:" + port) + " -s -w ' %{http_code}'";
		Process process = new ProcessBuilder("/bin/sh", "-c", line).redirectErrorStream(true).start();
		String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
		if (!process.waitFor(1, TimeUnit.MINUTES)) {
			throw new IllegalStateException("curl does not end: " + line);
		}
		int space = output.lastIndexOf(' ');
		return new Answer(Integer.parseInt(output.substring(space + 1)), output.substring(0, space));
	}

	/**
	 * What the application answered.
	 *
	 * @param status the HTTP status
	 * @param body the body
	 */
	public record Answer(int status, String body) {
	}

}
