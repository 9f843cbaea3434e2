package dev.migration.boot.observation;

import dev.migration.RunStart;

/**
 * Context of the observation of a run.
 */
public class MigrationRunObservationContext extends MigrationObservationContext {

	private final RunStart run;

	/**
	 * Create a new context.
	 * @param database the name of the database
	 * @param run the run
	 */
	public MigrationRunObservationContext(String database, RunStart run) {
		super(database, run.direction());
		this.run = run;
	}

	/**
	 * Return the run.
	 * @return the run, as it began
	 */
	public RunStart getRun() {
		return this.run;
	}

}
