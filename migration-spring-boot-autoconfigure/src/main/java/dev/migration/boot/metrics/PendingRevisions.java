package dev.migration.boot.metrics;

import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

import dev.migration.DatabasePosition;

/**
 * How many revisions each database lacks. A database is asked when its number is wanted
 * and the last one is too old, by one thread at a time: the others get the last number
 * meanwhile, as a scrape must not wait for a database that is slow or away.
 */
class PendingRevisions {

	private static final Log logger = LogFactory.getLog(PendingRevisions.class);

	private final Map<String, Count> counts = new ConcurrentHashMap<>();

	private final long timeToLive;

	private final LongSupplier clock;

	/**
	 * Create a new cache.
	 * @param timeToLive how long a number counts
	 * @param clock the time in nanoseconds
	 */
	PendingRevisions(Duration timeToLive, LongSupplier clock) {
		this.timeToLive = timeToLive.toNanos();
		this.clock = clock;
	}

	/**
	 * Return how many revisions a database lacks. Never fails.
	 * @param database the name of the database
	 * @param position asks it
	 * @return the number, or NaN if it is not known
	 */
	double count(String database, Supplier<DatabasePosition> position) {
		return this.counts.computeIfAbsent(database, (name) -> new Count()).get(database, position);
	}

	/**
	 * Ask a database the next time, as it may be elsewhere now.
	 * @param database the name of the database
	 */
	void forget(String database) {
		Count count = this.counts.get(database);
		if (count != null) {
			count.forget();
		}
	}

	/**
	 * The number of one database.
	 */
	private final class Count {

		private final AtomicBoolean reading = new AtomicBoolean();

		private volatile double number = Double.NaN;

		private volatile long readAt;

		private volatile boolean stale = true;

		double get(String database, Supplier<DatabasePosition> position) {
			if (isTooOld() && this.reading.compareAndSet(false, true)) {
				try {
					// A run that ends while the database is read makes it stale again.
					this.stale = false;
					this.number = read(database, position);
					this.readAt = PendingRevisions.this.clock.getAsLong();
				}
				finally {
					this.reading.set(false);
				}
			}
			return this.number;
		}

		private boolean isTooOld() {
			return this.stale
					|| PendingRevisions.this.clock.getAsLong() - this.readAt >= PendingRevisions.this.timeToLive;
		}

		void forget() {
			this.stale = true;
		}

		private double read(String database, Supplier<DatabasePosition> position) {
			try {
				DatabasePosition known = position.get();
				return known.unknown().isEmpty() ? missing(known).size() : Double.NaN;
			}
			catch (RuntimeException ex) {
				logger.debug("The pending revisions of '" + database + "' are not known", ex);
				return Double.NaN;
			}
		}

		/**
		 * What is half taken back has its version row, and is not there any more.
		 */
		private static Set<String> missing(DatabasePosition position) {
			Set<String> missing = new HashSet<>(position.pending());
			position.halfDone().forEach((step) -> missing.add(step.revision()));
			return missing;
		}

	}

}
