package dev.migration.boot.event;

import org.springframework.context.ApplicationContext;

import dev.migration.MigrationRun;

/**
 * Published under the lock when a run failed or was refused.
 */
public final class MigrationRunFailedEvent extends MigrationEvent {

	private final RuntimeException failure;

	MigrationRunFailedEvent(ApplicationContext source, MigrationRun run, RuntimeException failure) {
		super(source, run);
		this.failure = failure;
	}

	/**
	 * Return why it failed.
	 * @return the failure, as the caller gets it
	 */
	public RuntimeException getFailure() {
		return this.failure;
	}

}
