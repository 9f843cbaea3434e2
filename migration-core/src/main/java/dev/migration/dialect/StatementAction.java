package dev.migration.dialect;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/**
 * How a statement is run where that takes more than to send its text: in portions, with
 * settings around it, or with a look at what it finds.
 */
@FunctionalInterface
public interface StatementAction {

	/**
	 * Run the statement.
	 * @param connection the connection of the step; it must not be closed
	 * @throws SQLException if the database refuses
	 * @throws dev.migration.MigrationException if what it finds is an error
	 */
	void run(Connection connection) throws SQLException;

	/**
	 * Return the statements that do the same where no action can run: in a script, and in
	 * what the history table keeps.
	 * @return the statements, each without an action; none if only a run can do it, as
	 * with most checks
	 */
	default List<SqlStatement> inScript() {
		return List.of();
	}

}
