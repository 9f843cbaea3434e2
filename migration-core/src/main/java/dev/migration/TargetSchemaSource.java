package dev.migration;

import dev.migration.schema.TargetSchema;

/**
 * Says what the schema should be: what {@code revision --autogenerate} and {@code check}
 * compare the database with. With JPA it is there by itself.
 */
@FunctionalInterface
public interface TargetSchemaSource {

	/**
	 * Return the schema that the application asks for.
	 * @param product the database that it asks
	 * @return the schema, in types that mean the same on every database where that is
	 * possible
	 * @throws MigrationException if it cannot be read
	 */
	TargetSchema read(DatabaseProduct product);

}
