package dev.migration;

/**
 * An SQL script holds what cannot be run as part of a revision.
 */
public final class InvalidScriptException extends MigrationException {

	/**
	 * Create a new error.
	 * @param location where the script is
	 * @param line the line, from 1
	 * @param problem what is wrong
	 * @param action what to do next
	 */
	public InvalidScriptException(String location, int line, String problem, String action) {
		super(location + ", line " + line + ": " + problem, action, null);
	}

}
