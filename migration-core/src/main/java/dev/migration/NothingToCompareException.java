package dev.migration;

import org.jspecify.annotations.Nullable;

/**
 * Drift was asked for, and nothing says what the schema should be.
 */
public final class NothingToCompareException extends MigrationException {

	/**
	 * Create a new error.
	 */
	public NothingToCompareException() {
		super("Nothing says what the schema should be, so the database cannot be compared with it",
				"Add spring-boot-starter-data-jpa, so that the entities say it, or provide a TargetSchemaSource bean. "
						+ "Without Spring Boot: MigratorBuilder.targetSchema(…).",
				null);
	}

	/**
	 * Create a new error for entities that cannot be read.
	 * @param description what was found, with the values
	 * @param action what to do
	 * @param cause what went wrong, if something did
	 */
	public NothingToCompareException(String description, String action, @Nullable Throwable cause) {
		super(description, action, cause);
	}

}
