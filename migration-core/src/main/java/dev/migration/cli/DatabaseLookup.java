package dev.migration.cli;

import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

import dev.migration.MigrationException;
import dev.migration.Migrator;
import dev.migration.Migrators;

/**
 * Finds the database of a command. What is wrong with the configuration of a database is
 * not for the command line to explain, so it is kept for who runs it.
 */
final class DatabaseLookup {

	private final Supplier<Migrators> databases;

	private @Nullable RuntimeException failure;

	DatabaseLookup(Supplier<Migrators> databases) {
		this.databases = databases;
	}

	/**
	 * Find a database.
	 * @param name its name, or {@code null} for the only or primary one
	 * @return its migrator
	 */
	Migrator find(@Nullable String name) {
		Migrators migrators = databases();
		try {
			return (name != null) ? migrators.get(name) : migrators.primary();
		}
		catch (MigrationException ex) {
			throw ex;
		}
		catch (RuntimeException ex) {
			this.failure = ex;
			throw ex;
		}
	}

	private Migrators databases() {
		try {
			return this.databases.get();
		}
		catch (RuntimeException ex) {
			this.failure = ex;
			throw ex;
		}
	}

	boolean isFailure(Exception ex) {
		return ex == this.failure;
	}

	void rethrowFailure() {
		if (this.failure != null) {
			throw this.failure;
		}
	}

}
