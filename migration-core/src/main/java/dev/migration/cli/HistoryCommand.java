package dev.migration.cli;

import java.util.List;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import dev.migration.Migrator;
import dev.migration.MigrationStatus;
import dev.migration.RevisionDirectory;
import dev.migration.RevisionPlace;
import dev.migration.RevisionStatus;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * Shows the revisions with what comes after what.
 */
@Command(name = "history", description = "Shows the revisions, newest first.",
		footer = { "", "Example: migrate history -r 1b7d:head", "         migrate history -i --graph" })
final class HistoryCommand extends ReadCommand {

	@Option(names = { "-r", "--rev-range" }, paramLabel = "FROM:TO",
			description = "Only from one revision to another, both included; 'current' is where the database is.")
	private @Nullable String range;

	@Option(names = { "-i", "--indicate-current" }, description = "Ask the database what it has, and mark it.")
	private boolean indicateCurrent;

	HistoryCommand(CommandContext context) {
		super(context);
	}

	@Override
	List<ShownRevision> read(Migrator migrator) {
		RevisionDirectory directory = migrator.directory();
		List<RevisionPlace> places = (this.range != null) ? directory.history(this.range, current(migrator))
				: directory.history();
		if (!this.indicateCurrent) {
			return places.stream().map(ShownRevision::of).toList();
		}
		Map<String, RevisionStatus> statuses = new HashMap<>();
		MigrationStatus status = migrator.status();
		status.revisions().forEach((revision) -> statuses.put(revision.revision().id(), revision));
		if (this.range == null) {
			return status.revisions().stream().map(ShownRevision::of).toList();
		}
		return places.stream()
			.map((place) -> ShownRevision.of(Objects.requireNonNull(statuses.get(place.id()))))
			.toList();
	}

	/**
	 * The database is only asked when the range speaks of it.
	 */
	private List<String> current(Migrator migrator) {
		boolean asked = List.of(String.valueOf(this.range).split(":")).contains("current");
		return asked ? migrator.status().current() : List.of();
	}

	@Override
	void printLines(List<ShownRevision> revisions) {
		revisions.forEach((revision) -> context().print(RevisionLines.historyLine(revision)));
	}

	@Override
	String nothing() {
		return "There are no revisions.";
	}

}
