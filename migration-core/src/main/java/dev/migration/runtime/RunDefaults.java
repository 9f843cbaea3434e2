package dev.migration.runtime;

import java.sql.Connection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

import dev.migration.Direction;
import dev.migration.MigrationHook;
import dev.migration.MigrationListener;
import dev.migration.MigrationRequest;
import dev.migration.MismatchPolicy;
import dev.migration.RunStart;

/**
 * What every run of a migrator has.
 *
 * @param database the name of its database among several, or {@code null} if it has none
 * @param arguments the values for revisions and hooks that a request may replace
 * @param policies what to do about a database that does not fit
 * @param hooks gives the hooks; only asked when a run has something to do
 * @param listeners gives the listeners; asked when a run begins
 */
record RunDefaults(@Nullable String database, Map<String, String> arguments, Policies policies,
		Supplier<List<MigrationHook>> hooks, Supplier<List<MigrationListener>> listeners) {

	private static final Log logger = LogFactory.getLog(RunDefaults.class);

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

	/**
	 * A run goes on without those who wanted to watch it.
	 */
	RunListeners listeners(Direction direction, MigrationRequest request) {
		try {
			return RunListeners.start(this.listeners.get(), new RunStart(this.database, direction, request));
		}
		catch (RuntimeException | LinkageError ex) {
			logger.error("The listeners could not be made, the run goes on without them", ex);
			return RunListeners.none();
		}
	}

	/**
	 * What to do about a database that does not fit the revisions.
	 *
	 * @param ahead when it has revisions that the application does not have
	 * @param changed when applied revisions ask for something else now
	 */
	record Policies(MismatchPolicy ahead, MismatchPolicy changed) {
	}

}
