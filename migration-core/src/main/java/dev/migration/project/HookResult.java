package dev.migration.project;

import java.util.List;

/**
 * How a command on a new file ended.
 *
 * @param command the program and its arguments
 * @param exitCode its exit code
 */
public record HookResult(List<String> command, int exitCode) {

	public HookResult {
		command = List.copyOf(command);
	}

	/**
	 * Return whether it failed.
	 * @return whether its exit code says so
	 */
	public boolean failed() {
		return this.exitCode != 0;
	}

	/**
	 * Return how it ended, for people.
	 * @return a sentence
	 */
	public String describe() {
		return "The post-write hook [" + String.join(" ", this.command) + "] ended with exit code " + this.exitCode;
	}

}
