package dev.migration.cli;

import java.util.List;

import dev.migration.Migrator;
import dev.migration.RevisionStatus;
import picocli.CommandLine.Command;

/**
 * Shows where the database is.
 */
@Command(name = "current", description = "Shows the current revisions of the database.",
		footer = { "", "Example: migrate current -v" })
final class CurrentCommand extends ReadCommand {

	CurrentCommand(CommandContext context) {
		super(context);
	}

	@Override
	List<RevisionStatus> read(Migrator migrator) {
		return migrator.current();
	}

	@Override
	String line(RevisionStatus status) {
		return RevisionLines.shortLine(status);
	}

	@Override
	String nothing() {
		return "<base>";
	}

}
