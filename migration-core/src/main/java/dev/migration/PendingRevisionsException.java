package dev.migration;

import java.util.ArrayList;
import java.util.List;
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
		super("The database is at " + (plan.from().isEmpty() ? "base" : String.join(", ", plan.from())) + " and "
				+ lack(plan), "Apply what it lacks first, for example with 'migrate upgrade head'. Nothing was run.",
				null);
	}

	private static String lack(MigrationPlan plan) {
		List<String> lacks = new ArrayList<>();
		if (!plan.stamped().isEmpty()) {
			lacks.add("is to be stamped with " + String.join(", ", plan.stamped()));
		}
		if (!plan.steps().isEmpty()) {
			lacks.add("lacks " + ((plan.steps().size() == 1) ? "1 revision: " : plan.steps().size() + " revisions: ")
					+ plan.steps()
						.stream()
						.map((step) -> step.revision().describe())
						.collect(Collectors.joining(", ")));
		}
		return String.join(" and ", lacks);
	}

}
