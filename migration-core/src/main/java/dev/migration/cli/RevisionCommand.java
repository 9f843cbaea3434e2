package dev.migration.cli;

import java.util.ArrayList;
import java.util.List;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * Writes a new revision.
 */
@Command(name = "revision", description = "Writes a new revision into the sources of the project.",
		footer = { "", "Example: migrate revision -m \"add email\"",
				"         migrate revision -m \"add cart\" --head base --branch-label shop" })
final class RevisionCommand extends WriteCommand {

	@Option(names = "--head", paramLabel = "REVISION", arity = "1",
			description = "What it comes after: 'head' by default, 'base' for a new root; may be repeated.")
	private List<String> heads = new ArrayList<>();

	@Option(names = "--depends-on", paramLabel = "REVISION",
			description = "What must be applied before it; may be repeated.")
	private List<String> dependsOn = new ArrayList<>();

	RevisionCommand(CommandContext context) {
		super(context);
	}

	@Override
	List<String> revises() {
		return this.heads.isEmpty() ? List.of("head") : this.heads;
	}

	@Override
	List<String> dependsOn() {
		return this.dependsOn;
	}

}
