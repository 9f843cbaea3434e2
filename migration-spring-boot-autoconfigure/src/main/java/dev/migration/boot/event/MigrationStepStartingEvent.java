package dev.migration.boot.event;

import org.springframework.context.ApplicationContext;

import dev.migration.MigrationRun;
import dev.migration.MigrationStep;

/**
 * Published in the transaction of a step, before its revision runs. An exception of a
 * listener fails the step, which is rolled back and ends the run.
 */
public final class MigrationStepStartingEvent extends MigrationEvent {

	private final MigrationStep step;

	MigrationStepStartingEvent(ApplicationContext source, MigrationRun run, MigrationStep step) {
		super(source, run);
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
