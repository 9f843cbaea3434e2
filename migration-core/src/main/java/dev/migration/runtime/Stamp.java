package dev.migration.runtime;

import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.TreeSet;

import dev.migration.Direction;
import dev.migration.ExecutedStep;
import dev.migration.MigrationPlan;

/**
 * Sets the version rows inside the transaction that its caller holds, and leaves a
 * history row.
 */
final class Stamp {

	private final Session session;

	private final Executor executor;

	Stamp(Session session, Executor executor) {
		this.session = session;
		this.executor = executor;
	}

	/**
	 * Set the version rows.
	 * @param plan what they are and shall be
	 * @param purge whether all go first, also those that nobody knows or that are there
	 * twice
	 * @return the row that the history table got
	 */
	ExecutedStep apply(MigrationPlan plan, boolean purge) throws SQLException {
		TreeSet<String> removed = new TreeSet<>(plan.from());
		TreeSet<String> added = new TreeSet<>(plan.to());
		if (purge) {
			this.session.versionTable().purge(this.session.connection());
			removed.clear();
		}
		else {
			removed.removeAll(plan.to());
			added.removeAll(plan.from());
		}
		this.session.versionTable().replace(this.session.connection(), List.copyOf(removed), List.copyOf(added));
		Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
		ExecutedStep done = executed(plan, now, this.executor);
		this.session.historyTable().add(this.session.connection(), done, List.of(), null);
		return done;
	}

	/**
	 * Return the row of a stamp.
	 */
	static ExecutedStep executed(MigrationPlan plan, Instant now, Executor executor) {
		return new ExecutedStep(String.join(",", plan.to()), plan.from(), "", Direction.STAMP,
				ExecutedStep.Status.SUCCEEDED, null, 0, 0, now, now, executor.name(), executor.host(), null,
				executor.reason());
	}

}
