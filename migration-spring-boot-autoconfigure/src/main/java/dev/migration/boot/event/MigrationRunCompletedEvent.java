package dev.migration.boot.event;

import org.springframework.context.ApplicationContext;

import dev.migration.MigrationResult;
import dev.migration.MigrationRun;

/**
 * Published under the lock when a run is done.
 */
public final class MigrationRunCompletedEvent extends MigrationEvent {

	private final MigrationResult result;

	MigrationRunCompletedEvent(ApplicationContext source, MigrationRun run, MigrationResult result) {
		super(source, run);
		this.result = result;
	}

	/**
	 * Return what the run did.
	 * @return the result
	 */
	public MigrationResult getResult() {
		return this.result;
	}

}
