package dev.migration.cli;

import java.util.List;

import dev.migration.Migrator;
import dev.migration.RevisionStatus;
import picocli.CommandLine.Option;

/**
 * What the commands share that only read: they show revisions, in a line or in detail.
 */
abstract class ReadCommand implements Runnable {

	private final CommandContext context;

	@Option(names = { "-v", "--verbose" }, description = "Show all that is known of each revision.")
	private boolean verbose;

	@Option(names = { "-h", "--help" }, usageHelp = true, description = "Show this help.")
	private boolean help;

	ReadCommand(CommandContext context) {
		this.context = context;
	}

	abstract List<RevisionStatus> read(Migrator migrator);

	abstract String line(RevisionStatus status);

	/**
	 * What to say when there is none.
	 */
	abstract String nothing();

	boolean isVerbose() {
		return this.verbose;
	}

	@Override
	public void run() {
		List<RevisionStatus> revisions = read(this.context.migrator());
		if (revisions.isEmpty()) {
			this.context.print(nothing());
		}
		for (int i = 0; i < revisions.size(); i++) {
			if (!isVerbose()) {
				this.context.print(line(revisions.get(i)));
				continue;
			}
			if (i > 0) {
				this.context.print("");
			}
			RevisionLines.details(revisions.get(i)).forEach(this.context::print);
		}
	}

}
