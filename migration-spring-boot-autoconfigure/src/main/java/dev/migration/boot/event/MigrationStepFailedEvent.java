package dev.migration.boot.event;

import org.springframework.context.ApplicationContext;

import dev.migration.MigrationRun;
import dev.migration.MigrationStep;

/**
 * Published when a step was rolled back.
 */
public final class MigrationStepFailedEvent extends MigrationEvent {

	private final MigrationStep step;

	private final RuntimeException failure;

	MigrationStepFailedEvent(ApplicationContext source, MigrationRun run, MigrationStep step,
			RuntimeException failure) {
		super(source, run);
		this.step = step;
		this.failure = failure;
	}

	/**
	 * Return the revision and its direction.
	 * @return the step
	 */
	public MigrationStep getStep() {
		return this.step;
	}

	/**
	 * Return why it failed.
	 * @return the failure, as the caller gets it
	 */
	public RuntimeException getFailure() {
		return this.failure;
	}

}
