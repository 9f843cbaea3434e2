package dev.migration.boot.event;

import org.springframework.context.ApplicationContext;

import dev.migration.MigrationRun;

/**
 * Published under the lock, before anything is run. An exception of a listener refuses
 * the run. Where the lock lasts no longer than a transaction, as on SQLite, it is
 * published again when another process came in between and the plan is another now.
 */
public final class MigrationRunStartingEvent extends MigrationEvent {

	MigrationRunStartingEvent(ApplicationContext source, MigrationRun run) {
		super(source, run);
	}

}
