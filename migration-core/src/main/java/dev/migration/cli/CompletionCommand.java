package dev.migration.cli;

import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * Writes the completion for shells.
 */
@Command(name = "completion", description = "Writes a script that completes commands and options in bash and zsh.",
		footer = { "", "Example: source <(./migrate completion)" })
final class CompletionCommand implements Runnable {

	private final CommandContext context;

	@Spec
	private CommandSpec spec = CommandSpec.create();

	@Option(names = { "-h", "--help" }, usageHelp = true, description = "Show this help.")
	private boolean help;

	CompletionCommand(CommandContext context) {
		this.context = context;
	}

	@Override
	public void run() {
		this.context.print(AutoComplete.bash("migrate", this.spec.root().commandLine()));
	}

}
