package dev.migration.cli;

import java.util.List;

import dev.migration.DriftFoundException;
import dev.migration.SchemaDifference;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * Tells whether a revision is missing.
 */
@Command(name = "check", description = "Ends with code 5 if the schema differs from what the application asks for.",
		footer = { "", "Ends with code 4 if the database is not at its heads.", "", "Example: migrate check --quiet" })
final class CheckCommand implements Runnable {

	private final CommandContext context;

	@Option(names = "--json", description = "Write JSON, for programs.")
	private boolean json;

	@Option(names = { "-h", "--help" }, usageHelp = true, description = "Show this help.")
	private boolean help;

	CheckCommand(CommandContext context) {
		this.context = context;
	}

	@Override
	public void run() {
		List<SchemaDifference> drift = this.context.migrator().drift();
		if (this.json) {
			this.context.printJson(drift);
		}
		else if (drift.isEmpty()) {
			this.context.print("No drift: the schema is what the application asks for.");
		}
		else {
			drift.forEach((difference) -> this.context.print("Detected " + difference.found()));
		}
		if (!drift.isEmpty()) {
			throw new DriftFoundException(drift);
		}
	}

}
