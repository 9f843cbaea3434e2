package dev.migration.cli;

import java.util.ArrayList;
import java.util.List;

import dev.migration.InvalidTargetException;
import dev.migration.InvalidTargetException.Reason;
import dev.migration.RevisionHeader;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/**
 * Writes a revision that joins others.
 */
@Command(name = "merge", description = "Writes a revision that joins others, without operations.",
		footer = { "", "Example: migrate merge -m \"join shop and core\" heads" })
final class MergeCommand extends WriteCommand {

	@Parameters(paramLabel = "REVISION", arity = "1..*", description = "What to join; 'heads' for all heads.")
	private List<String> revisions = new ArrayList<>();

	@Mixin
	private SpliceOption splice = new SpliceOption();

	MergeCommand(CommandContext context) {
		super(context);
	}

	@Override
	List<String> revises() {
		return this.revisions;
	}

	@Override
	List<String> dependsOn() {
		return List.of();
	}

	@Override
	boolean isSplice() {
		return this.splice.isSplice();
	}

	@Override
	void check(RevisionHeader draft) {
		if (draft.revises().size() < 2) {
			throw new InvalidTargetException(Reason.NO_SUCH_REVISION,
					"'" + String.join(" ", this.revisions) + "' names " + draft.revises().size()
							+ " revision(s), and a merge joins at least two",
					"Name the others too, or use 'heads'. Nothing was written.");
		}
	}

}
