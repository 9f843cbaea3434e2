package dev.migration.boot.autoconfigure;

import javax.sql.DataSource;

import dev.migration.TargetSchemaSource;

/**
 * Says what the schema of each of several databases should be. With JPA it is there by
 * itself.
 */
@FunctionalInterface
public interface TargetSchemaSources {

	/**
	 * Return what says the schema of a database.
	 * @param dataSource the database
	 * @return the source, which asks for no connection
	 */
	TargetSchemaSource of(DataSource dataSource);

}
