package dev.migration.cli;

/**
 * A command that can write SQL instead of running it.
 */
interface ScriptCommand {

	/**
	 * Return whether the arguments name the database in such a way that it is not opened.
	 * @return whether the command needs no database
	 */
	boolean isOffline();

}
