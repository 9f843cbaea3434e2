package dev.migration.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/**
 * The options that every command takes.
 */
final class GlobalOptions {

	@Option(names = "--database", paramLabel = "NAME", scope = ScopeType.INHERIT,
			description = "Which database; by default the only one, or the primary.")
	private @Nullable String database;

	@Option(names = "-x", paramLabel = "KEY=VALUE", scope = ScopeType.INHERIT,
			description = "A value for revisions, hooks and templates; may be repeated.")
	private List<String> arguments = new ArrayList<>();

	@Option(names = { "-q", "--quiet" }, scope = ScopeType.INHERIT,
			description = "Print errors, and SQL that was asked for, and nothing else.")
	private boolean quiet;

	@Option(names = "--stacktrace", scope = ScopeType.INHERIT, description = "Show where an error comes from.")
	private boolean stacktrace;

	@Nullable String database() {
		return this.database;
	}

	/**
	 * Return the values of {@code -x}. A key without {@code =} has an empty value, and
	 * the last one of several counts.
	 */
	Map<String, String> arguments() {
		Map<String, String> values = new LinkedHashMap<>();
		for (String argument : this.arguments) {
			int equals = argument.indexOf('=');
			values.put((equals < 0) ? argument : argument.substring(0, equals),
					(equals < 0) ? "" : argument.substring(equals + 1));
		}
		return values;
	}

	boolean isQuiet() {
		return this.quiet;
	}

	boolean isStacktrace() {
		return this.stacktrace;
	}

}
