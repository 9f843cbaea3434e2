package dev.migration.boot.autoconfigure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.util.List;

import dev.migration.Migration;
import dev.migration.Migrator;
import dev.migration.Operations;
import dev.migration.Revision;
import dev.migration.RevisionFailedException;
import dev.migration.boot.autoconfigure.FailingStart.Report;
import dev.migration.test.DyingDataSource;
import dev.migration.runtime.MigratorBuilder;
import dev.migration.script.LocationRevisionSource;
import dev.migration.script.MigrationFactory;
import dev.migration.test.TestDatabase;
import dev.migration.test.TestDatabase.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * What the console shows when the revisions, or where the database is, keep an
 * application from starting.
 */
@ExtendWith(OutputCaptureExtension.class)
class StartupFailureAnalysisTests {

	private static final String AS_BEFORE = " The database is as it was before this revision.";

	private final TestDatabase database = TestDatabase.create(Kind.SQLITE);

	@TempDir
	Path folder;

	@Test
	void noRevisions(CapturedOutput output) {
		Report report = start(output).fails();
		assertThat(report.description()).isEqualTo("There are no revisions in filesystem:<folder>");
		assertThat(report.action()).isEqualTo(
				"""
						One of these helps:

							write the first one with './migrate revision --autogenerate -m "…"' ('migrate init' prepares a project)
							take over a database that has tables already with './migrate adopt'
							correct 'migration.locations', if there are some elsewhere
							set 'migration.fail-on-missing-locations' to false, to start without any""");
		assertThat(start(output).with("migration.databases.audit.url=sqlite://").fails()).satisfies((named) -> {
			assertThat(named.description())
				.isEqualTo("Database 'audit': There are no revisions in classpath:db/revisions/audit");
			assertThat(named.action()).contains("correct 'migration.databases.audit.locations'");
		});
	}

	@Test
	void aBrokenGraph(CapturedOutput output) {
		Report report = start(output).revision("a1", "b1", "SELECT 1;")
			.revision("b1", "a1", "SELECT 1;")
			.file("copy.sql", "-- revision: b1\n-- upgrade\nSELECT 1;")
			.fails();
		assertThat(report.description()).isEqualTo("""
				The revisions do not form a valid graph:
				  - The id 'b1' is used twice: by <folder>/b1.sql and by <folder>/copy.sql""");
		assertThat(report.action())
			.isEqualTo("Mend each of the problems in the revision that it names. Nothing was run.");
		assertThat(problem(output, "d1", "c1"))
			.isEqualTo("revision d1 [<folder>/copy.sql] revises 'c1', which is not there");
		assertThat(problem(output, "d1", "")).isEqualTo("There is a cycle: a1 -> b1 -> a1");
	}

	private String problem(CapturedOutput output, String id, String revises) {
		return start(output)
			.file("copy.sql", "-- revision: " + id + "\n-- revises: " + revises + "\n-- upgrade\nSELECT 1;")
			.fails()
			.description()
			.replace("The revisions do not form a valid graph:\n  - ", "");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`',
			textBlock = """
					-- revise: a1\\n-- upgrade     | line 2 has the unknown key 'revise'; there are revision, revises, depends-on, branch-labels, message, created, transactional, placeholders
					-- created: noon\\n-- upgrade  | 'created' is 'noon', not a time such as 2026-11-23T10:15:00Z
					-- message: no section         | there is no section '-- upgrade'
					-- upgrade\\n-- downgrade: (x) | line 3 could be meant as a section: '-- downgrade: (x)'; a section is '-- upgrade' or '-- downgrade', also with databases as in '-- downgrade: sqlite, postgresql', and a comment has more than one word
					CREATE TABLE early (id int);   | line 2 is before the first section; begin with '-- revision: <id>' and then '-- upgrade'
					""")
	void aFileThatIsNoRevision(String text, String problem, CapturedOutput output) {
		Report report = start(output).file("a1.sql", "-- revision: a1\n" + text.replace("\\n", "\n")).fails();
		assertThat(report.description())
			.isEqualTo("The revisions do not form a valid graph:\n  - <folder>/a1.sql: " + problem);
	}

	@Test
	void severalHeads(CapturedOutput output) {
		Report report = start(output).revision("a1", "", "SELECT 1;")
			.revision("b1", "a1", "SELECT 1;")
			.revision("c1", "a1", "SELECT 1;")
			.fails();
		assertThat(report.description()).isEqualTo("'head' means one revision, and there are 2 heads: b1, c1");
		assertThat(report.action())
			.isEqualTo("Name one of them, use 'heads' for all, or join them with 'migrate merge heads'.");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`',
			textBlock = """
					nowhere | There is no revision 'nowhere'   | Run 'migrate history' to see all revisions.
					ops@head | There is no branch 'ops'        | No revision has a branch label; name a revision instead.
					+5      | '+5' goes further than there are revisions: only 1 step that way | Ask for fewer steps, or name the revision.
					-1      | '-1' goes down, where one goes up | Use 'migrate downgrade -1', or a positive number of steps.
					a1:b1   | 'a1:b1' is a range, and a run begins where the database is | Name the target alone, as in 'b1', or add --sql to write the SQL of the range.
					``      | '' names no revision             | Name one, such as head, base, an id, or label@head.
					""")
	void aTargetThatNamesNothing(String target, String description, String action, CapturedOutput output) {
		Report report = start(output).revision("a1", "", "SELECT 1;").with("migration.target=" + target).fails();
		assertThat(report.description()).isEqualTo(description);
		assertThat(report.action()).isEqualTo(action);
	}

	@Test
	void aRevisionInTheDatabaseThatNobodyKnows(CapturedOutput output) {
		start(output).revision("a1", "", "SELECT 1;").succeeds();
		this.database.execute("UPDATE migration_version SET version_num = 'dead'");
		Report report = start(output).fails();
		assertThat(report.description()).isEqualTo("The version table 'migration_version' holds dead, which this "
				+ "application does not have and the history table cannot place");
		assertThat(report.action()).isEqualTo("Bring back the revision, check that this is the right database and that "
				+ "'migration.locations' is complete, or set the table by hand with 'migrate stamp --purge <revision>'.");
	}

	@Test
	void aDatabaseThatIsAheadOfTheCode(CapturedOutput output) throws IOException {
		start(output).revision("a1", "", "SELECT 1;").revision("b1", "a1", "SELECT 1;").succeeds();
		Files.delete(this.folder.resolve("b1.sql"));
		for (String onStartup : List.of("upgrade", "validate")) {
			FailingStart older = start(output).with("migration.on-startup=" + onStartup);
			older.succeeds();
			assertThat(output).contains("The database is ahead of this application: it also has b1.");
			Report report = older.with("migration.when-ahead=fail").fails();
			assertThat(report.description()).isEqualTo("The database is ahead of this application: it also has b1");
			assertThat(report.action())
				.isEqualTo("Start the version of the application that has them, or take them back "
						+ "with 'migrate downgrade head'. To go on all the same, set 'migration.when-ahead' to 'warn'. Nothing "
						+ "was run.");
		}
	}

	@Test
	void aRevisionThatWasChangedAfterItWasApplied(CapturedOutput output) {
		start(output).revision("a1", "", "SELECT 1;").succeeds();
		FailingStart changed = start(output).revision("a1", "", "SELECT 2;");
		changed.succeeds();
		Report report = changed.with("migration.when-changed=fail").fails();
		assertThat(report.description())
			.isEqualTo("Revisions were changed since they were applied: a1 (make a1) [<folder>/a1.sql]");
		assertThat(report.action())
			.isEqualTo("Make them what they were, and write what is new as a revision of its own. "
					+ "If the database is as they ask now, say so with 'migrate stamp a1'. To go on all the same, set "
					+ "'migration.when-changed' to 'warn'. Nothing was run.");
		changed.with("migration.when-changed=warn").succeeds();
		assertThat(output).contains("WARN", "Revisions were changed since they were applied: a1 (make a1) [");
	}

	@Test
	void pendingRevisionsWhereTheStartOnlyValidates(CapturedOutput output) {
		Report report = start(output).revision("a1", "", "SELECT 1;").with("migration.on-startup=validate").fails();
		assertThat(report.description()).isEqualTo("The database is at base and lacks 1 revision: a1 (make a1)");
		assertThat(report.action())
			.isEqualTo("Apply what it lacks first, for example with 'migrate upgrade head'. Nothing was run.");
	}

	@Test
	void aRevisionThatFails(CapturedOutput output) {
		Report report = start(output)
			.revision("a1", "", "CREATE TABLE team (id integer);\nINSERT INTO nowhere VALUES ('PASSWORD hush');")
			.fails();
		assertThat(report.description()).isEqualTo(
				"""
						The upgrade of revision a1 (make a1) [<folder>/a1.sql] failed at statement 2 (<folder>/a1.sql, line 7): \
						[SQLITE_ERROR] SQL error or missing database (no such table: nowhere)
						  INSERT INTO nowhere VALUES ('PASSWORD hush')""");
		assertThat(report.action()).isEqualTo("Mend the revision and run it again." + AS_BEFORE);
		Report secret = start(output).revision("a1", "", "CREATE USER guest PASSWORD 'hush';").fails();
		assertThat(secret.description()).endsWith("\n  CREATE USER guest PASSWORD '***'");
	}

	@Test
	void aRevisionInJavaThatFailsIsNamedWithItsLine(CapturedOutput output) {
		Report report = start(output).with(Careless.class).fails();
		assertThat(report.description())
			.matches("The upgrade of revision n1 \\[" + Careless.class.getName().replace("$", "\\$")
					+ "\\] failed at what follows statement 1 \\(StartupFailureAnalysisTests.java, line \\d+\\): "
					+ "Index 2 out of bounds for length 0");
		assertThat(report.action()).isEqualTo("Mend the revision and run it again." + AS_BEFORE);
	}

	@Test
	void aScriptThatCannotBeRead(CapturedOutput output) {
		Report report = start(output).revision("a1", "", "SELECT 'open;").fails();
		assertThat(report.description()).isEqualTo("The upgrade of revision a1 (make a1) [<folder>/a1.sql] failed at "
				+ "its beginning: <folder>/a1.sql, line 6: the quote ' has no end");
		assertThat(report.action()).isEqualTo("Close it, or take it out." + AS_BEFORE);
	}

	@Test
	void noSectionForTheDatabase(CapturedOutput output) {
		Report report = start(output).file("a1.sql", "-- revision: a1\n-- upgrade: postgresql\nSELECT 1;").fails();
		assertThat(report.description()).isEqualTo("The upgrade of revision a1 [<folder>/a1.sql] failed at its "
				+ "beginning: The revision in <folder>/a1.sql cannot be used: it has no section '-- upgrade' for sqlite");
		assertThat(report.action())
			.isEqualTo("Add '-- upgrade: sqlite', or a section '-- upgrade' for all databases." + AS_BEFORE);
	}

	@Test
	void rowsThatDoNotFit(CapturedOutput output) {
		Report report = start(output).with(RequiresName.class).fails();
		assertThat(report.description()).contains("failed at statement 3 (StartupFailureAnalysisTests.java, line ",
				": column name is null): 1 row of table 'team' does not fit: column name is null, in the row with rowid = 1");
		assertThat(report.action()).isEqualTo("Fill it first, with op.execute(\"UPDATE …\")." + AS_BEFORE);
	}

	@Test
	void aRevisionThatIsHalfDoneAndWasChangedSince(CapturedOutput output) {
		TestDatabase h2 = TestDatabase.create(Kind.H2);
		Report failed = start(output).on(h2)
			.revision("a1", "", "CREATE TABLE team (id integer);\nINSERT INTO nowhere VALUES (1);")
			.fails();
		assertThat(failed.action())
			.isEqualTo("Mend the revision and run it again. Statement 1 is done and stays, as H2 "
					+ "cannot take changes of the schema back. The next run goes on at statement 2: leave those before it as they are.");
		Report changed = start(output).on(h2)
			.revision("a1", "", "CREATE TABLE crew (id integer);\nINSERT INTO crew VALUES (1);")
			.fails();
		assertThat(changed.description())
			.isEqualTo("The upgrade of revision a1 (make a1) [<folder>/a1.sql] cannot go on: "
					+ "its first statement is done, and statement 1 was changed since. Now it is: CREATE TABLE crew (id integer)");
		assertThat(changed.action())
			.isEqualTo("Make the revision what it was up to there, and put what is new behind it. "
					+ "Or restore the database; or mend it by hand, and say where it is then with 'migrate stamp'.");
	}

	@Test
	void aStatementOfWhichNobodyKnowsWhetherItIsDone(CapturedOutput output) {
		TestDatabase h2 = TestDatabase.create(Kind.H2);
		FailingStart start = start(output).on(h2).revision("a1", "", "CREATE TABLE team (id integer);");
		Migrator dying = MigratorBuilder.forDataSource(new DyingDataSource(h2, 4, true))
			.revisions(new LocationRevisionSource(List.of("filesystem:" + this.folder), getClass().getClassLoader(),
					MigrationFactory.withoutArguments()))
			.build();
		assertThatExceptionOfType(RevisionFailedException.class).isThrownBy(() -> dying.upgrade("head"));
		Report report = start.fails();
		assertThat(report.description())
			.isEqualTo("The last run ended during statement 1 of the upgrade of revision a1 "
					+ "(make a1) [<folder>/a1.sql], and whether it is done cannot be told: CREATE TABLE team (id integer)");
		assertThat(report.action()).isEqualTo("Look at the database. If the statement is done, run it again with "
				+ "'-x resume.a1=done', and it goes on behind it. If not, with '-x resume.a1=again', and it begins with it. "
				+ "At start-up the same is 'migration.arguments.resume.a1', for this one start. Or restore the database.");
		start.with("migration.arguments.resume.a1=done").succeeds();
		assertThat(h2.query("SELECT version_num FROM migration_version")).containsExactly("a1");
	}

	@Test
	void aRevisionThatIsHalfTakenBack(CapturedOutput output) {
		TestDatabase h2 = TestDatabase.create(Kind.H2);
		start(output).on(h2).revision("a1", "", "CREATE TABLE team (id integer);").succeeds();
		h2.execute("INSERT INTO migration_history (revision, revises, depends_on, message, direction, status, "
				+ "statements_total, statements_done, started_at, executed_by, host, progress) VALUES ('a1', '', '', 'make a1', "
				+ "'downgrade', 'failed', 2, 1, TIMESTAMP WITH TIME ZONE '2026-11-26 10:00:00Z', 'ann', 'web-1', 'abc:1')");
		Report report = start(output).on(h2).fails();
		assertThat(report.description())
			.isEqualTo("The downgrade of revision a1 is half done: it failed behind statement 1, "
					+ "at 2026-11-26T10:00:00Z, by ann on web-1");
		assertThat(report.action()).isEqualTo("Complete it first: 'migrate downgrade' again, up to this revision. Or "
				+ "restore the database, or mend it by hand and say where it is then with 'migrate stamp'.");
	}

	@Test
	void anotherProcessThatHoldsTheLock(CapturedOutput output) throws Exception {
		try (Connection other = this.database.connect(); Statement statement = other.createStatement()) {
			statement.execute("BEGIN IMMEDIATE");
			Report report = start(output).revision("a1", "", "SELECT 1;")
				.with("migration.lock-timeout=1ms",
						"spring.datasource.url=" + this.database.jdbcUrl() + "&busy_timeout=0")
				.fails();
			assertThat(report.description()).matches(
					"The migration lock was not obtained within 0 s: it is held by process \\d+ \\(java, started .+\\)");
			assertThat(report.action())
				.isEqualTo("Wait for the other run to end, or end that process: the lock goes with "
						+ "it. To wait longer, set 'migration.lock-timeout'. What waited for it did not run.");
		}
	}

	private FailingStart start(CapturedOutput output) {
		return new FailingStart(this.folder, output).on(this.database);
	}

	@Revision(id = "n1")
	static class Careless implements Migration {

		@Override
		public void upgrade(Operations op) {
			op.execute("CREATE TABLE team (id integer)");
			List.of().get(2);
		}

	}

	@Revision(id = "n1")
	static class RequiresName implements Migration {

		@Override
		public void upgrade(Operations op) {
			op.execute("CREATE TABLE team (id integer, name text)");
			op.execute("INSERT INTO team VALUES (1, NULL)");
			op.alterColumn("team", "name", (column) -> column.notNull());
		}

	}

}
