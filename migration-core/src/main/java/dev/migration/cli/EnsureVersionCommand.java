package dev.migration.cli;

import java.util.Optional;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * Creates the version table if it is missing.
 */
@Command(name = "ensure-version", description = "Creates the version table if it is missing.",
		footer = { "", "Example: migrate ensure-version" })
final class EnsureVersionCommand implements Runnable, ScriptCommand {

	private final CommandContext context;

	@Mixin
	private ScriptOptions script = new ScriptOptions();

	@Option(names = { "-h", "--help" }, usageHelp = true, description = "Show this help.")
	private boolean help;

	EnsureVersionCommand(CommandContext context) {
		this.context = context;
	}

	@Override
	public void run() {
		this.script.check();
		if (this.script.isSql()) {
			this.script.write(this.context.migrator().versionTableScript(this.script.dialect()), this.context);
			return;
		}
		this.context.print(this.context.migrator().ensureVersionTable() ? "Created the version table."
				: "Nothing to do: the version table is there.");
	}

	@Override
	public Optional<String> offlineDialect() {
		return this.script.offlineDialect();
	}

}
