package dev.migration.cli;

import java.util.List;

import dev.migration.Migrator;
import picocli.CommandLine.Option;

/**
 * What the commands share that only read: they show revisions, in a line, in detail, or
 * for a program. They never write to the database.
 */
abstract class ReadCommand implements Runnable {

	private final CommandContext context;

	@Option(names = { "-v", "--verbose" }, description = "Show all that is known of each revision.")
	private boolean verbose;

	@Option(names = "--json", description = "Write JSON, for programs.")
	private boolean json;

	@Option(names = { "-h", "--help" }, usageHelp = true, description = "Show this help.")
	private boolean help;

	ReadCommand(CommandContext context) {
		this.context = context;
	}

	abstract List<ShownRevision> read(Migrator migrator);

	/**
	 * Show revisions in a line each.
	 */
	abstract void printLines(List<ShownRevision> revisions);

	/**
	 * What to say when there is none.
	 */
	abstract String nothing();

	CommandContext context() {
		return this.context;
	}

	@Override
	public void run() {
		List<ShownRevision> revisions = read(this.context.migrator());
		if (this.json) {
			this.context.printJson(revisions.stream().map(RevisionJson::of).toList());
		}
		else {
			print(revisions);
		}
	}

	boolean isJson() {
		return this.json;
	}

	boolean isVerbose() {
		return this.verbose;
	}

	void print(List<ShownRevision> revisions) {
		if (revisions.isEmpty()) {
			this.context.print(nothing());
		}
		else if (this.verbose) {
			printDetails(revisions);
		}
		else {
			printLines(revisions);
		}
	}

	void printDetails(List<ShownRevision> revisions) {
		boolean first = true;
		for (ShownRevision revision : revisions) {
			if (!first) {
				this.context.print("");
			}
			first = false;
			RevisionLines.details(revision, this.context.palette()).forEach(this.context::print);
		}
	}

}
