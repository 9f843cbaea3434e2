package dev.migration.script;

import java.util.List;

import dev.migration.Migration;
import dev.migration.RevisionHeader;

/**
 * A revision as it was found: its header, and its body for when its step runs.
 */
public interface RevisionScript {

	/**
	 * Return what is known without loading the body.
	 * @return the header
	 */
	RevisionHeader header();

	/**
	 * Return whether there is a way back. May load the class.
	 * @param dialect the id of the dialect of the database
	 * @return whether the revision has a downgrade
	 */
	boolean isReversible(String dialect);

	/**
	 * Return the values that the body cannot do without, so that they are asked for
	 * before anything runs.
	 * @return the arguments
	 */
	default List<RequiredArgument> requiredArguments() {
		return List.of();
	}

	/**
	 * Load the body.
	 * @return the body
	 * @throws dev.migration.MigrationException if it cannot be loaded
	 */
	Migration load();

}
