package dev.migration;

/**
 * Drift was asked for, and nothing says what the schema should be.
 */
public final class NothingToCompareException extends MigrationException {

	/**
	 * Create a new error.
	 */
	public NothingToCompareException() {
		super("Nothing says what the schema should be, so the database cannot be compared with it",
				"Provide a DriftDetector: as a bean, or with MigratorBuilder.driftDetector(…).", null);
	}

}
