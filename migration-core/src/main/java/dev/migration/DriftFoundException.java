package dev.migration;

import java.util.List;

/**
 * The database is at its head, and still differs from what the application asks for.
 */
public final class DriftFoundException extends MigrationException {

	private final transient List<String> differences;

	/**
	 * Create a new error.
	 * @param differences the drift, a sentence for each difference
	 */
	public DriftFoundException(List<String> differences) {
		super("The schema differs from what the application asks for, differences: " + differences.size(),
				"Write a revision that brings it there, or take the change back in the application.", null);
		this.differences = List.copyOf(differences);
	}

	/**
	 * Return the drift.
	 * @return a sentence for each difference
	 */
	public List<String> getDifferences() {
		return this.differences;
	}

}
