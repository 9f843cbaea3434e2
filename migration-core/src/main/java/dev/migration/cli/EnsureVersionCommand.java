package dev.migration.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * Creates the version table if it is missing.
 */
@Command(name = "ensure-version", description = "Creates the version table if it is missing.",
		footer = { "", "Example: migrate ensure-version" })
final class EnsureVersionCommand implements Runnable {

	private final CommandContext context;

	@Option(names = { "-h", "--help" }, usageHelp = true, description = "Show this help.")
	private boolean help;

	EnsureVersionCommand(CommandContext context) {
		this.context = context;
	}

	@Override
	public void run() {
		this.context.print(this.context.migrator().ensureVersionTable() ? "Created the version table."
				: "Nothing to do: the version table is there.");
	}

}
