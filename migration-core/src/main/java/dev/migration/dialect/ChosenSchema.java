package dev.migration.dialect;

import java.sql.SQLException;

/**
 * A schema that names without one mean on a connection, until this is closed.
 */
@FunctionalInterface
public interface ChosenSchema extends AutoCloseable {

	/**
	 * Let names without a schema mean again what they did before.
	 * @throws SQLException if the database cannot be asked
	 */
	@Override
	void close() throws SQLException;

}
