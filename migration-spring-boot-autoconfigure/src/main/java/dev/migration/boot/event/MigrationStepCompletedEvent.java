package dev.migration.boot.event;

import org.springframework.context.ApplicationContext;

import dev.migration.ExecutedStep;
import dev.migration.MigrationRun;

/**
 * Published when a step is committed.
 */
public final class MigrationStepCompletedEvent extends MigrationEvent {

	private final ExecutedStep step;

	MigrationStepCompletedEvent(ApplicationContext source, MigrationRun run, ExecutedStep step) {
		super(source, run);
		this.step = step;
	}

	/**
	 * Return the step.
	 * @return the step, as the history table has it
	 */
	public ExecutedStep getStep() {
		return this.step;
	}

}
