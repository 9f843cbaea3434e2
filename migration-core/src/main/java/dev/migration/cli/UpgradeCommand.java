package dev.migration.cli;

import java.util.ArrayList;
import java.util.List;

import dev.migration.Direction;
import dev.migration.MigrationRequest;
import dev.migration.MigrationResult;
import dev.migration.Migrator;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/**
 * Applies what lies between the database and the targets.
 */
@Command(name = "upgrade", description = "Applies what is pending, up to the targets.",
		footer = { "", "Example: migrate upgrade head", "         migrate upgrade +1",
				"         migrate upgrade --sql --dialect postgresql 1b7d:head" })
final class UpgradeCommand extends RunCommand {

	@Parameters(paramLabel = "TARGET", arity = "1..*", description = "Where to go.")
	private List<String> targets = new ArrayList<>();

	UpgradeCommand(CommandContext context) {
		super(context, Direction.UPGRADE);
	}

	@Override
	List<String> targets() {
		return this.targets;
	}

	@Override
	MigrationResult run(Migrator migrator, MigrationRequest request) {
		return migrator.upgrade(request);
	}

}
