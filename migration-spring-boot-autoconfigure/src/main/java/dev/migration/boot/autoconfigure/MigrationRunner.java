package dev.migration.boot.autoconfigure;

import dev.migration.MigrationException;
import dev.migration.Migrator;
import dev.migration.NamedDatabaseException;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.InitializingBean;

/**
 * Brings the database to where it should be while the context starts. What uses the
 * database depends on this bean, so that it finds the schema it expects.
 */
public class MigrationRunner implements InitializingBean {

	private final Migrator migrator;

	private final MigrationStrategy strategy;

	private final @Nullable String database;

	/**
	 * Create a new runner.
	 * @param migrator the migrator of the database
	 * @param strategy what to do
	 */
	public MigrationRunner(Migrator migrator, MigrationStrategy strategy) {
		this(migrator, strategy, null);
	}

	/**
	 * Create a new runner for one of several databases.
	 * @param migrator the migrator of the database
	 * @param strategy what to do
	 * @param database the name of the database, for the errors, or {@code null} if it is
	 * the only one
	 */
	public MigrationRunner(Migrator migrator, MigrationStrategy strategy, @Nullable String database) {
		this.migrator = migrator;
		this.strategy = strategy;
		this.database = database;
	}

	@Override
	public void afterPropertiesSet() {
		try {
			migrate();
		}
		catch (MigrationException ex) {
			throw (this.database != null) ? new NamedDatabaseException(this.database, ex) : ex;
		}
	}

	private void migrate() {
		try {
			this.strategy.migrate(this.migrator);
		}
		catch (MigrationException ex) {
			throw ex;
		}
		catch (RuntimeException ex) {
			// What we did not expect ourselves needs its stack trace.
			throw (this.strategy instanceof OnStartupStrategy) ? ex
					: ParticipantFailedException.failed(this.strategy, ex);
		}
	}

}
