package dev.migration.boot.env;

import java.util.Locale;

import org.jspecify.annotations.Nullable;

/**
 * Where a database URL stands, for what is said about it.
 *
 * @param name the environment variable or property
 * @param alternative the environment variable that is used instead if it is set, or
 * {@code null}
 */
record DatabaseUrlPlace(String name, @Nullable String alternative) {

	static DatabaseUrlPlace variable(String variable, String prefix) {
		return new DatabaseUrlPlace(variable,
				prefix.toUpperCase(Locale.ROOT).replace("-", "").replace('.', '_') + "_URL");
	}

	static DatabaseUrlPlace property(String name) {
		return new DatabaseUrlPlace(name, null);
	}

	@Override
	public String toString() {
		return this.name;
	}

}
