package dev.migration.boot.observation;

import io.micrometer.observation.Observation;

import dev.migration.Direction;

/**
 * What the contexts of the observations of a run and of its revisions have in common.
 */
public abstract class MigrationObservationContext extends Observation.Context {

	private final String database;

	private final Direction direction;

	private boolean complete;

	/**
	 * Create a new context.
	 * @param database the name of the database
	 * @param direction which way it goes
	 */
	protected MigrationObservationContext(String database, Direction direction) {
		this.database = database;
		this.direction = direction;
	}

	/**
	 * Return the name of the database.
	 * @return the name
	 */
	public String getDatabase() {
		return this.database;
	}

	/**
	 * Return which way it goes.
	 * @return the direction
	 */
	public Direction getDirection() {
		return this.direction;
	}

	/**
	 * Return whether it is done, without an error.
	 * @return whether it is done
	 */
	public boolean isComplete() {
		return this.complete;
	}

	/**
	 * Set whether it is done, without an error.
	 * @param complete whether it is done
	 */
	public void setComplete(boolean complete) {
		this.complete = complete;
	}

}
