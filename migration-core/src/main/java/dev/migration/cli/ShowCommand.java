package dev.migration.cli;

import java.util.List;

import dev.migration.Migrator;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/**
 * Shows all that is known of revisions.
 */
@Command(name = "show", description = "Shows all that is known of a revision.",
		footer = { "", "Example: migrate show head", "         migrate show current" })
final class ShowCommand extends ReadCommand {

	@Parameters(paramLabel = "REVISION",
			description = "An id, a unique prefix of one, a branch label, head, heads, current.")
	private String revision = "";

	ShowCommand(CommandContext context) {
		super(context);
	}

	@Override
	List<ShownRevision> read(Migrator migrator) {
		return RevisionsByName.find(migrator, this.revision);
	}

	@Override
	void printLines(List<ShownRevision> revisions) {
		printDetails(revisions);
	}

	@Override
	String nothing() {
		return "<base>";
	}

}
