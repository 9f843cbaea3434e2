package dev.migration.cli;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import dev.migration.NewRevision;
import dev.migration.RevisionBody;
import dev.migration.RevisionDirectory;
import dev.migration.RevisionHeader;
import dev.migration.project.ProjectSettings;
import dev.migration.project.RevisionFileRequest;
import dev.migration.project.RevisionFormat;
import dev.migration.project.RevisionIds;
import dev.migration.project.RevisionTemplates;
import dev.migration.project.RevisionWriter;
import dev.migration.project.WrittenRevision;
import picocli.CommandLine.Option;

/**
 * What the commands share that write a revision into the sources. No database is asked
 * unless what the revision does depends on one.
 */
abstract class WriteCommand implements Runnable {

	private final CommandContext context;

	@Option(names = { "-m", "--message" }, paramLabel = "TEXT", description = "What it does, in a few words.")
	private @Nullable String message;

	@Option(names = "--rev-id", paramLabel = "ID", description = "Its id; random by default.")
	private @Nullable String id;

	@Option(names = "--branch-label", paramLabel = "LABEL",
			description = "A name for the branch that it begins; may be repeated.")
	private List<String> branchLabels = new ArrayList<>();

	@Option(names = "--location", paramLabel = "LOCATION",
			description = "Where to write it: one of the configured locations; by default where its parent is.")
	private @Nullable String location;

	@Option(names = "--format", paramLabel = "java|sql", description = "What to write it in.")
	private @Nullable RevisionFormat format;

	@Option(names = "--template", paramLabel = "NAME", defaultValue = RevisionTemplates.DEFAULT,
			description = "Which template; '${DEFAULT-VALUE}' by default.")
	private String template = RevisionTemplates.DEFAULT;

	@Option(names = "--json", description = "Write JSON, for programs.")
	private boolean json;

	@Option(names = { "-h", "--help" }, usageHelp = true, description = "Show this help.")
	private boolean help;

	WriteCommand(CommandContext context) {
		this.context = context;
	}

	abstract List<String> revises();

	abstract List<String> dependsOn();

	/**
	 * Return whether it may come after a revision that is no head.
	 */
	abstract boolean isSplice();

	/**
	 * Return the id if the user names none.
	 */
	String newId() {
		return RevisionIds.random();
	}

	/**
	 * Return the message if the user writes none.
	 */
	String newMessage() {
		return "";
	}

	/**
	 * Return what the revision does.
	 * @param format what it is written in
	 * @return the body, or {@code null} if no revision is to be written
	 */
	@Nullable RevisionBody body(RevisionFormat format) {
		return RevisionBody.EMPTY;
	}

	/**
	 * Do what is to be done when the revision is written, or need not be.
	 * @param revision the revision, or {@code null} if none was written
	 */
	void settled(@Nullable RevisionHeader revision) {
	}

	/**
	 * Refuse what is no such revision.
	 */
	void check(RevisionHeader draft) {
	}

	@Override
	public void run() {
		RevisionDirectory directory = this.context.migrator().directory();
		RevisionHeader draft = directory.draft(new NewRevision((this.id != null) ? this.id : newId(),
				(this.message != null) ? this.message : newMessage(), revises(), isSplice(), this.branchLabels,
				dependsOn()));
		check(draft);
		List<RevisionHeader> parents = draft.revises()
			.stream()
			.map((parent) -> directory.show(parent).get(0).revision())
			.toList();
		ProjectSettings project = this.context.project();
		RevisionWriter writer = new RevisionWriter(project, this.context::inform);
		RevisionFileRequest request = RevisionFileRequest.of(draft, parents)
			.in(this.format)
			.at(this.location)
			.from(this.template)
			.with(this.context.arguments());
		RevisionBody body = body(writer.format(request));
		if (body == null) {
			return;
		}
		WrittenRevision written = writer.write(request.doing(body));
		if (this.json) {
			this.context.printJson(WrittenJson.of(written));
		}
		else {
			this.context.print("Wrote " + project.display(written.file()));
		}
		written.warnings().forEach(this.context::warn);
		settled(written.header());
	}

	/**
	 * A new revision as programs read it. The names are documented and stay.
	 *
	 * @param revision the id
	 * @param revises the ids of its parents
	 * @param dependsOn what else must be applied before it, as it was said
	 * @param branchLabels the names it gives to its branch
	 * @param message what it does
	 * @param created when it was written
	 * @param format {@code java} or {@code sql}
	 * @param file the file
	 */
	private record WrittenJson(String revision, List<String> revises, List<String> dependsOn, List<String> branchLabels,
			String message, @Nullable Instant created, String format, String file) {

		static WrittenJson of(WrittenRevision written) {
			RevisionHeader header = written.header();
			return new WrittenJson(header.id(), header.revises(), header.dependsOn(), header.branchLabels(),
					header.message(), header.created(), written.format().extension(), written.file().toString());
		}

	}

}
