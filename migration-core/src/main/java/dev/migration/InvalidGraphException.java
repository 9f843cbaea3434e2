package dev.migration;

import java.util.List;

/**
 * The revisions do not form a valid graph. One error lists every problem.
 */
public final class InvalidGraphException extends MigrationException {

	private final transient List<String> problems;

	/**
	 * Create a new error.
	 * @param problems what is wrong, a sentence each; at least one
	 */
	public InvalidGraphException(List<String> problems) {
		super("The revisions do not form a valid graph:\n  - " + String.join("\n  - ", problems),
				"Mend each of the problems in the revision that it names. Nothing was run.", null);
		this.problems = List.copyOf(problems);
	}

	/**
	 * Return what is wrong.
	 * @return a sentence for each problem
	 */
	public List<String> getProblems() {
		return this.problems;
	}

}
