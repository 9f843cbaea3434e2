package dev.migration;

import java.util.stream.Collectors;

/**
 * The database lacks revisions, and it was asked that it does not.
 */
public final class PendingRevisionsException extends MigrationException {

	/**
	 * Create a new error.
	 * @param plan what would have to run
	 */
	public PendingRevisionsException(MigrationPlan plan) {
		super("The database is at " + (plan.from().isEmpty() ? "base" : String.join(", ", plan.from())) + " and lacks "
				+ ((plan.steps().size() == 1) ? "1 revision: " : plan.steps().size() + " revisions: ")
				+ plan.steps().stream().map((step) -> step.revision().describe()).collect(Collectors.joining(", ")),
				"Apply what it lacks first, for example with 'migrate upgrade head'. Nothing was run.", null);
	}

}
