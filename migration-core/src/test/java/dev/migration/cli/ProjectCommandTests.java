package dev.migration.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import dev.migration.Migrators;
import dev.migration.RevisionHeader;
import dev.migration.project.ProjectSettings;
import dev.migration.project.Projects;
import dev.migration.project.TestProject;
import dev.migration.runtime.MigratorBuilder;
import dev.migration.script.LocationRevisionSource;
import dev.migration.script.MigrationFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.jdbc.datasource.DriverManagerDataSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The commands that write into a project, with a database that cannot be reached.
 */
class ProjectCommandTests {

	private static final String LOCATION = "filesystem:sql";

	@TempDir
	private Path folder;

	private final StringWriter out = new StringWriter();

	private final StringWriter err = new StringWriter();

	private final Map<String, String> variables = new HashMap<>();

	private final ProjectSettings.Builder settings = ProjectSettings.builder().locations(List.of(LOCATION));

	@BeforeEach
	void createProject() throws IOException {
		Files.createDirectories(this.folder.resolve("src/main"));
	}

	@Test
	void initSaysWhatItCreatedAndWhatItKept() {
		assertThat(run("init")).as(this.err.toString()).isZero();
		assertThat(this.out).hasToString("""
				created sql
				created migration/revision.java.mustache
				created migration/revision.sql.mustache
				created migration/README.md
				created migrate
				created migrate.cmd

				Write a revision with: ./migrate revision -m "create account"
				""");
		this.out.getBuffer().setLength(0);
		assertThat(run("init")).isZero();
		assertThat(this.out.toString()).contains("kept    sql\n", "kept    migrate\n").doesNotContain("created");
	}

	@Test
	void initElsewhereIsRefused() throws IOException {
		Files.delete(this.folder.resolve("src/main"));
		assertThat(run("init")).isEqualTo(9);
		assertThat(this.err.toString()).contains("is not that of a project", "Go to the folder of the project");
	}

	@Test
	void theFirstRevisionIsABaseAndTheNextComesAfterIt() {
		assertThat(run("revision", "-m", "create account")).as(this.err.toString()).isZero();
		assertThat(this.out.toString()).matches("Wrote sql/[0-9a-f]{12}_create_account\\.sql\n");
		RevisionHeader first = read().get(0);
		assertThat(first.revises()).isEmpty();
		assertThat(run("revision", "-m", "add email", "--rev-id", "b2")).isZero();
		assertThat(read()).filteredOn((header) -> header.id().equals("b2"))
			.extracting(RevisionHeader::revises)
			.containsExactly(List.of(first.id()));
	}

	@Test
	void aRevisionSaysWhatItIsToldTo() {
		revision("a1");
		revision("b1", "--head", "base", "--branch-label", "shop");
		assertThat(run("revision", "--rev-id", "c1", "--head", "a1", "--head", "shop@head", "--branch-label", "web",
				"--branch-label", "all", "--depends-on", "shop", "--location", "sql", "--format", "SQL", "-m", "all"))
			.as(this.err.toString())
			.isZero();
		RevisionHeader written = read().stream().filter((header) -> header.id().equals("c1")).findFirst().orElseThrow();
		assertThat(written.revises()).containsExactly("a1", "b1");
		assertThat(written.branchLabels()).containsExactly("web", "all");
		assertThat(written.dependsOn()).containsExactly("shop");
		assertThat(written.message()).isEqualTo("all");
	}

	@Test
	void aRevisionInTheMiddleMustBeSpliced() {
		revision("a1");
		revision("a2");
		assertThat(run("revision", "--rev-id", "a3", "--head", "a1")).isEqualTo(3);
		assertThat(this.err.toString()).contains("--splice");
		revision("a3", "--head", "a1", "--splice");
		assertThat(read()).hasSize(3);
	}

	@Test
	void mergeJoinsAllHeads() {
		revision("a1");
		revision("b1", "--head", "base");
		assertThat(run("revision", "-m", "x")).as("several heads").isEqualTo(3);
		assertThat(run("merge", "-m", "join", "--rev-id", "m1", "--branch-label", "joined", "heads"))
			.as(this.err.toString())
			.isZero();
		assertThat(read()).filteredOn((header) -> header.id().equals("m1")).singleElement().satisfies((header) -> {
			assertThat(header.revises()).containsExactly("a1", "b1");
			assertThat(header.branchLabels()).containsExactly("joined");
		});
	}

	@ParameterizedTest
	@ValueSource(strings = { "merge a1", "merge a1 base", "merge base", "merge a1 a1", "merge nope", "merge a1 b1 zz",
			"revision --head nope", "revision --rev-id a1", "revision --rev-id a@b", "revision --depends-on nope",
			"revision --branch-label a1" })
	void whatMakesNoGraphIsRefusedAndNothingIsWritten(String arguments) {
		revision("a1");
		revision("b1", "--head", "base");
		assertThat(run(arguments.split(" "))).as(arguments).isEqualTo(3);
		assertThat(this.err.toString()).startsWith("error: ");
		assertThat(read()).hasSize(2);
	}

	@ParameterizedTest
	@ValueSource(strings = { "--template nope", "--location elsewhere", "--format java" })
	void whatTheProjectDoesNotHaveIsToldApart(String option) {
		assertThat(run(("revision " + option).split(" "))).isEqualTo(9);
		assertThat(this.err.toString()).startsWith("error: ");
		assertThat(new TestProject(this.folder).files("")).isEmpty();
	}

	@Test
	void aFormatThatThereIsNotIsWrongUsage() {
		assertThat(run("revision", "--format", "xml")).isEqualTo(2);
		assertThat(this.err.toString()).contains("--format", "java", "sql");
	}

	@Test
	void jsonTellsProgramsWhatWasWritten() {
		assertThat(run("revision", "-m", "x", "--rev-id", "a1", "--json")).isZero();
		assertThat(this.out.toString()).contains("\"revision\" : \"a1\"", "\"revises\" : [ ]", "\"format\" : \"sql\"",
				"\"file\" : \"" + this.folder.resolve("sql/a1_x.sql") + "\"");
	}

	@Test
	@DisabledOnOs(OS.WINDOWS)
	void hooksDoNotMixWithTheResult() {
		this.settings.postWriteHook("sh -c 'echo formatted' hook").postWriteHook("sh -c 'exit 7' hook");
		assertThat(run("revision", "--rev-id", "a1")).isZero();
		assertThat(this.out).hasToString("Wrote sql/a1.sql\n");
		assertThat(this.err.toString()).startsWith("formatted\nwarning: The post-write hook [sh -c exit 7 hook ")
			.contains("exit code 7");
		this.out.getBuffer().setLength(0);
		this.err.getBuffer().setLength(0);
		assertThat(run("-q", "revision", "--rev-id", "a2")).isZero();
		assertThat(this.out.toString()).isEmpty();
		assertThat(this.err.toString()).startsWith("warning: ");
	}

	@Test
	void argumentsReachTheTemplate() throws IOException {
		Files.createDirectories(this.folder.resolve("migration"));
		Files.writeString(this.folder.resolve("migration/data.sql.mustache"),
				"{{! Moves rows }}\n{{{header}}}\n-- ticket {{arguments.ticket}}\n-- upgrade\n");
		assertThat(run("revision", "--template", "data", "-x", "ticket=A-1", "--rev-id", "a1")).isZero();
		assertThat(this.folder.resolve("sql/a1.sql")).content().contains("-- ticket A-1\n");
		this.out.getBuffer().setLength(0);
		assertThat(run("list-templates")).isZero();
		assertThat(this.out.toString()).startsWith("""
				data (sql, migration/data.sql.mustache) - Moves rows
				revision (java, built in) - A class with an empty upgrade and downgrade
				revision (sql, built in) - A file with an empty upgrade and downgrade
				""");
		this.out.getBuffer().setLength(0);
		run("list-templates", "--json");
		assertThat(this.out.toString()).contains("\"name\" : \"data\"", "\"origin\" : \"built in\"");
	}

	@Test
	void editPrintsThePathWhereThereIsNoEditor() {
		revision("a1");
		assertThat(run("edit", "head")).as(this.err.toString()).isZero();
		assertThat(this.out.toString()).endsWith(this.folder.resolve("sql/a1.sql") + "\n");
	}

	@Test
	@DisabledOnOs(OS.WINDOWS)
	void editOpensTheEditorOfTheUser() {
		revision("a1");
		revision("b1", "--head", "base");
		this.out.getBuffer().setLength(0);
		this.variables.put("EDITOR", "false");
		this.variables.put("VISUAL", "sh -c 'for file; do echo edited > \"$file\"; done' editor");
		assertThat(run("edit", "heads")).as(this.err.toString()).isZero();
		assertThat(this.out.toString()).isEmpty();
		assertThat(this.folder.resolve("sql/a1.sql")).hasContent("edited");
		assertThat(this.folder.resolve("sql/b1.sql")).hasContent("edited");
	}

	@Test
	void anEditorThatFailsIsToldApart() {
		revision("a1");
		this.variables.put("EDITOR", "no-such-editor-anywhere");
		assertThat(run("edit", "a1")).isEqualTo(9);
		assertThat(this.err.toString()).contains("[no-such-editor-anywhere] failed", "VISUAL or EDITOR");
	}

	@Test
	void aRevisionWhoseSourceIsElsewhereIsSaid() {
		this.settings.locations(List.of("classpath:dev/migration/cli/revisions"));
		assertThat(run("edit", "c200")).isEqualTo(9);
		assertThat(this.err.toString()).contains("c200 (create team) is not in the project " + this.folder,
				"dev/migration/cli/revisions/c200.sql");
	}

	@Test
	void onlyCurrentAsksTheDatabase() {
		revision("a1");
		assertThat(run("edit", "current")).isEqualTo(8);
		assertThat(run("show", "current")).isEqualTo(8);
	}

	@ParameterizedTest
	@ValueSource(strings = { "init", "revision", "merge", "edit", "list-templates" })
	void helpShowsAnExample(String command) {
		assertThat(run(command, "--help")).isZero();
		assertThat(this.out.toString()).contains("Example: migrate " + command);
	}

	private void revision(String id, String... options) {
		String[] all = new String[options.length + 3];
		all[0] = "revision";
		all[1] = "--rev-id";
		all[2] = id;
		System.arraycopy(options, 0, all, 3, options.length);
		assertThat(run(all)).as(this.err.toString()).isZero();
	}

	private int run(String... arguments) {
		ProjectSettings project = this.settings.baseDirectory(this.folder).build();
		return new MigrateCli(CliEnvironment
			.of(() -> Migrators.of("db",
					MigratorBuilder.forDataSource(new DriverManagerDataSource("jdbc:sqlite:/no/such/folder/x.db"))
						.revisions(new LocationRevisionSource(locations(project), getClass().getClassLoader(),
								MigrationFactory.withoutArguments()))
						.build()),
					new PrintWriter(this.out), new PrintWriter(this.err))
			.withProjects(Projects.of(project))
			.withVariables(this.variables)).run(arguments);
	}

	private List<RevisionHeader> read() {
		return new TestProject(this.folder).read(locations(this.settings.build()).toArray(String[]::new));
	}

	private List<String> locations(ProjectSettings project) {
		return project.locations()
			.stream()
			.map((location) -> location.equals(LOCATION) ? "filesystem:" + this.folder.resolve("sql") : location)
			.toList();
	}

}
