package dev.migration.cli;

import java.util.List;

import dev.migration.Migrator;
import dev.migration.RevisionStatus;
import picocli.CommandLine.Command;

/**
 * Shows the newest revision of each branch.
 */
@Command(name = "heads", description = "Shows the revisions that no other comes after.",
		footer = { "", "Example: migrate heads" })
final class HeadsCommand extends ReadCommand {

	HeadsCommand(CommandContext context) {
		super(context);
	}

	@Override
	List<RevisionStatus> read(Migrator migrator) {
		return migrator.history().stream().filter(RevisionStatus::head).toList();
	}

	@Override
	String line(RevisionStatus status) {
		return RevisionLines.shortLine(status);
	}

	@Override
	String nothing() {
		return "There are no revisions.";
	}

}
