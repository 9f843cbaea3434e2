package dev.migration.boot.metrics;

import java.time.Duration;
import java.util.function.Supplier;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.jspecify.annotations.Nullable;

import dev.migration.Direction;
import dev.migration.ExecutedStep;
import dev.migration.MigrationListener;
import dev.migration.MigrationPlan;
import dev.migration.MigrationResult;
import dev.migration.MigrationStep;
import dev.migration.Migrators;
import dev.migration.RunListener;
import dev.migration.RunStart;
import dev.migration.boot.env.DatabaseNames;

/**
 * Meters for the runs and for the revisions that are pending. It listens without a
 * registry, as the first runs are over before there is one, and replays to each registry
 * what it has heard until then.
 * <p>
 * The meters are {@code migration.runs}, a counter with the tags {@code database},
 * {@code direction} and {@code outcome}; {@code migration.step}, a timer with the same
 * tags; {@code migration.lock.wait}, a timer with the tags {@code database} and
 * {@code outcome}; and {@code migration.revisions.pending}, a gauge with the tag
 * {@code database}.
 */
public class MigrationMetrics implements MeterBinder, MigrationListener {

	private static final String SUCCESS = "SUCCESS";

	private static final String ERROR = "ERROR";

	private final Supplier<@Nullable Migrators> migrators;

	private final PendingRevisions pending;

	private final RecordedMeters recorded = new RecordedMeters();

	/**
	 * Create new meters.
	 * @param migrators gives the databases whose pending revisions are counted; not asked
	 * before there is a registry
	 * @param timeToLive how long the number of pending revisions counts before a database
	 * is asked again
	 */
	public MigrationMetrics(Supplier<@Nullable Migrators> migrators, Duration timeToLive) {
		this.migrators = migrators;
		this.pending = new PendingRevisions(timeToLive, System::nanoTime);
	}

	@Override
	public void bindTo(MeterRegistry registry) {
		this.recorded.replayTo(registry);
		Migrators databases = this.migrators.get();
		if (databases != null) {
			databases.names().forEach((name) -> bindPending(databases, name, registry));
		}
	}

	private void bindPending(Migrators databases, String name, MeterRegistry registry) {
		Gauge
			.builder("migration.revisions.pending", this.pending,
					(all) -> all.count(name, () -> databases.get(name).position()))
			.description("Revisions of the application that are not applied")
			.tag("database", name)
			.register(registry);
	}

	@Override
	public RunListener runStarted(RunStart start) {
		return new MeteredRun(DatabaseNames.orSingle(start.name()), start.direction());
	}

	/**
	 * Counts and times one run.
	 */
	private final class MeteredRun implements RunListener {

		private final String database;

		private final Direction direction;

		private boolean foundWork;

		private long stepStarted;

		MeteredRun(String database, Direction direction) {
			this.database = database;
			this.direction = direction;
		}

		@Override
		public void workFound(MigrationPlan plan) {
			this.foundWork = true;
		}

		@Override
		public void lockWaited(Duration waited, boolean obtained) {
			Tags tags = Tags.of("database", this.database, "outcome", (obtained) ? SUCCESS : ERROR);
			MigrationMetrics.this.recorded.add((registry) -> Timer.builder("migration.lock.wait")
				.description("Waits for the migration lock")
				.tags(tags)
				.register(registry)
				.record(waited));
		}

		@Override
		public void stepStarted(MigrationStep step) {
			this.stepStarted = System.nanoTime();
		}

		@Override
		public void stepFinished(MigrationStep step, ExecutedStep done) {
			recordStep(SUCCESS);
		}

		@Override
		public void stepFailed(MigrationStep step, Throwable failure) {
			recordStep(ERROR);
		}

		private void recordStep(String outcome) {
			Duration duration = Duration.ofNanos(System.nanoTime() - this.stepStarted);
			Tags tags = tags(outcome);
			MigrationMetrics.this.recorded.add((registry) -> Timer.builder("migration.step")
				.description("Executed steps, each with its transaction")
				.tags(tags)
				.register(registry)
				.record(duration));
		}

		@Override
		public void runFinished(MigrationResult result) {
			countRun((this.foundWork) ? SUCCESS : "NOTHING_TO_DO");
		}

		@Override
		public void runFailed(Throwable failure) {
			countRun(ERROR);
		}

		private void countRun(String outcome) {
			Tags tags = tags(outcome);
			MigrationMetrics.this.recorded.add((registry) -> Counter.builder("migration.runs")
				.description("Runs by their outcome")
				.tags(tags)
				.register(registry)
				.increment());
			MigrationMetrics.this.pending.forget(this.database);
		}

		private Tags tags(String outcome) {
			return Tags.of("database", this.database, "direction", this.direction.toString(), "outcome", outcome);
		}

	}

}
