package dev.migration;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/**
 * Finds the drift between what the application asks of a schema and what a database has.
 */
public interface DriftDetector {

	/**
	 * Compare. Only reads.
	 * @param connection a connection to the database, in auto-commit
	 * @return the drift, a sentence for each difference; none if there is none
	 * @throws SQLException if the database cannot be read
	 */
	List<String> detect(Connection connection) throws SQLException;

}
