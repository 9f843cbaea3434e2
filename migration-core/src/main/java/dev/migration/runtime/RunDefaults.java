package dev.migration.runtime;

import java.sql.Connection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.regex.Pattern;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

import dev.migration.Direction;
import dev.migration.MigrationHook;
import dev.migration.MigrationListener;
import dev.migration.MigrationRequest;
import dev.migration.MismatchPolicy;
import dev.migration.RunStart;
import dev.migration.UnsafeArgumentException;
import dev.migration.script.RequiredArgument;

/**
 * What every run of a migrator has.
 *
 * @param database the name of its database among several, or {@code null} if it has none
 * @param executedBy who executes what nobody else asks for by name, or {@code null} for
 * the user of this process
 * @param baseline what to stamp on a database that has tables only, or {@code null} for
 * nothing
 * @param arguments the values for revisions and hooks that a request may replace
 * @param policies what to do about a database that does not fit
 * @param hooks gives the hooks; only asked when a run has something to do
 * @param listeners gives the listeners; asked when a run begins
 */
record RunDefaults(@Nullable String database, @Nullable String executedBy, @Nullable Baseline baseline,
		Map<String, String> arguments, Policies policies, Supplier<List<MigrationHook>> hooks,
		Supplier<List<MigrationListener>> listeners) {

	private static final Log logger = LogFactory.getLog(RunDefaults.class);

	private static final Pattern PLAIN = Pattern.compile("\\w+([.-]\\w+)*");

	RunDefaults {
		arguments = Map.copyOf(arguments);
	}

	MigrationRequest under(MigrationRequest request) {
		Map<String, String> all = new LinkedHashMap<>(this.arguments);
		all.putAll(request.arguments());
		return request.with(all).by((request.executedBy() != null) ? request.executedBy() : this.executedBy);
	}

	/**
	 * Refuse a run that a step lacks a value for, before anything runs, and one that
	 * would put SQL of somebody who may not write it into a step.
	 * @param required what the steps need
	 * @param request what is asked, with these defaults
	 * @throws dev.migration.MissingArgumentException if a value is missing
	 * @throws UnsafeArgumentException if a value is more than a name
	 */
	void require(List<RequiredArgument> required, MigrationRequest request) {
		RequiredArgument.requireAll(required, request.arguments());
		for (RequiredArgument argument : required) {
			String value = request.arguments().get(argument.name());
			boolean isGiven = !Objects.equals(value, this.arguments.get(argument.name()));
			if (request.remote() && isGiven && !PLAIN.matcher(String.valueOf(value)).matches()) {
				throw new UnsafeArgumentException(argument.name(), argument.location());
			}
		}
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
