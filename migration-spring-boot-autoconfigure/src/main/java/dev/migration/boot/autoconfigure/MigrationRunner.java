package dev.migration.boot.autoconfigure;

import java.util.List;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.InitializingBean;

import dev.migration.Direction;
import dev.migration.DriftFoundException;
import dev.migration.MigrationException;
import dev.migration.MigrationPlan;
import dev.migration.MigrationRequest;
import dev.migration.MigrationResult;
import dev.migration.Migrator;
import dev.migration.NamedDatabaseException;
import dev.migration.PendingRevisionsException;
import dev.migration.SchemaDifference;
import dev.migration.boot.autoconfigure.MigrationProperties.OnStartup;

/**
 * Brings the database to the target while the context starts. What uses the database
 * depends on this bean, so that it finds the schema it expects.
 */
public class MigrationRunner implements InitializingBean {

	private static final Log logger = LogFactory.getLog(MigrationRunner.class);

	private final Migrator migrator;

	private final OnStartup onStartup;

	private final String target;

	private final @Nullable String database;

	/**
	 * Create a new runner.
	 * @param migrator the migrator of the database
	 * @param onStartup what to do
	 * @param target the target, in the identifier language
	 */
	public MigrationRunner(Migrator migrator, OnStartup onStartup, String target) {
		this(migrator, onStartup, target, null);
	}

	/**
	 * Create a new runner for one of several databases.
	 * @param migrator the migrator of the database
	 * @param onStartup what to do
	 * @param target the target, in the identifier language
	 * @param database the name of the database, for the log and the errors, or
	 * {@code null} if it is the only one
	 */
	public MigrationRunner(Migrator migrator, OnStartup onStartup, String target, @Nullable String database) {
		this.migrator = migrator;
		this.onStartup = onStartup;
		this.target = target;
		this.database = database;
	}

	@Override
	public void afterPropertiesSet() {
		try {
			run();
		}
		catch (MigrationException ex) {
			throw (this.database != null) ? new NamedDatabaseException(this.database, ex) : ex;
		}
	}

	private void run() {
		switch (this.onStartup) {
			case UPGRADE -> upgrade();
			case VALIDATE -> validate();
			case VALIDATE_SCHEMA -> {
				validate();
				validateSchema();
			}
			case NONE -> log("Revisions are not applied at start-up, as 'migration.on-startup' is 'none'");
		}
	}

	private void upgrade() {
		MigrationResult result = this.migrator.upgrade(this.target);
		String place = result.database() + " is at " + describe(result.to());
		log(result.steps().isEmpty() ? place + ", nothing to do"
				: place + ", revisions applied: " + result.steps().size());
	}

	private void validate() {
		MigrationPlan plan = this.migrator.plan(Direction.UPGRADE, MigrationRequest.to(this.target));
		if (!plan.steps().isEmpty()) {
			throw new PendingRevisionsException(plan);
		}
		log("The database is at " + describe(plan.from()) + ", as '" + this.target + "' asks");
	}

	private void validateSchema() {
		List<SchemaDifference> drift = this.migrator.drift();
		if (!drift.isEmpty()) {
			throw new DriftFoundException(drift);
		}
		log("The schema is what the entities ask for");
	}

	private void log(String message) {
		logger.info((this.database != null) ? "Database '" + this.database + "': " + message : message);
	}

	private static String describe(List<String> versions) {
		return versions.isEmpty() ? "base" : String.join(", ", versions);
	}

}
