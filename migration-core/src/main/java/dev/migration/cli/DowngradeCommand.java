package dev.migration.cli;

import java.util.List;

import dev.migration.Direction;
import dev.migration.MigrationRequest;
import dev.migration.MigrationResult;
import dev.migration.Migrator;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/**
 * Takes back what lies above the target.
 */
@Command(name = "downgrade", description = "Takes back what lies above the target.",
		footer = { "", "Example: migrate downgrade -1", "         migrate downgrade base --dry-run",
				"         migrate downgrade --sql --dialect postgresql head:1b7d" })
final class DowngradeCommand extends RunCommand {

	@Parameters(paramLabel = "TARGET", description = "Where to go.")
	private String target = "";

	DowngradeCommand(CommandContext context) {
		super(context, Direction.DOWNGRADE);
	}

	@Override
	List<String> targets() {
		return List.of(this.target);
	}

	@Override
	MigrationResult run(Migrator migrator, MigrationRequest request) {
		return migrator.downgrade(request);
	}

}
