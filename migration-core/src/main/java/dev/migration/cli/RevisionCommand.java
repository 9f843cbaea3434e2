package dev.migration.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

import dev.migration.ProposalRequest;
import dev.migration.ProposedRevision;
import dev.migration.RenameDecision;
import dev.migration.RevisionBody;
import dev.migration.RevisionHeader;
import dev.migration.project.AttributeFile;
import dev.migration.project.RevisionFormat;

/**
 * Writes a new revision: one that does nothing yet, or what brings the database to the
 * entities.
 */
@Command(name = "revision", description = "Writes a new revision into the sources of the project.",
		footer = { "", "Example: migrate revision -m \"add email\"",
				"         migrate revision --autogenerate -m \"add email\"",
				"         migrate revision -m \"add cart\" --head base --branch-label shop" })
final class RevisionCommand extends WriteCommand {

	private final CommandContext context;

	@Option(names = "--head", paramLabel = "REVISION", arity = "1",
			description = "What it comes after: 'head' by default, 'base' for a new root; may be repeated.")
	private List<String> heads = new ArrayList<>();

	@Option(names = "--depends-on", paramLabel = "REVISION",
			description = "What must be applied before it; may be repeated.")
	private List<String> dependsOn = new ArrayList<>();

	@Option(names = "--autogenerate",
			description = "Compare the database with the entities, and write what brings it there.")
	private boolean autogenerate;

	@Option(names = "--rename", paramLabel = "OLD:NEW", description = "With --autogenerate: what was renamed, as in "
			+ "team:squad or team.name:title; may be repeated.")
	private List<String> renames = new ArrayList<>();

	@Option(names = "--accept-drop", description = "With --autogenerate: drop what is gone even if something like it "
			+ "has come, without asking whether it was renamed.")
	private boolean acceptDrop;

	@Option(names = "--allow-empty", description = "With --autogenerate: write a revision even if it does nothing.")
	private boolean allowEmpty;

	@Mixin
	private SpliceOption splice = new SpliceOption();

	private Map<String, String> attributes = Map.of();

	RevisionCommand(CommandContext context) {
		super(context);
		this.context = context;
	}

	@Override
	List<String> revises() {
		return this.heads.isEmpty() ? List.of("head") : this.heads;
	}

	@Override
	List<String> dependsOn() {
		return this.dependsOn;
	}

	@Override
	boolean isSplice() {
		return this.splice.isSplice();
	}

	@Override
	@Nullable RevisionBody body(RevisionFormat format) {
		if (!this.autogenerate) {
			return RevisionBody.EMPTY;
		}
		ProposedRevision proposed = this.context.migrator()
			.propose(new ProposalRequest(this.renames, attributeFile().read(), decision()));
		this.attributes = proposed.attributes();
		proposed.differences().forEach((difference) -> this.context.inform("Detected " + difference.found()));
		if (!proposed.differences().isEmpty()) {
			return (format == RevisionFormat.JAVA) ? proposed.java() : proposed.sql();
		}
		if (this.allowEmpty) {
			return RevisionBody.EMPTY;
		}
		settled(null);
		this.context.print("No changes: the schema is what the application asks for. Nothing was written.");
		return null;
	}

	/**
	 * The schema is as the entities ask, or a revision says how it comes there.
	 */
	@Override
	void settled(@Nullable RevisionHeader revision) {
		if (this.autogenerate) {
			attributeFile().write(this.attributes);
		}
	}

	private AttributeFile attributeFile() {
		return new AttributeFile(this.context.project(), this.context.options().database());
	}

	private RenameDecision decision() {
		if (this.acceptDrop) {
			return RenameDecision.ACCEPT_DROP;
		}
		Prompt prompt = this.context.environment().prompt();
		return (prompt != null) ? new RenameDialog(prompt) : RenameDecision.REFUSE;
	}

}
