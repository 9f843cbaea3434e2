package dev.migration;

import java.util.List;

/**
 * The SQL of a plan, written and not run.
 *
 * @param plan what it does; of the creation of the version table a plan without steps
 * @param dialect the id of the dialect that it is for
 * @param statements the statements, for a connection in auto-commit; those that begin and
 * end the transactions are among them
 * @param text the script for the command line client of the database, with comments;
 * always the same for the same revisions
 */
public record MigrationScript(MigrationPlan plan, String dialect, List<String> statements, String text) {

	public MigrationScript {
		statements = List.copyOf(statements);
	}

	/**
	 * Return whether there is nothing to do.
	 * @return {@code true} if the text is a comment only
	 */
	public boolean isEmpty() {
		return this.statements.isEmpty();
	}

}
