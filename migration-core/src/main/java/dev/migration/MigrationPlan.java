package dev.migration;

import java.util.List;

/**
 * What a command is going to do, computed before anything is done. Dry run, the endpoint,
 * the command line and the run itself all show this same value.
 *
 * @param direction which way it goes
 * @param steps the revisions to run, in the order in which they run; none for a stamp
 * @param from the version rows before, sorted
 * @param to the version rows after, sorted
 */
public record MigrationPlan(Direction direction, List<MigrationStep> steps, List<String> from, List<String> to) {

	public MigrationPlan {
		steps = List.copyOf(steps);
		from = List.copyOf(from);
		to = List.copyOf(to);
	}

	/**
	 * Return whether there is nothing to do.
	 * @return {@code true} if no revision runs and the version rows stay as they are
	 */
	public boolean isEmpty() {
		return this.steps.isEmpty() && this.from.equals(this.to);
	}

}
