package dev.migration;

import java.util.List;

/**
 * What a run did.
 *
 * @param database the product, its version and the database, for people; never with a
 * password
 * @param direction which way it went
 * @param from the version rows before, sorted
 * @param to the version rows after, sorted
 * @param steps the steps it executed, in their order; none if there was nothing to do
 */
public record MigrationResult(String database, Direction direction, List<String> from, List<String> to,
		List<ExecutedStep> steps) {

	public MigrationResult {
		from = List.copyOf(from);
		to = List.copyOf(to);
		steps = List.copyOf(steps);
	}

}
