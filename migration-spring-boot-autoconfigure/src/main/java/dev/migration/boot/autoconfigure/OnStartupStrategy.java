package dev.migration.boot.autoconfigure;

import java.util.List;

import dev.migration.Direction;
import dev.migration.DriftFoundException;
import dev.migration.MigrationPlan;
import dev.migration.MigrationRequest;
import dev.migration.MigrationResult;
import dev.migration.Migrator;
import dev.migration.PendingRevisionsException;
import dev.migration.SchemaDifference;
import dev.migration.boot.autoconfigure.MigrationProperties.OnStartup;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

/**
 * Does what the properties say.
 *
 * @param onStartup what to do
 * @param target the target, in the identifier language
 * @param locations where revisions must be, or none if there need not be any
 * @param database the name of the database, for the log, or {@code null} if it is the
 * only one
 */
record OnStartupStrategy(OnStartup onStartup, String target, List<String> locations,
		@Nullable String database) implements MigrationStrategy {

	private static final Log logger = LogFactory.getLog(MigrationRunner.class);

	@Override
	public void migrate(Migrator migrator) {
		if (this.onStartup != OnStartup.NONE && !this.locations.isEmpty() && migrator.directory().heads().isEmpty()) {
			throw new MissingRevisionsException(this.locations, this.database);
		}
		switch (this.onStartup) {
			case UPGRADE -> upgrade(migrator);
			case VALIDATE -> validate(migrator);
			case VALIDATE_SCHEMA -> {
				validate(migrator);
				validateSchema(migrator);
			}
			case NONE -> log("Revisions are not applied at start-up, as 'migration.on-startup' is 'none'");
		}
	}

	private void upgrade(Migrator migrator) {
		MigrationResult result = migrator.upgrade(this.target);
		String place = result.database() + " is at " + describe(result.to());
		long applied = result.steps().stream().filter((step) -> step.direction() == Direction.UPGRADE).count();
		log(result.steps().isEmpty() ? place + ", nothing to do" : place + ", revisions applied: " + applied);
	}

	private void validate(Migrator migrator) {
		MigrationPlan plan = migrator.plan(Direction.UPGRADE, MigrationRequest.to(this.target));
		if (!plan.isEmpty()) {
			throw new PendingRevisionsException(plan);
		}
		log("The database is at " + describe(plan.from()) + ", as '" + this.target + "' asks");
	}

	private void validateSchema(Migrator migrator) {
		List<SchemaDifference> drift = migrator.drift();
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
