package dev.migration.boot.observation;

import dev.migration.MigrationStep;

/**
 * Context of the observation of a revision that is run in one direction.
 */
public class MigrationRevisionObservationContext extends MigrationObservationContext {

	private final MigrationStep step;

	/**
	 * Create a new context.
	 * @param database the name of the database
	 * @param step the revision and its direction
	 */
	public MigrationRevisionObservationContext(String database, MigrationStep step) {
		super(database, step.direction());
		this.step = step;
	}

	/**
	 * Return the revision and its direction.
	 * @return the step
	 */
	public MigrationStep getStep() {
		return this.step;
	}

}
