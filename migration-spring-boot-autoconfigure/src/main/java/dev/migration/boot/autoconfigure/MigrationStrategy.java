package dev.migration.boot.autoconfigure;

import dev.migration.Migrator;

/**
 * Does what is to be done to a database while the application starts, in place of what
 * {@code migration.on-startup} says. With several databases a bean is for all of them,
 * unless it has the name of one as qualifier.
 */
@FunctionalInterface
public interface MigrationStrategy {

	/**
	 * Bring the database to where the application needs it.
	 * @param migrator the migrator of the database
	 */
	void migrate(Migrator migrator);

}
