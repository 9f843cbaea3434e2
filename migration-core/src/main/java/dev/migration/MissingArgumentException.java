package dev.migration;

import java.util.List;
import java.util.stream.Collectors;

/**
 * Revisions that are to run need values that nobody gave.
 */
public final class MissingArgumentException extends MigrationException {

	/**
	 * Create a new error.
	 * @param names the names of the values that are missing
	 * @param locations where the revisions ask for them
	 */
	public MissingArgumentException(List<String> names, List<String> locations) {
		super("There is no value for "
				+ names.stream().map((name) -> "'" + name + "'").collect(Collectors.joining(", "))
				+ ", which is needed in " + String.join("; ", locations),
				"Set " + names.stream().map((name) -> "migration.arguments." + name).collect(Collectors.joining(", "))
						+ ", or add "
						+ names.stream().map((name) -> "-x " + name + "=…").collect(Collectors.joining(" "))
						+ " to the command. Nothing was run.",
				null);
	}

}
