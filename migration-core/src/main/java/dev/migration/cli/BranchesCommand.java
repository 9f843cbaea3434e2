package dev.migration.cli;

import java.util.List;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

import dev.migration.Migrator;
import dev.migration.RevisionDirectory;
import picocli.CommandLine.Command;

/**
 * Shows where the history forks.
 */
@Command(name = "branches", description = "Shows the revisions that several others come after.",
		footer = { "", "Example: migrate branches" })
final class BranchesCommand extends ReadCommand {

	private final Map<String, ShownRevision> byId = new HashMap<>();

	BranchesCommand(CommandContext context) {
		super(context);
	}

	@Override
	List<ShownRevision> read(Migrator migrator) {
		RevisionDirectory directory = migrator.directory();
		List<ShownRevision> branchPoints = directory.branchPoints().stream().map(ShownRevision::of).toList();
		directory.history().forEach((place) -> this.byId.put(place.id(), ShownRevision.of(place)));
		return branchPoints;
	}

	@Override
	void printLines(List<ShownRevision> revisions) {
		for (ShownRevision branchPoint : revisions) {
			context().print(RevisionLines.shortLine(branchPoint, context().palette()));
			String indent = " ".repeat(branchPoint.id().length());
			branchPoint.place()
				.next()
				.forEach((id) -> context().print(indent + " -> "
						+ RevisionLines.shortLine(Objects.requireNonNull(this.byId.get(id)), context().palette())));
			context().print("");
		}
	}

	@Override
	String nothing() {
		return "There are no branch points.";
	}

}
