package dev.migration;

/**
 * The schema that was to be looked at is not there.
 */
public final class MissingSchemaException extends MigrationException {

	/**
	 * Create a new error.
	 * @param schema the schema
	 */
	public MissingSchemaException(String schema) {
		super("There is no schema '" + schema + "' in the database",
				"Run 'migrate upgrade' or 'migrate ensure-version', which create it, or correct migration.default-schema.",
				null);
	}

}
