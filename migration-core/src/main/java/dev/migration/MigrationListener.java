package dev.migration;

/**
 * Watches the runs of a {@link Migrator} from outside, for metrics and traces. Unlike a
 * {@link MigrationHook} it hears of every run, also of one that has nothing to do or
 * cannot reach its database, and it can neither refuse nor change anything: what it
 * throws is logged.
 */
@FunctionalInterface
public interface MigrationListener {

	/**
	 * Called when a run begins, before its database is asked for anything. Dry runs and
	 * commands that only read are no runs.
	 * @param start the run
	 * @return what hears of this run; a new one for each, as runs can be concurrent
	 */
	RunListener runStarted(RunStart start);

}
