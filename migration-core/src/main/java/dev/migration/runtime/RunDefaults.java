package dev.migration.runtime;

import java.sql.Connection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

import dev.migration.MigrationHook;
import dev.migration.MigrationRequest;

/**
 * What every run of a migrator has.
 *
 * @param database the name of its database among several, or {@code null} if it has none
 * @param arguments the values for revisions and hooks that a request may replace
 * @param hooks gives the hooks; only asked when a run has something to do
 */
record RunDefaults(@Nullable String database, Map<String, String> arguments, Supplier<List<MigrationHook>> hooks) {

	RunDefaults {
		arguments = Map.copyOf(arguments);
	}

	MigrationRequest under(MigrationRequest request) {
		if (this.arguments.isEmpty()) {
			return request;
		}
		Map<String, String> all = new LinkedHashMap<>(this.arguments);
		all.putAll(request.arguments());
		return request.with(all);
	}

	RunHooks hooks(Connection connection) {
		return new RunHooks(this.hooks.get(), connection);
	}

}
