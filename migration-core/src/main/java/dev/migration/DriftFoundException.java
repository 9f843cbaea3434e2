package dev.migration;

import java.util.List;
import java.util.stream.Collectors;

/**
 * The database is at its head, and still differs from what the application asks for.
 */
public final class DriftFoundException extends MigrationException {

	/** How many differences the message has. */
	private static final int SHOWN = 10;

	private final transient List<SchemaDifference> differences;

	/**
	 * Create a new error.
	 * @param differences the drift
	 */
	public DriftFoundException(List<SchemaDifference> differences) {
		super("The schema differs from what the application asks for: "
				+ differences.stream().limit(SHOWN).map(SchemaDifference::found).collect(Collectors.joining(", "))
				+ ((differences.size() > SHOWN) ? " and " + (differences.size() - SHOWN) + " more" : ""),
				"Write the revision that brings it there with 'migrate revision --autogenerate', or take the change back in the "
						+ "application.",
				null);
		this.differences = List.copyOf(differences);
	}

	/**
	 * Return the drift.
	 * @return the differences
	 */
	public List<SchemaDifference> getDifferences() {
		return this.differences;
	}

}
