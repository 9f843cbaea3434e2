package dev.migration;

/**
 * A value that comes from somebody who may not write SQL would be put into SQL, and is
 * more than a name.
 */
public final class UnsafeArgumentException extends MigrationException {

	/**
	 * Create a new error.
	 * @param name the name of the value
	 * @param location where a revision puts it in
	 */
	public UnsafeArgumentException(String name, String location) {
		super("The value of '" + name + "' is put into the SQL of a revision as it is (" + location
				+ "), so that a request may only give a name or a number",
				"Use letters, digits and '_', and '.' or '-' between them; or set migration.arguments." + name
						+ ". Nothing was run.",
				null);
	}

}
