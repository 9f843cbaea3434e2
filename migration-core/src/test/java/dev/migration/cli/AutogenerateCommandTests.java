package dev.migration.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import dev.migration.Migrators;
import dev.migration.project.ProjectSettings;
import dev.migration.project.Projects;
import dev.migration.runtime.MigratorBuilder;
import dev.migration.schema.Column;
import dev.migration.schema.ColumnName;
import dev.migration.schema.QualifiedName;
import dev.migration.schema.Schema;
import dev.migration.schema.Table;
import dev.migration.schema.TargetSchema;
import dev.migration.script.LocationRevisionSource;
import dev.migration.script.MigrationFactory;
import dev.migration.test.TestDatabase;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static dev.migration.schema.Definitions.column;
import static dev.migration.schema.Types.bigint;
import static dev.migration.schema.Types.varchar;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * {@code revision --autogenerate} and {@code check}, with a project and a database.
 */
class AutogenerateCommandTests {

	@TempDir
	private Path folder;

	private final TestDatabase database = TestDatabase.create(TestDatabase.Kind.SQLITE);

	private CommandProject project;

	private StringWriter out;

	private StringWriter err;

	private TargetSchema target = team(column("name", varchar(80)));

	private final Deque<String> answers = new ArrayDeque<>();

	private final List<String> questions = new ArrayList<>();

	@BeforeEach
	void createProject() throws IOException {
		this.project = new CommandProject(this.folder, this.database);
		this.out = this.project.out();
		this.err = this.project.err();
	}

	@Test
	void whatIsFoundIsPrintedAndWritten() throws IOException {
		assertThat(run("revision", "--autogenerate", "-m", "create team")).as(this.err.toString()).isZero();
		assertThat(this.err).hasToString("Detected added table 'team'\n");
		assertThat(this.out.toString()).matches("Wrote sql/[0-9a-f]{12}_create_team\\.sql\n");
		assertThat(Files.readString(revisions().get(0))).contains("-- upgrade", "CREATE TABLE team", "-- downgrade",
				"DROP TABLE team;");
		assertThat(run("upgrade", "head")).as(this.err.toString()).isZero();
		assertThat(run("check")).isZero();
	}

	@Test
	void nothingIsWrittenIfNothingDiffers() throws IOException {
		settle();
		assertThat(run("revision", "--autogenerate", "-m", "nothing")).isZero();
		assertThat(this.out)
			.hasToString("No changes: the schema is what the application asks for. Nothing was written.\n");
		assertThat(revisions()).hasSize(1);
		assertThat(run("revision", "--autogenerate", "--allow-empty", "-m", "nothing")).isZero();
		assertThat(revisions()).hasSize(2);
	}

	@Test
	void aDatabaseThatIsNotAtHeadIsToBeUpgradedFirst() throws IOException {
		assertThat(run("revision", "--autogenerate", "-m", "create team")).isZero();
		assertThat(run("revision", "--autogenerate", "-m", "again")).isEqualTo(4);
		assertThat(this.err.toString()).contains("lacks 1 revision", "migrate upgrade head");
		assertThat(revisions()).hasSize(1);
	}

	@Test
	void aColumnThatMayHaveBeenRenamedIsNotDroppedSilently() throws IOException {
		settle();
		this.target = team(column("title", varchar(80)));
		assertThat(run("revision", "--autogenerate", "-m", "title")).isEqualTo(5);
		assertThat(this.err).hasToString("""
				error: Column team.name is gone. Was it renamed to title?
				If it was, say --rename team.name:title, or put @RenamedFrom on the entity or attribute. \
				If it was not, say --accept-drop: it is then dropped with its values.
				""");
		assertThat(revisions()).hasSize(1);
	}

	@Test
	void whatWasRenamedCanBeSaid() throws IOException {
		settle();
		this.database.execute("INSERT INTO team (id, name) VALUES (1, 'Ada')");
		this.target = team(column("title", varchar(80)));
		assertThat(run("revision", "--autogenerate", "--rename", "team.name:title", "-m", "title"))
			.as(this.err.toString())
			.isZero();
		assertThat(this.err).hasToString("Detected renamed column 'team.name' to 'title'\n");
		assertThat(run("upgrade", "head")).isZero();
		assertThat(this.database.query("SELECT title FROM team")).containsExactly("Ada");
		assertThat(run("check")).isZero();
	}

	@Test
	void aRenameOfWhatIsNotThereIsAMistake() throws IOException {
		settle();
		assertThat(run("revision", "--autogenerate", "--rename", "tem.name:title")).isEqualTo(2);
		assertThat(this.err.toString())
			.startsWith("error: The rename 'tem.name:title' cannot be: the database has no table tem; it has [");
	}

	@Test
	void whatIsGoneIsDroppedIfThatIsAccepted() throws IOException {
		settle();
		this.target = team(column("title", varchar(80)));
		assertThat(run("revision", "--autogenerate", "--accept-drop", "-m", "title")).as(this.err.toString()).isZero();
		assertThat(this.err).hasToString("Detected added column 'team.title'\nDetected removed column 'team.name'\n");
		assertThat(Files.readString(latest("title"))).contains("-- The values of team.name are lost.");
	}

	@Test
	void aPersonAtTheTerminalIsAsked() throws IOException {
		settle();
		this.target = team(column("title", varchar(80)));
		this.answers.addAll(List.of("what?", "y"));
		assertThat(run("revision", "--autogenerate", "-m", "title")).as(this.err.toString()).isZero();
		assertThat(this.questions).containsExactly("Column team.name is gone. Was it renamed to title? [y/n]",
				"Column team.name is gone. Was it renamed to title? [y/n]");
		assertThat(this.err).hasToString("Detected renamed column 'team.name' to 'title'\n");
	}

	@Test
	void ofSeveralCandidatesOneIsChosen() throws IOException {
		settle();
		this.target = team(column("title", varchar(80)), column("motto", varchar(80)));
		this.answers.addAll(List.of("3", "2"));
		assertThat(run("revision", "--autogenerate", "-m", "motto")).as(this.err.toString()).isZero();
		assertThat(this.questions.get(0)).endsWith("""
				Was it renamed to title or motto?
				  1) team.name:title
				  2) team.name:motto
				  n) none of these: drop it, with its values
				[1-2/n]""");
		assertThat(this.err.toString()).contains("Detected renamed column 'team.name' to 'motto'");
	}

	@Test
	void anAttributeThatHasAnotherColumnNeedsNoQuestion() throws IOException {
		this.target = of(this.target, "name");
		settle();
		assertThat(Files.readString(this.folder.resolve("migration/attributes.properties")))
			.contains("\nteam=Team\nteam.id=Team.id\nteam.name=Team.title\n");
		this.target = of(team(column("title", varchar(80)), column("motto", varchar(80))), "title");
		assertThat(run("revision", "--autogenerate", "-m", "title")).as(this.err.toString()).isZero();
		assertThat(this.err)
			.hasToString("Detected renamed column 'team.name' to 'title'\nDetected added column 'team.motto'\n");
		assertThat(Files.readString(this.folder.resolve("migration/attributes.properties")))
			.contains("team.title=Team.title");
	}

	private void settle() {
		assertThat(run("revision", "--autogenerate", "-m", "create team")).as(this.err.toString()).isZero();
		assertThat(run("upgrade", "head")).as(this.err.toString()).isZero();
		reset();
	}

	private static TargetSchema team(Column... columns) {
		List<Column> all = new ArrayList<>(List.of(column("id", bigint()).primaryKey()));
		all.addAll(List.of(columns));
		return TargetSchema.of(new Schema(List.of(Table.of("team", all)), List.of(), List.of(), List.of()));
	}

	private static TargetSchema of(TargetSchema target, String titleColumn) {
		QualifiedName team = QualifiedName.of("team");
		return new TargetSchema(target.schema(), List.of(), Map.of(team, "Team"),
				Map.of(new ColumnName(team, "id"), "Team.id", new ColumnName(team, titleColumn), "Team.title"));
	}

	private List<Path> revisions() throws IOException {
		return this.project.revisions();
	}

	private Path latest(String slug) throws IOException {
		return revisions().stream()
			.filter((file) -> file.getFileName().toString().endsWith("_" + slug + ".sql"))
			.findFirst()
			.orElseThrow();
	}

	private void reset() {
		this.out.getBuffer().setLength(0);
		this.err.getBuffer().setLength(0);
	}

	private int run(String... arguments) {
		reset();
		return this.project.run((migrator) -> migrator.targetSchema((product) -> this.target),
				(environment) -> environment.withPrompt(this.answers.isEmpty() ? null : this::ask), arguments);
	}

	private @Nullable String ask(String question) {
		this.questions.add(question);
		return this.answers.poll();
	}

}
