package dev.migration;

import java.time.Duration;

/**
 * Hears of one run, on its thread: at its end {@link #runFinished} or {@link #runFailed},
 * and before it, if there is something to do, {@link #workFound}, each
 * {@link #lockWaited} and the steps. Each {@link #stepStarted} is followed by one of
 * {@link #stepFinished}, {@link #stepFailed} and {@link #stepLeftOut} before the next
 * step starts or the run ends.
 */
public interface RunListener {

	/**
	 * Called when the run turns out to have something to do, before it waits for the
	 * lock.
	 * @param plan what there is to do; another process may do it first
	 */
	default void workFound(MigrationPlan plan) {
	}

	/**
	 * Called when a wait for the lock is over: once for a run, or once for each step
	 * where the lock lasts no longer than a transaction, as on SQLite.
	 * @param waited how long it took, also if nobody else held it
	 * @param obtained whether the lock was obtained
	 */
	default void lockWaited(Duration waited, boolean obtained) {
	}

	/**
	 * Called in the transaction of a step, before the hooks and the revision.
	 * @param step the step
	 */
	default void stepStarted(MigrationStep step) {
	}

	/**
	 * Called when a step is committed.
	 * @param step the step
	 * @param done the step, as the history table has it
	 */
	default void stepFinished(MigrationStep step, ExecutedStep done) {
	}

	/**
	 * Called when a step has failed and is rolled back.
	 * @param step the step
	 * @param failure why, as the caller gets it
	 */
	default void stepFailed(MigrationStep step, Throwable failure) {
	}

	/**
	 * Called when a step that had begun was left out, because another process had done it
	 * meanwhile.
	 * @param step the step
	 */
	default void stepLeftOut(MigrationStep step) {
	}

	/**
	 * Called at the end of a run, when its lock and its connection are given back.
	 * @param result what it did
	 */
	default void runFinished(MigrationResult result) {
	}

	/**
	 * Called when a run failed or was refused, when its lock and its connection are given
	 * back.
	 * @param failure why, as the caller gets it
	 */
	default void runFailed(Throwable failure) {
	}

}
