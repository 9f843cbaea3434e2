package dev.migration.cli;

import java.util.List;

import dev.migration.Migrator;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * Shows the newest revision of each branch.
 */
@Command(name = "heads", description = "Shows the revisions that no other comes after.",
		footer = { "", "Example: migrate heads -v" })
final class HeadsCommand extends ReadCommand {

	@Option(names = "--resolve-dependencies", description = "Leave out heads that another revision depends on.")
	private boolean resolveDependencies;

	HeadsCommand(CommandContext context) {
		super(context);
	}

	@Override
	List<ShownRevision> read(Migrator migrator) {
		return migrator.directory()
			.heads()
			.stream()
			.filter((head) -> !this.resolveDependencies || !head.isEffectiveHead())
			.map(ShownRevision::of)
			.toList();
	}

	@Override
	void printLines(List<ShownRevision> revisions) {
		revisions.forEach((revision) -> context().print(RevisionLines.shortLine(revision, context().palette())));
	}

	@Override
	String nothing() {
		return "There are no revisions.";
	}

}
