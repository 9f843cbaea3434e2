package dev.migration.script;

import java.util.Collection;
import java.util.List;
import java.util.Map;

import dev.migration.MissingArgumentException;

/**
 * A value that a revision cannot do without.
 *
 * @param name the name of the argument
 * @param location where the revision asks for it, for people
 */
public record RequiredArgument(String name, String location) {

	/**
	 * Refuse to go on unless all values are there.
	 * @param required what is required
	 * @param values the values by name
	 * @throws MissingArgumentException if one is missing
	 */
	public static void requireAll(Collection<RequiredArgument> required, Map<String, String> values) {
		List<RequiredArgument> missing = required.stream()
			.filter((argument) -> !values.containsKey(argument.name()))
			.toList();
		if (!missing.isEmpty()) {
			throw new MissingArgumentException(missing.stream().map(RequiredArgument::name).distinct().toList(),
					missing.stream().map(RequiredArgument::location).distinct().toList());
		}
	}

}
