package dev.migration;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * It is not known which database is meant.
 */
public final class UnknownDatabaseException extends MigrationException {

	private final @Nullable String name;

	private final transient List<String> names;

	private UnknownDatabaseException(String message, String action, @Nullable String name, List<String> names) {
		super(message, action, null);
		this.name = name;
		this.names = List.copyOf(names);
	}

	/**
	 * Create the error for a name that no database has.
	 * @param name the name
	 * @param names the names that there are
	 * @return the error
	 */
	public static UnknownDatabaseException named(String name, List<String> names) {
		return new UnknownDatabaseException(
				"There is no database '" + name + "'; there " + ((names.size() == 1) ? "is " : "are ")
						+ String.join(", ", names),
				"Use one of these names, or add the database under 'migration.databases'. Nothing was run.", name,
				names);
	}

	/**
	 * Create the error for no name where one is needed.
	 * @param names the names that there are
	 * @return the error
	 */
	public static UnknownDatabaseException unnamed(List<String> names) {
		return new UnknownDatabaseException(
				"There are several databases and none is primary: " + String.join(", ", names),
				"Name one, with '--database NAME' on the command line or 'database' in the request, or set "
						+ "'migration.databases.<name>.primary'. Nothing was run.",
				null, names);
	}

	/**
	 * Return the name that no database has.
	 * @return the name, or {@code null} if none was given where one is needed
	 */
	public @Nullable String getName() {
		return this.name;
	}

	/**
	 * Return the names that there are.
	 * @return the names
	 */
	public List<String> getNames() {
		return this.names;
	}

}
