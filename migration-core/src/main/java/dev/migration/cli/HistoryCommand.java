package dev.migration.cli;

import java.util.List;

import dev.migration.Migrator;
import dev.migration.RevisionStatus;
import picocli.CommandLine.Command;

/**
 * Shows the revisions with what comes after what.
 */
@Command(name = "history", description = "Shows all revisions, newest first.",
		footer = { "", "Example: migrate history" })
final class HistoryCommand extends ReadCommand {

	HistoryCommand(CommandContext context) {
		super(context);
	}

	@Override
	List<RevisionStatus> read(Migrator migrator) {
		return migrator.history();
	}

	@Override
	String line(RevisionStatus status) {
		return RevisionLines.historyLine(status);
	}

	@Override
	String nothing() {
		return "There are no revisions.";
	}

}
