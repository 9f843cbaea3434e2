package dev.migration;

/**
 * A rename that was stated names something that is not there.
 */
public final class InvalidRenameException extends MigrationException {

	/**
	 * Create a new error.
	 * @param rename the rename as it was stated
	 * @param reason what is wrong with it
	 */
	public InvalidRenameException(String rename, String reason) {
		super("The rename '" + rename + "' cannot be: " + reason,
				"Write table:new_name or table.column:new_name, with the old name as the database has it and the new "
						+ "one as the entities have it.",
				null);
	}

}
