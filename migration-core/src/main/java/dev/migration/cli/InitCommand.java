package dev.migration.cli;

import java.util.List;

import dev.migration.project.InitializedFile;
import dev.migration.project.ProjectInitializer;
import dev.migration.project.ProjectSettings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * Prepares a project for writing revisions.
 */
@Command(name = "init",
		description = "Creates the revisions folder, the templates, ./migrate and migrate.cmd, where they are missing.",
		footer = { "", "Run it in the folder of the project.", "", "Example: migrate init" })
final class InitCommand implements Runnable {

	private final CommandContext context;

	@Option(names = { "-h", "--help" }, usageHelp = true, description = "Show this help.")
	private boolean help;

	InitCommand(CommandContext context) {
		this.context = context;
	}

	@Override
	public void run() {
		ProjectSettings project = this.context.projects().whole();
		List<InitializedFile> files = new ProjectInitializer(project, this.context.environment().mainClass()).run();
		for (InitializedFile file : files) {
			this.context.print((file.created() ? "created " : "kept    ") + project.display(file.path()));
		}
		this.context.print("");
		this.context.print("Write a revision with: ./migrate revision -m \"create account\"");
	}

}
