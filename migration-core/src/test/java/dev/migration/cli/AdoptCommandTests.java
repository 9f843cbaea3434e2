package dev.migration.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.UnaryOperator;

import dev.migration.test.TestDatabase;
import dev.migration.test.TestDatabase.Kind;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * {@code adopt}, with a project and a database.
 */
class AdoptCommandTests {

	@TempDir
	private Path folder;

	private final TestDatabase database = TestDatabase.create(Kind.SQLITE);

	private CommandProject project;

	@BeforeEach
	void createProject() throws IOException {
		this.project = new CommandProject(this.folder, this.database);
		this.database.execute("CREATE TABLE team (id integer PRIMARY KEY, name varchar(20) NOT NULL)",
				"CREATE INDEX ix_team_name ON team (name)", "INSERT INTO team VALUES (1, 'Graph Walkers')");
	}

	@Test
	void writesTheRevisionStampsItAndTellsWhatIsNext() throws IOException {
		assertThat(run("adopt", "--rev-id", "a1")).as(this.project.err().toString()).isZero();
		assertThat(this.project.out()).hasToString("Wrote sql/a1_adopt_the_schema.sql\n");
		assertThat(this.project.err().toString()).startsWith("""
				Found no table of another migration tool.
				Found 1 table, 1 index.
				Stamped SQLite""").endsWith("""
				 with a1. No table was changed.

				Next:
				- Stamp each other database that has this schema: 'migrate stamp a1', or the property \
				migration.baseline-revision. On an empty one the revision runs.
				- Run 'migrate check': it tells how the schema differs from the entities.
				""");
		assertThat(Files.readString(this.project.revisions().get(0))).contains("CREATE TABLE team",
				"CREATE INDEX ix_team_name", "DROP TABLE team");
		assertThat(run("upgrade", "head")).isZero();
		assertThat(this.project.out().toString()).contains("Nothing to do", "is at a1");
		assertThat(this.database.query("SELECT name FROM team")).containsExactly("Graph Walkers");
	}

	@Test
	void aDryRunDoesNothing() throws IOException {
		assertThat(run("adopt", "--dry-run")).isZero();
		assertThat(this.project.out()).hasToString("Nothing was written, and the database was not stamped.\n");
		assertThat(this.project.revisions()).isEmpty();
		assertThat(this.database.tables()).containsExactly("team");
	}

	@Test
	void whatIsFoundOfAnotherToolIsTold() {
		this.database.execute("CREATE TABLE alembic_version (version_num varchar(32) NOT NULL PRIMARY KEY)",
				"INSERT INTO alembic_version VALUES ('ae1027a6acf')", "CREATE VIRTUAL TABLE doc USING fts5(body)");
		assertThat(run("adopt", "--json")).as(this.project.err().toString()).isZero();
		assertThat(this.project.out().toString()).contains("\"revision\" : \"ae1027a6acf\"",
				"\"message\" : \"adopt the schema of Alembic\"");
		assertThat(this.project.err().toString()).startsWith("""
				Found Alembic in alembic_version: at ae1027a6acf.
				Found 1 table, 1 index.
				Left out: virtual table doc
				""").contains("""

				- Add to the revision what a new database needs of what is left out, with op.execute(…).
				- Run no more Alembic migrations on it: one schema, one tool.
				- alembic_version stays. Drop it when no older version of the application runs any more.
				""");
	}

	@Test
	void aVersionTableThatAlembicSharesMustStay() {
		this.database.execute("CREATE TABLE alembic_version (version_num varchar(32) NOT NULL PRIMARY KEY)",
				"INSERT INTO alembic_version VALUES ('ae1027a6acf')");
		assertThat(this.project.run((migrator) -> migrator.versionTable("alembic_version"), UnaryOperator.identity(),
				"adopt"))
			.isZero();
		assertThat(this.project.err().toString()).contains("""
				- alembic_version is the version table from now on, and must stay.
				- Each other database that Alembic has brought to ae1027a6acf is at the revision already. \
				On an empty one the revision runs.
				""").doesNotContain("Drop it", "migrate stamp");
	}

	@Test
	void whatCannotBeTakenOverIsRefused() throws IOException {
		assertThat(run("adopt")).isZero();
		assertThat(run("adopt")).isEqualTo(4);
		assertThat(this.project.err().toString()).contains("error: The application has revisions already, up to ",
				"say so with 'migrate stamp REVISION'. Nothing was written.");
		assertThat(this.project.revisions()).hasSize(1);
	}

	@Test
	void aFileWhoseStampFailsIsNotForgotten() throws IOException {
		this.database.execute("CREATE VIEW migration_version AS SELECT name AS version_num FROM team WHERE id > 1");
		assertThat(run("adopt", "--rev-id", "a1")).isNotZero();
		assertThat(this.project.revisions()).hasSize(1);
		assertThat(this.project.err().toString())
			.contains("warning: The file was written, but the database was not stamped. When what is told below is "
					+ "mended, run 'migrate stamp a1'.\nerror: ");
	}

	private int run(String... arguments) {
		this.project.out().getBuffer().setLength(0);
		this.project.err().getBuffer().setLength(0);
		return this.project.run(UnaryOperator.identity(), UnaryOperator.identity(), arguments);
	}

}
