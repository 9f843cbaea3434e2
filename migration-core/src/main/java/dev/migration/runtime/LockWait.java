package dev.migration.runtime;

import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

import dev.migration.LockTimeoutException;
import dev.migration.dialect.RunLock;

/**
 * Polls for what another process may hold, and says who holds it.
 */
final class LockWait {

	private static final Log logger = LogFactory.getLog(LockWait.class);

	private static final Duration FIRST_PAUSE = Duration.ofMillis(25);

	private static final Duration LONGEST_PAUSE = Duration.ofSeconds(1);

	private static final Duration BETWEEN_LOGS = Duration.ofSeconds(10);

	private final RunLock lock;

	private final Duration timeout;

	private final Supplier<String> holder;

	LockWait(RunLock lock, Duration timeout, Supplier<String> holder) {
		this.lock = lock;
		this.timeout = timeout;
		this.holder = holder;
	}

	/**
	 * Call until it succeeds.
	 * @param attempt what to try; {@code false} or a {@linkplain RunLock#isBusy busy}
	 * error means to try again
	 * @throws LockTimeoutException if the time is over
	 * @throws SQLException if an attempt fails for another reason
	 */
	void until(Attempt attempt) throws SQLException {
		long start = System.nanoTime();
		long nextLog = 0;
		long pause = FIRST_PAUSE.toMillis();
		while (!succeeds(attempt)) {
			Duration waited = Duration.ofNanos(System.nanoTime() - start);
			if (waited.compareTo(this.timeout) >= 0) {
				throw new LockTimeoutException(waited, this.holder.get());
			}
			if (waited.toMillis() >= nextLog) {
				logger.info("Waiting for the migration lock, held by " + this.holder.get());
				nextLog = waited.plus(BETWEEN_LOGS).toMillis();
			}
			sleep(pause / 2 + ThreadLocalRandom.current().nextLong(pause), waited);
			pause = Math.min(pause * 2, LONGEST_PAUSE.toMillis());
		}
	}

	private boolean succeeds(Attempt attempt) throws SQLException {
		try {
			return attempt.run();
		}
		catch (SQLException ex) {
			if (this.lock.isBusy(ex)) {
				return false;
			}
			throw ex;
		}
	}

	private void sleep(long millis, Duration waited) {
		try {
			Thread.sleep(millis);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new LockTimeoutException(waited, this.holder.get());
		}
	}

	/**
	 * Something that may succeed later.
	 */
	interface Attempt {

		boolean run() throws SQLException;

	}

}
