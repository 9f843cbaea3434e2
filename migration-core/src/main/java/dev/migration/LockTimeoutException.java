package dev.migration;

import java.time.Duration;

/**
 * Another process runs revisions on the same database, and goes on for too long.
 */
public final class LockTimeoutException extends MigrationException {

	/**
	 * Create a new error.
	 * @param waited how long it was waited for
	 * @param holder who holds the lock, as far as the database tells
	 */
	public LockTimeoutException(Duration waited, String holder) {
		super("The migration lock was not obtained within " + waited.toSeconds() + " s: it is held by " + holder,
				"Wait for the other run to end, or end that process: the lock goes with it. To wait longer, set "
						+ "'migration.lock-timeout'. What waited for it did not run.",
				null);
	}

}
