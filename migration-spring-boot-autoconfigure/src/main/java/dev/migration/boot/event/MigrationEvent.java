package dev.migration.boot.event;

import org.jspecify.annotations.Nullable;

import org.springframework.context.ApplicationContext;
import org.springframework.context.ApplicationEvent;

import dev.migration.Direction;
import dev.migration.MigrationPlan;
import dev.migration.MigrationRequest;
import dev.migration.MigrationRun;

/**
 * An event of a run that has something to do. It is published on the thread of the run,
 * while the run waits; it is a notice only, and has no connection.
 */
public abstract sealed class MigrationEvent extends ApplicationEvent
		permits MigrationRunStartingEvent, MigrationRunCompletedEvent, MigrationRunFailedEvent,
		MigrationStepStartingEvent, MigrationStepCompletedEvent, MigrationStepFailedEvent {

	private final @Nullable String name;

	private final String database;

	private final MigrationRequest request;

	private final MigrationPlan plan;

	MigrationEvent(ApplicationContext source, MigrationRun run) {
		super(source);
		this.name = run.name();
		this.database = run.database();
		this.request = run.request();
		this.plan = run.plan();
	}

	/**
	 * Return the name of the database among several.
	 * @return the name, or {@code null} if it is the only one
	 */
	public @Nullable String getName() {
		return this.name;
	}

	/**
	 * Return the database, for people.
	 * @return the product, its version and the database; never with a password
	 */
	public String getDatabase() {
		return this.database;
	}

	/**
	 * Return what was asked.
	 * @return the request
	 */
	public MigrationRequest getRequest() {
		return this.request;
	}

	/**
	 * Return what the run is going to do.
	 * @return the plan, at this moment
	 */
	public MigrationPlan getPlan() {
		return this.plan;
	}

	/**
	 * Return which way the run goes.
	 * @return the direction
	 */
	public Direction getDirection() {
		return this.plan.direction();
	}

}
