package dev.migration.boot.health;

import java.util.function.Supplier;

import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;

import dev.migration.DatabasePosition;
import dev.migration.MigrationException;
import dev.migration.Migrator;

/**
 * {@link HealthIndicator} for where a database stands. Asks its version table and nothing
 * else, takes no lock and waits for no run. A database that is ahead is up: in a rolling
 * deployment that is what the instances of the older version see.
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
		else if (!position.pending().isEmpty()) {
			builder.status(this.pendingStatus).withDetail("state", "pending");
		}
		else {
			builder.up().withDetail("state", position.ahead().isEmpty() ? "up-to-date" : "ahead");
		}
		if (!position.ahead().isEmpty()) {
			builder.withDetail("ahead", position.ahead());
		}
	}

}
