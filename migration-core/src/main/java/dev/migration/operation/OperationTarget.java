package dev.migration.operation;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What takes the operations of a revision: runs them, or only renders them.
 */
public interface OperationTarget {

	/**
	 * Return the database.
	 * @return the id of the dialect
	 */
	String dialect();

	/**
	 * Take an operation, when its method is called.
	 * @param operation the operation
	 */
	void accept(Operation operation);

	/**
	 * Take operations that are not meant to be in the transaction of the step.
	 * @param block calls {@link #accept}; it may call this method again
	 */
	void autocommit(Runnable block);

	/**
	 * Return a value as it stands in SQL.
	 * @param value the value
	 * @return the literal
	 */
	String literal(@Nullable Object value);

	/**
	 * Return an identifier as it stands in SQL.
	 * @param identifier the identifier
	 * @return the identifier, quoted where it needs to be
	 */
	String quote(String identifier);

	/**
	 * Return a client on the connection of the step.
	 * @return the client
	 * @throws dev.migration.MigrationException if there is no database
	 */
	JdbcClient jdbc();

}
