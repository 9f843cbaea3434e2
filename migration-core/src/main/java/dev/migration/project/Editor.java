package dev.migration.project;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * The editor of the user.
 */
public final class Editor {

	private final Map<String, String> environment;

	/**
	 * Use the editor that the environment names: {@code VISUAL}, else {@code EDITOR}.
	 * @param environment the environment
	 */
	public Editor(Map<String, String> environment) {
		this.environment = Map.copyOf(environment);
	}

	/**
	 * Open files, and wait for the editor to end.
	 * @param files the files
	 * @return whether there is an editor; without one nothing happens
	 * @throws ProgramException if it cannot be run, or says that it failed
	 */
	public boolean open(List<Path> files) {
		Optional<String> editor = Stream.of("VISUAL", "EDITOR")
			.map((name) -> this.environment.getOrDefault(name, ""))
			.filter((value) -> !value.isBlank())
			.findFirst();
		editor.ifPresent((value) -> run(value, files));
		return editor.isPresent();
	}

	private static void run(String editor, List<Path> files) {
		List<String> command = new ArrayList<>(ShellWords.split(editor));
		files.forEach((file) -> command.add(file.toString()));
		int exitCode;
		try {
			exitCode = new ProcessBuilder(command).inheritIO().start().waitFor();
		}
		catch (IOException ex) {
			throw failed(editor, ex.getMessage(), ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw failed(editor, "it was interrupted", ex);
		}
		if (exitCode != 0) {
			throw failed(editor, "it ended with exit code " + exitCode, null);
		}
	}

	private static ProgramException failed(String editor, @Nullable String why, @Nullable Exception cause) {
		return new ProgramException("The editor [" + editor + "] failed: " + why,
				"Set VISUAL or EDITOR to a program that can be run.", cause);
	}

}
