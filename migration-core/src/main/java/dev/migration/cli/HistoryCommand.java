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
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/**
 * Shows the revisions with what comes after what.
 */
@Command(name = "history", description = "Shows the revisions, newest first.",
		footer = { "", "Example: migrate history -r 1b7d:head", "         migrate history -i --graph",
				"         migrate history --format mermaid > history.mmd" })
final class HistoryCommand extends ReadCommand {

	@Option(names = { "-r", "--rev-range" }, paramLabel = "FROM:TO",
			description = "Only from one revision to another, both included; 'current' is where the database is.")
	private @Nullable String range;

	@Option(names = { "-i", "--indicate-current" }, description = "Ask the database what it has, and mark it.")
	private boolean indicateCurrent;

	@Option(names = "--graph", description = "Draw the branches, as 'git log --graph' does.")
	private boolean graph;

	@Option(names = "--format", paramLabel = "FORMAT", converter = HistoryFormat.Converter.class,
			description = "text, or a document that draws the branches: mermaid, dot.")
	private @Nullable HistoryFormat format;

	@Spec
	private CommandSpec spec = CommandSpec.create();

	HistoryCommand(CommandContext context) {
		super(context);
	}

	/**
	 * Require that what is asked for can be one thing.
	 * @throws ParameterException if options contradict one another
	 */
	void requireOneForm() {
		boolean document = this.format != null && this.format != HistoryFormat.TEXT;
		if (isJson() && (this.graph || this.format != null)) {
			throw contradiction("--json", this.graph ? "--graph" : "--format");
		}
		if (document && (this.graph || isVerbose())) {
			throw contradiction("--format " + this.format, this.graph ? "--graph" : "--verbose");
		}
	}

	private ParameterException contradiction(String one, String other) {
		return new ParameterException(this.spec.commandLine(), one + " and " + other + " contradict one another");
	}

	@Override
	public void run() {
		requireOneForm();
		super.run();
	}

	@Override
	void print(List<ShownRevision> revisions) {
		if (this.format == HistoryFormat.MERMAID) {
			MermaidDocument.lines(revisions).forEach(context()::print);
		}
		else if (this.format == HistoryFormat.DOT) {
			DotDocument.lines(revisions).forEach(context()::print);
		}
		else if (this.graph && !revisions.isEmpty()) {
			new HistoryGraph(context().palette(), isVerbose()).lines(revisions).forEach(context()::print);
		}
		else {
			super.print(revisions);
		}
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
		revisions.forEach((revision) -> context().print(RevisionLines.historyLine(revision, context().palette())));
	}

	@Override
	String nothing() {
		return (this.range != null) ? "There are no revisions in '" + this.range + "'." : "There are no revisions.";
	}

}
