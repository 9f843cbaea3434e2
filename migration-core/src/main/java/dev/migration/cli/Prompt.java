package dev.migration.cli;

import java.io.Console;

import org.jspecify.annotations.Nullable;

/**
 * Asks the person at the terminal.
 */
@FunctionalInterface
public interface Prompt {

	/**
	 * Ask a question.
	 * @param question the question
	 * @return the line that was entered, or {@code null} if the input has ended
	 */
	@Nullable String ask(String question);

	/**
	 * Return a prompt for the terminal of this process.
	 * @return the prompt, or {@code null} if input or output is no terminal
	 */
	static @Nullable Prompt ofTerminal() {
		Console console = System.console();
		return (console != null) ? (question) -> console.readLine("%s ", question) : null;
	}

}
