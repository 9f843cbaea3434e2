package dev.migration.cli;

import java.util.ArrayList;
import java.util.List;

import dev.migration.Direction;
import dev.migration.MigrationRequest;
import dev.migration.MigrationResult;
import dev.migration.Migrator;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * Sets the version table without running anything.
 */
@Command(name = "stamp", description = "Sets the current revisions without running anything.",
		footer = { "", "Example: migrate stamp head", "         migrate stamp --purge 1b7d team@head",
				"         migrate stamp --sql --dialect postgresql head" })
final class StampCommand extends RunCommand {

	@Parameters(paramLabel = "REVISION", arity = "1..*", description = "What the database shall count as.")
	private List<String> revisions = new ArrayList<>();

	@Option(names = "--purge", description = "Remove all current revisions first, also those that nobody knows.")
	private boolean purge;

	StampCommand(CommandContext context) {
		super(context, Direction.STAMP);
	}

	@Override
	List<String> targets() {
		return this.revisions;
	}

	@Override
	MigrationRequest complete(MigrationRequest request) {
		return (this.purge) ? request.purging() : request;
	}

	@Override
	void checkSql(ScriptOptions options) {
		if (this.purge && options.isSql()) {
			throw options.usage("--purge is not for --sql: a script begins at known rows, and a purge at any");
		}
	}

	@Override
	MigrationResult run(Migrator migrator, MigrationRequest request) {
		return migrator.stamp(request);
	}

}
