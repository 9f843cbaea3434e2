package dev.migration.cli;

import java.util.List;

import dev.migration.ExecutedStep;
import dev.migration.Migrator;
import dev.migration.MigrationStatus;
import dev.migration.RevisionStatus;
import dev.migration.RevisionStatus.State;
import dev.migration.StateConflictException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * Shows where the database is.
 */
@Command(name = "current", description = "Shows where the database is.",
		footer = { "", "Example: migrate current -v", "         migrate current --check-heads --quiet" })
final class CurrentCommand extends ReadCommand {

	@Option(names = { "-c", "--check-heads" }, description = "End with code 4 unless the database is on all heads.")
	private boolean checkHeads;

	CurrentCommand(CommandContext context) {
		super(context);
	}

	@Override
	List<ShownRevision> read(Migrator migrator) {
		List<RevisionStatus> current = migrator.current();
		if (this.checkHeads) {
			checkHeads(migrator.status());
		}
		return current.stream().map(ShownRevision::of).toList();
	}

	/**
	 * Where everything is applied, the database is on all heads, also on those that have
	 * no version row because another revision depends on them.
	 */
	private static void checkHeads(MigrationStatus status) {
		boolean onlyOwn = status.revisions()
			.stream()
			.allMatch((revision) -> revision.state() == State.APPLIED || revision.state() == State.PENDING);
		if (!status.upToDate() || !onlyOwn) {
			throw new StateConflictException(status.heads(), status.current());
		}
	}

	/**
	 * The first revision may be half done when there is no current one yet.
	 */
	@Override
	void print(List<ShownRevision> revisions) {
		super.print(revisions);
		if (isVerbose()) {
			context().migrator().status().halfDone().forEach(this::printHalfDone);
		}
	}

	@Override
	void printDetails(List<ShownRevision> revisions) {
		context().print("Current revisions of " + context().migrator().status().database() + ":");
		context().print("");
		super.printDetails(revisions);
	}

	private void printHalfDone(ExecutedStep step) {
		context().print("");
		context().print("Half done: the " + step.direction() + " of revision " + step.revision() + ", "
				+ ((step.status() == ExecutedStep.Status.FAILED) ? "failed" : "interrupted or under way")
				+ " behind statement " + step.statementsDone() + ((step.error() != null) ? ": " + step.error() : ""));
	}

	@Override
	void printLines(List<ShownRevision> revisions) {
		revisions.forEach((revision) -> context().print(RevisionLines.shortLine(revision, context().palette())));
	}

	@Override
	String nothing() {
		return "<base>";
	}

}
