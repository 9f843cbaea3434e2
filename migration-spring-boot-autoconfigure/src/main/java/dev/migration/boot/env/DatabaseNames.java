package dev.migration.boot.env;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;

/**
 * The names under {@code migration.databases}.
 */
public final class DatabaseNames {

	/**
	 * Where the databases are configured.
	 */
	public static final String PREFIX = "migration.databases";

	private static final String SINGLE = "migrator";

	private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");

	private DatabaseNames() {
	}

	/**
	 * Return the names of the databases.
	 * @param environment the environment
	 * @return the names in their order; none if the application has a single database
	 * @throws InvalidDatabaseNameException if one cannot be the name of a database
	 */
	public static List<String> of(Environment environment) {
		// An environment variable cannot spell the dash of a name that a file has.
		Map<String, String> names = new LinkedHashMap<>();
		for (String key : keys(environment)) {
			names.merge(key.replace("-", ""), key, (first, second) -> (first.contains("-")) ? first : second);
		}
		for (String name : names.values()) {
			if (!NAME.matcher(name).matches()) {
				throw new InvalidDatabaseNameException(name);
			}
		}
		return List.copyOf(names.values());
	}

	private static List<String> keys(Environment environment) {
		return Binder.get(environment)
			.bind(PREFIX, Bindable.mapOf(String.class, Object.class))
			.map((databases) -> (List<String>) new ArrayList<>(databases.keySet()))
			.orElseGet(List::of);
	}

	/**
	 * Return the name that a database has wherever there must be one: its own, or that of
	 * the bean of the only one.
	 * @param name its name, or {@code null} if it is the only one
	 * @return the name
	 */
	public static String orSingle(@Nullable String name) {
		return (name != null) ? name : SINGLE;
	}

	/**
	 * Return the prefix of the properties of a database.
	 * @param name its name
	 * @return the prefix, without a dot at the end
	 */
	public static String prefix(String name) {
		return PREFIX + "." + name;
	}

	/**
	 * Return the environment variable that can hold the URL of a database.
	 * @param name its name
	 * @return the variable, such as {@code ORDERS_DATABASE_URL}
	 */
	public static String variable(String name) {
		return name.replace('-', '_').toUpperCase(Locale.ROOT) + "_DATABASE_URL";
	}

}
