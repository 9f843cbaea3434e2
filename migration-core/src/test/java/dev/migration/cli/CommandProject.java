package dev.migration.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

import dev.migration.Migrators;
import dev.migration.project.ProjectSettings;
import dev.migration.project.Projects;
import dev.migration.runtime.MigratorBuilder;
import dev.migration.script.LocationRevisionSource;
import dev.migration.script.MigrationFactory;
import dev.migration.test.TestDatabase;

/**
 * A project with revisions in SQL and a database, in which commands are run.
 */
final class CommandProject {

	private final Path folder;

	private final TestDatabase database;

	private final StringWriter out = new StringWriter();

	private final StringWriter err = new StringWriter();

	CommandProject(Path folder, TestDatabase database) throws IOException {
		this.folder = folder;
		this.database = database;
		Files.createDirectories(folder.resolve("src/main"));
	}

	StringWriter out() {
		return this.out;
	}

	StringWriter err() {
		return this.err;
	}

	List<Path> revisions() throws IOException {
		Path sql = this.folder.resolve("sql");
		if (!Files.exists(sql)) {
			return List.of();
		}
		try (Stream<Path> files = Files.list(sql)) {
			return files.toList();
		}
	}

	int run(UnaryOperator<MigratorBuilder> migrator, UnaryOperator<CliEnvironment> environment, String... arguments) {
		ProjectSettings settings = ProjectSettings.builder()
			.locations(List.of("filesystem:sql"))
			.baseDirectory(this.folder)
			.build();
		MigratorBuilder builder = migrator.apply(MigratorBuilder.forDataSource(this.database.dataSource())
			.revisions(new LocationRevisionSource(List.of("filesystem:" + this.folder.resolve("sql")),
					getClass().getClassLoader(), MigrationFactory.withoutArguments())));
		return new MigrateCli(environment.apply(CliEnvironment
			.of(() -> Migrators.of("db", builder.build()), new PrintWriter(this.out), new PrintWriter(this.err))
			.withProjects(Projects.of(settings)))).run(arguments);
	}

}
