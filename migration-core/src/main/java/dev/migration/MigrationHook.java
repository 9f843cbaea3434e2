package dev.migration;

/**
 * Takes part in the runs of a {@link Migrator}: a Spring bean, a class that
 * {@link java.util.ServiceLoader} finds, or what the builder of the migrator is given. It
 * is a hook and no mere listener, as it can refuse a run or a step, and as it works on
 * the connection of the run.
 * <p>
 * Hooks are only made and called when a run has something to do. For one run the calls
 * are {@link #beforeRun}, then for each step {@link #beforeStep}, {@link #afterStep} and
 * {@link #afterCommit}, then {@link #afterRun}. A step that fails ends the run with
 * {@link #onStepFailure} and {@link #onRunFailure}. Several hooks are called in their
 * order at each of these moments. Dry runs and commands that only read call none.
 * <p>
 * A hook does its work on {@link MigrationRun#connection()}. What it gets injected may
 * itself wait for the run, and a pool of one connection has no second one.
 */
public interface MigrationHook {

	/**
	 * Called under the lock, before anything is run. On a database whose lock lasts no
	 * longer than a transaction, such as SQLite, it is called again when another process
	 * came in between and the plan is another now; the connection is then in the
	 * transaction of the first step.
	 * @param run the run
	 * @throws Exception to refuse the run: nothing is run then
	 */
	default void beforeRun(MigrationRun run) throws Exception {
	}

	/**
	 * Called in the transaction of a step, before its revision runs.
	 * @param run the run; its version rows are those before the step
	 * @param step the step
	 * @throws Exception to fail the step: it is rolled back, and ends the run
	 */
	default void beforeStep(MigrationRun run, MigrationStep step) throws Exception {
	}

	/**
	 * Called in the transaction of a step, after its revision, its version rows and its
	 * history row. What is written here is kept or lost together with the step.
	 * @param run the run; its version rows are those after the step
	 * @param step the step
	 * @throws Exception to fail the step: it is rolled back, and ends the run
	 */
	default void afterStep(MigrationRun run, MigrationStep step) throws Exception {
	}

	/**
	 * Called in the transaction of a stamp, after the version rows and the history row. A
	 * stamp has no steps; an upgrade may begin with one.
	 * @param run the run; its version rows are those after the stamp
	 * @throws Exception to fail the stamp: it is rolled back
	 */
	default void afterStamp(MigrationRun run) throws Exception {
	}

	/**
	 * Called when a step is committed, outside of any transaction.
	 * @param run the run; its version rows are those after the step
	 * @param step the step, as the history table has it
	 * @throws Exception which is logged, as the step cannot be taken back by it
	 */
	default void afterCommit(MigrationRun run, ExecutedStep step) throws Exception {
	}

	/**
	 * Called when a step was rolled back, outside of any transaction.
	 * @param run the run; its version rows are those before the step
	 * @param step the step
	 * @param failure why
	 * @throws Exception which is logged; the run fails with the first failure
	 */
	default void onStepFailure(MigrationRun run, MigrationStep step, RuntimeException failure) throws Exception {
	}

	/**
	 * Called under the lock when a run is done, outside of any transaction.
	 * @param run the run; its version rows are those after the run
	 * @param result what it did
	 * @throws Exception which is logged, as what the run did is done
	 */
	default void afterRun(MigrationRun run, MigrationResult result) throws Exception {
	}

	/**
	 * Called under the lock when a run failed or was refused, outside of any transaction.
	 * The connection may be what failed.
	 * @param run the run; its version rows are those that the last committed step left
	 * @param failure why, as the caller gets it
	 * @throws Exception which is logged; the run fails with the first failure
	 */
	default void onRunFailure(MigrationRun run, RuntimeException failure) throws Exception {
	}

}
