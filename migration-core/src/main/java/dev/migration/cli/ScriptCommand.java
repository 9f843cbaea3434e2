package dev.migration.cli;

import java.util.Optional;

/**
 * A command that can write SQL instead of running it.
 */
interface ScriptCommand {

	/**
	 * Return the dialect that the arguments name, so that no database is opened.
	 * @return the dialect, or nothing if the command needs the database
	 */
	Optional<String> offlineDialect();

}
