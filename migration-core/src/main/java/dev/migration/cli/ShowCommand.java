package dev.migration.cli;

import java.util.List;

import dev.migration.Migrator;
import dev.migration.RevisionStatus;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/**
 * Shows all that is known of revisions.
 */
@Command(name = "show", description = "Shows all that is known of a revision.",
		footer = { "", "Example: migrate show head" })
final class ShowCommand extends ReadCommand {

	@Parameters(paramLabel = "REVISION",
			description = "An id, a unique prefix of one, a branch label, head, heads, current.")
	private String revision = "";

	ShowCommand(CommandContext context) {
		super(context);
	}

	@Override
	List<RevisionStatus> read(Migrator migrator) {
		return migrator.show(this.revision);
	}

	@Override
	String line(RevisionStatus status) {
		return String.join(System.lineSeparator(), RevisionLines.details(status));
	}

	@Override
	String nothing() {
		return "<base>";
	}

}
