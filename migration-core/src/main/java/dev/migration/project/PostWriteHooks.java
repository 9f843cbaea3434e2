package dev.migration.project;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Runs the commands of a project on a file that was written, such as a formatter.
 */
final class PostWriteHooks {

	private static final String FILE = "{{file}}";

	private final ProjectSettings settings;

	private final Consumer<String> output;

	PostWriteHooks(ProjectSettings settings, Consumer<String> output) {
		this.settings = settings;
		this.output = output;
	}

	/**
	 * Run all of them, also after one that failed: the file stays anyway.
	 * @param file the file
	 * @return how each one ended
	 * @throws ProgramException if a program is not found
	 */
	List<HookResult> run(Path file) {
		List<HookResult> results = new ArrayList<>();
		for (List<String> hook : this.settings.postWriteHooks()) {
			List<String> command = command(hook, file.toString());
			results.add(new HookResult(command, run(command, file)));
		}
		return results;
	}

	private static List<String> command(List<String> hook, String file) {
		List<String> command = new ArrayList<>(hook);
		if (hook.stream().noneMatch((word) -> word.contains(FILE))) {
			command.add(FILE);
		}
		command.replaceAll((word) -> word.replace(FILE, file));
		return command;
	}

	private int run(List<String> command, Path file) {
		Process process = start(command, file);
		try (BufferedReader reader = process.inputReader()) {
			process.getOutputStream().close();
			reader.lines().forEach(this.output);
			return process.waitFor();
		}
		catch (IOException | UncheckedIOException ex) {
			throw failed(command, file, ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			process.destroy();
			throw failed(command, file, ex);
		}
	}

	private Process start(List<String> command, Path file) {
		List<String> resolved = new ArrayList<>(command);
		Path own = this.settings.baseDirectory().resolve(command.get(0));
		if (command.get(0).indexOf('/') >= 0 && Files.exists(own)) {
			// Whether a relative program is looked for in the new working directory
			// depends on the operating system.
			resolved.set(0, own.toString());
		}
		try {
			return new ProcessBuilder(resolved).directory(this.settings.baseDirectory().toFile())
				.redirectErrorStream(true)
				.start();
		}
		catch (IOException ex) {
			throw failed(command, file, ex);
		}
	}

	private ProgramException failed(List<String> command, Path file, Exception cause) {
		return new ProgramException(
				"The file " + this.settings.display(file) + " was written, but the post-write hook ["
						+ String.join(" ", command) + "] cannot be run: " + cause.getMessage(),
				"Correct the command, and run it by hand on the file.", cause);
	}

}
