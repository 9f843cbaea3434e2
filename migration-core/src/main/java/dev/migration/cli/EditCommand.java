package dev.migration.cli;

import java.nio.file.Path;
import java.util.List;

import dev.migration.InvalidTargetException;
import dev.migration.InvalidTargetException.Reason;
import dev.migration.project.Editor;
import dev.migration.project.RevisionSources;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * Opens the source of revisions.
 */
@Command(name = "edit",
		description = "Opens the source of a revision in $VISUAL or $EDITOR; without one, prints its path.",
		footer = { "", "Example: migrate edit head", "         migrate edit current" })
final class EditCommand implements Runnable {

	private final CommandContext context;

	@Parameters(paramLabel = "REVISION",
			description = "An id, a unique prefix of one, a branch label, head, heads, current.")
	private String revision = "";

	@Option(names = { "-h", "--help" }, usageHelp = true, description = "Show this help.")
	private boolean help;

	EditCommand(CommandContext context) {
		this.context = context;
	}

	@Override
	public void run() {
		List<Path> files = files(RevisionsByName.find(this.context.migrator(), this.revision));
		if (!new Editor(this.context.environment().variables()).open(files)) {
			files.forEach((file) -> this.context.print(file.toString()));
		}
	}

	private List<Path> files(List<ShownRevision> revisions) {
		if (revisions.isEmpty()) {
			throw new InvalidTargetException(Reason.NO_SUCH_REVISION,
					"'" + this.revision + "' names no revision to edit", "Name one, such as head.");
		}
		RevisionSources sources = new RevisionSources(this.context.projects().whole());
		return revisions.stream().map((shown) -> sources.get(shown.place().revision())).toList();
	}

}
