package dev.migration;

import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

/**
 * The databases of an application, by name.
 */
public interface Migrators {

	/**
	 * Return the names of the databases.
	 * @return the names in their order, the primary first if there is one
	 */
	List<String> names();

	/**
	 * Return the migrator of a database. Touches no other database.
	 * @param name the name of the database
	 * @return the migrator
	 * @throws UnknownDatabaseException if there is no database of this name
	 */
	Migrator get(String name);

	/**
	 * Return the migrator of the database that is meant when none is named: the only one
	 * or the primary. Touches no other database.
	 * @return the migrator
	 * @throws UnknownDatabaseException if there are several and none is primary
	 */
	Migrator primary();

	/**
	 * Return a single database.
	 * @param name its name
	 * @param migrator its migrator
	 * @return the database
	 */
	static Migrators of(String name, Migrator migrator) {
		return of(Map.of(name, () -> migrator), name);
	}

	/**
	 * Return several databases.
	 * @param databases the migrators by name, in this order; each is only asked for when
	 * its database is, and then each time
	 * @param primary the name of the primary or {@code null}
	 * @return the databases
	 * @throws IllegalArgumentException if there is none, or the primary is not among them
	 */
	static Migrators of(Map<String, Supplier<Migrator>> databases, @Nullable String primary) {
		return new NamedMigrators(databases, primary);
	}

}
