package dev.migration;

import java.util.List;
import java.util.TreeSet;

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
	 * Return the version rows that are set before the first step, as they are where an
	 * upgrade takes over a database that has tables already.
	 * @return the rows, sorted; none if the steps begin at the rows that there are
	 */
	public List<String> stamped() {
		TreeSet<String> rows = new TreeSet<>(this.to);
		for (int i = this.steps.size() - 1; i >= 0; i--) {
			this.steps.get(i).addedVersions().forEach(rows::remove);
			rows.addAll(this.steps.get(i).removedVersions());
		}
		return rows.equals(new TreeSet<>(this.from)) ? List.of() : List.copyOf(rows);
	}

	/**
	 * Return whether there is nothing to do.
	 * @return {@code true} if no revision runs and the version rows stay as they are
	 */
	public boolean isEmpty() {
		return this.steps.isEmpty() && this.from.equals(this.to);
	}

}
