package dev.migration.boot.health;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;

import dev.migration.DatabasePosition;
import dev.migration.ExecutedStep;
import dev.migration.MigrationException;
import dev.migration.Migrator;

/**
 * {@link HealthIndicator} for where a database stands. Asks its version table and the
 * last row of its history, takes no lock and waits for no run. A database that is ahead
 * is up: in a rolling deployment that is what the instances of the older version see.
 */
public class MigrationsHealthIndicator extends AbstractHealthIndicator {

	private final Supplier<Migrator> migrator;

	private final Status pendingStatus;

	/**
	 * Create a new indicator.
	 * @param migrator gives the migrator of the database, when its health is asked for
	 * @param pendingStatus the status of a database that lacks revisions
	 */
	public MigrationsHealthIndicator(Supplier<Migrator> migrator, Status pendingStatus) {
		super("The revisions of the database could not be read");
		this.migrator = migrator;
		this.pendingStatus = pendingStatus;
	}

	@Override
	protected void doHealthCheck(Health.Builder builder) {
		try {
			describe(this.migrator.get().position(), builder);
		}
		catch (MigrationException ex) {
			// Not as an exception, whose cause is the driver's and may say too much.
			builder.down().withDetail("error", ex.getDescription()).withDetail("action", ex.getAction());
		}
	}

	private void describe(DatabasePosition position, Health.Builder builder) {
		builder.withDetail("database", position.database())
			.withDetail("current", position.current())
			.withDetail("heads", position.heads())
			.withDetail("pending", position.pending().size());
		if (!position.unknown().isEmpty()) {
			builder.down()
				.withDetail("state", "unknown")
				.withDetail("error", "The version table names revisions that nobody knows: " + position.unknown());
		}
		else if (!position.halfDone().isEmpty()) {
			builder.status(halfDoneStatus(position)).withDetail("state", "half-done");
		}
		else if (!position.pending().isEmpty()) {
			builder.status(this.pendingStatus).withDetail("state", "pending");
		}
		else {
			builder.up().withDetail("state", position.ahead().isEmpty() ? "up-to-date" : "ahead");
		}
		if (!position.ahead().isEmpty()) {
			builder.withDetail("ahead", position.ahead());
		}
		if (!position.halfDone().isEmpty()) {
			builder.withDetail("halfDone",
					position.halfDone().stream().map(MigrationsHealthIndicator::describe).toList());
		}
	}

	/**
	 * What is running may be under way: then it is pending, and no more. What has failed
	 * keeps the application from starting, until somebody decides.
	 */
	private Status halfDoneStatus(DatabasePosition position) {
		boolean hasFailed = position.halfDone()
			.stream()
			.anyMatch((step) -> step.status() == ExecutedStep.Status.FAILED);
		return (hasFailed && this.pendingStatus.equals(Status.UP)) ? Status.OUT_OF_SERVICE : this.pendingStatus;
	}

	private static Map<String, Object> describe(ExecutedStep step) {
		Map<String, Object> half = new LinkedHashMap<>();
		half.put("revision", step.revision());
		half.put("direction", step.direction().toString());
		half.put("status", step.status().toString());
		half.put("statementsDone", step.statementsDone());
		return half;
	}

}
