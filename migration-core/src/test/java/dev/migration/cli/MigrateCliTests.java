package dev.migration.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

import javax.sql.DataSource;

import dev.migration.MigrationHook;
import dev.migration.MigrationRequest;
import dev.migration.MigrationRun;
import dev.migration.Migrator;
import dev.migration.autogenerate.ComparisonHook;
import dev.migration.schema.Definitions;
import dev.migration.schema.QualifiedName;
import dev.migration.schema.Schema;
import dev.migration.schema.Table;
import dev.migration.schema.TargetSchema;
import dev.migration.schema.Types;
import dev.migration.Migrators;
import dev.migration.runtime.MigratorBuilder;
import dev.migration.script.LocationRevisionSource;
import dev.migration.script.MigrationFactory;
import dev.migration.test.TestDatabase;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.jdbc.datasource.DriverManagerDataSource;

import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.tuple;

/**
 * The commands on a real database: a base, a branch point with two branches, and what
 * they print.
 */
class MigrateCliTests {

	private static final Table NEWS = Definitions.table("news", Definitions.column("id", Types.bigint()).primaryKey());

	private final TestDatabase database = TestDatabase.create(TestDatabase.Kind.SQLITE);

	private final StringWriter out = new StringWriter();

	private final StringWriter err = new StringWriter();

	@Test
	void upgradeShowsEachStepAndWhereTheDatabaseIs() {
		assertThat(run("upgrade", "team@head")).isZero();
		assertThat(this.out.toString().replaceAll("\\d+ ms", "1 ms")).matches("""
				upgrade <base> -> c100, create base \\(1 ms\\)
				upgrade c100 -> c200, create team \\(1 ms\\)
				SQLite [\\d.]+, .* is at c200
				""");
		assertThat(this.err.toString()).isEmpty();
	}

	@Test
	void nothingToDoIsSaid() {
		run("upgrade", "heads");
		reset();
		assertThat(run("upgrade", "heads")).isZero();
		assertThat(this.out.toString()).startsWith("Nothing to do: SQLite").endsWith("is at c200, c300\n");
	}

	@Test
	void aStampThatAnUpgradeBeginsWithIsShown() {
		this.database.execute("CREATE TABLE base (id integer)");
		MigrateCli cli = cli(builder(this.database.dataSource()).baseline("c100").build());
		assertThat(cli.run("upgrade", "--dry-run", "c2")).isZero();
		assertThat(this.out).hasToString("""
				stamp <base> -> c100
				upgrade c100 -> c200, create team
				The database would go from <base> to c200
				""");
		reset();
		assertThat(cli.run("upgrade", "c100")).isZero();
		assertThat(this.out.toString()).startsWith("stamp <base> -> c100 (").contains(" is at c100\n");
	}

	@Test
	void aDryRunShowsThePlanAndDoesNothing() {
		assertThat(run("upgrade", "--dry-run", "c2")).isEqualTo(ExitCode.OK.value());
		assertThat(this.out).hasToString("""
				upgrade <base> -> c100, create base
				upgrade c100 -> c200, create team
				The database would go from <base> to c200
				""");
		assertThat(this.database.tables()).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "-1", "c100", "--dry-run -1", "-1 --dry-run", "-1 --database db -x key=value",
			"--database db -1" })
	void aNumberOfStepsDownIsATargetAndNotAnOption(String arguments) {
		run("upgrade", "c200");
		reset();
		String[] all = ("downgrade " + arguments).split(" ");
		assertThat(run(all)).as(this.err.toString()).isZero();
		assertThat(this.out.toString()).startsWith("downgrade c200 -> c100, create team");
	}

	@Test
	void currentNamesTheRevisionsOrTheBase() {
		run("current");
		assertThat(this.out).hasToString("<base>\n");
		run("upgrade", "c300");
		reset();
		run("current");
		assertThat(this.out).hasToString("c300 (head)\n");
	}

	@Test
	void historyShowsEveryRevisionNewestFirst() {
		run("history");
		assertThat(this.out).hasToString("""
				c100 -> c200 (team) (head), create team
				c100 -> c300 (head), create user
				<base> -> c100 (branchpoint), create base
				""");
	}

	@Test
	void historyMarksWhatTheDatabaseHasWhenAsked() {
		run("upgrade", "c200");
		reset();
		run("history", "-i");
		assertThat(this.out).hasToString("""
				c100 -> c200 (team) (head) (current), create team
				c100 -> c300 (head) (pending), create user
				<base> -> c100 (branchpoint), create base
				""");
	}

	@Test
	void historyShowsARange() {
		run("history", "-r", "c100:team");
		assertThat(this.out).hasToString("""
				c100 -> c200 (team) (head), create team
				<base> -> c100 (branchpoint), create base
				""");
		run("upgrade", "c300");
		reset();
		run("history", "-rc100:current");
		assertThat(this.out.toString()).startsWith("c100 -> c300");
	}

	@Test
	void historyDrawsTheBranchesWhenAsked() {
		run("upgrade", "c200");
		reset();
		run("history", "-i", "--graph");
		assertThat(this.out).hasToString("""
				* c200 (team) (head) (current), create team
				| * c300 (head) (pending), create user
				|/
				* c100 (branchpoint), create base
				""");
	}

	@Test
	void historyWritesDocuments() {
		run("history", "--format", "mermaid");
		assertThat(this.out.toString()).startsWith("flowchart BT\n").contains("rc100 --> rc200");
		reset();
		run("history", "--format", "DOT");
		assertThat(this.out.toString()).startsWith("digraph history {").contains("rc100 -> rc200");
		reset();
		run("history", "--format", "text", "--graph");
		assertThat(this.out.toString()).startsWith("* c200");
	}

	@ParameterizedTest
	@ValueSource(strings = { "history", "heads", "branches", "current", "show heads" })
	void everyReadingCommandWritesTheSameJson(String command) throws Exception {
		run("upgrade", "c200");
		reset();
		assertThat(run((command + " --json").split(" "))).isZero();
		List<String> fields = Arrays.stream(RevisionJson.class.getRecordComponents())
			.map(RecordComponent::getName)
			.toList();
		assertThat(JsonMapper.shared().readTree(this.out.toString())).isNotEmpty()
			.allSatisfy((revision) -> assertThat(fields).containsAll(revision.propertyNames()));
	}

	@Test
	void resultsAreColouredOnlyWhenThatIsWanted() {
		Migrator migrator = migrator(this.database.dataSource());
		new MigrateCli(CliEnvironment
			.of(() -> Migrators.of("db", migrator), new PrintWriter(this.out), new PrintWriter(this.err))
			.withColours(true)).run("heads");
		assertThat(this.out.toString()).startsWith("\u001B[33mc200\u001B[m \u001B[1;32m(team)\u001B[m");
		reset();
		run("heads");
		assertThat(this.out.toString()).doesNotContain("\u001B");
	}

	@Test
	void aRangeWithNothingInItIsSaid() {
		assertThat(run("history", "-r", "base:base")).as(this.err.toString()).isZero();
		assertThat(this.out).hasToString("There are no revisions in 'base:base'.\n");
	}

	@ParameterizedTest
	@ValueSource(strings = { "-r -1:c200", "-r-1:c200", "--rev-range=-1:c200", "--rev-range -1:c200" })
	void aRangeMayBeginWithSteps(String option) {
		assertThat(run(("history " + option).split(" "))).as(this.err.toString()).isEqualTo(0);
		assertThat(this.out.toString()).contains("-> c100");
	}

	@ParameterizedTest
	@ValueSource(strings = { "c100", "c100:c200:c300", "c200:c300", "nope:" })
	void aRangeThatIsNoneIsSaid(String range) {
		assertThat(run("history", "-r", range)).isEqualTo(3);
		assertThat(this.err.toString()).startsWith("error: ").contains(range.split(":")[0]);
	}

	@Test
	void branchesShowsWhereTheHistoryForks() {
		run("branches");
		assertThat(this.out).hasToString("""
				c100 (branchpoint)
				     -> c200 (team) (head)
				     -> c300 (head)

				""");
	}

	@Test
	void jsonIsForPrograms() {
		run("upgrade", "c200");
		reset();
		run("current", "--json");
		assertThat(this.out).hasToString("""
				[ {
				  "revision" : "c200",
				  "revises" : [ "c100" ],
				  "dependsOn" : [ ],
				  "branchLabels" : [ "team" ],
				  "branches" : [ "team" ],
				  "message" : "create team",
				  "location" : "dev/migration/cli/revisions/c200.sql",
				  "next" : [ ],
				  "head" : true,
				  "effectiveHead" : false,
				  "branchPoint" : false,
				  "mergePoint" : false,
				  "state" : "applied",
				  "current" : true
				} ]
				""");
	}

	@Test
	void quietPrintsNothingButErrors() {
		assertThat(run("upgrade", "c200", "--quiet")).isZero();
		assertThat(run("-q", "current")).isZero();
		assertThat(this.out.toString()).isEmpty();
		assertThat(run("-q", "upgrade", "zzzz")).isEqualTo(3);
		assertThat(this.err.toString()).startsWith("error: There is no revision 'zzzz'");
	}

	@Test
	void completionIsAScript() {
		assertThat(withoutMigrator().run("completion")).isZero();
		assertThat(this.out.toString()).startsWith("#!/usr/bin/env bash")
			.contains("complete -F _complete_migrate")
			.contains("--check-heads");
	}

	@Test
	void aDatabaseThatIsNotThereIsSaid() {
		assertThat(run("current", "--database", "nope")).isEqualTo(2);
		assertThat(this.err.toString()).startsWith("error: There is no database 'nope'; there is db");
	}

	@Test
	void checkTellsDriftFromADatabaseThatIsNotAtHead() {
		List<Table> wanted = new ArrayList<>(List.of(NEWS));
		Migrator migrator = asking(wanted);
		assertThat(cli(migrator).run("check")).isEqualTo(4);
		migrator.upgrade("heads");
		reset();
		assertThat(cli(migrator).run("check")).isEqualTo(5);
		assertThat(this.out).hasToString("Detected added table 'news'\n");
		assertThat(this.err.toString()).startsWith("error: The schema differs");
		wanted.clear();
		assertThat(cli(migrator).run("check")).isZero();
		assertThat(run("check")).as("without a target").isEqualTo(2);
	}

	@Test
	void checkHeadsTellsWhetherTheDatabaseIsOnAllHeads() {
		run("upgrade", "c200");
		assertThat(run("current", "--check-heads")).isEqualTo(4);
		assertThat(this.err.toString()).startsWith("error: The database is at c200, not at c200, c300");
		run("upgrade", "heads");
		assertThat(run("current", "--check-heads")).isZero();
	}

	@Test
	void headsAndShow() {
		run("heads");
		assertThat(this.out).hasToString("c200 (team) (head)\nc300 (head)\n");
		reset();
		assertThat(run("show", "team")).isZero();
		assertThat(this.out).hasToString("""
				Revision:      c200 (head)
				Revises:       c100
				Branch labels: team
				Message:       create team
				Location:      dev/migration/cli/revisions/c200.sql
				""");
	}

	@Test
	void stampSetsTheRevisionOnly() {
		assertThat(run("stamp", "c200")).isZero();
		assertThat(this.out.toString()).endsWith("is at c200\n");
		assertThat(this.database.tables()).containsExactly("migration_history", "migration_version");
	}

	@Test
	void aBadTargetHasACodeAMessageAndAWayOut() {
		assertThat(run("upgrade", "head")).isEqualTo(3);
		assertThat(this.out.toString()).isEmpty();
		assertThat(this.err).hasToString("""
				error: 'head' means one revision, and there are 2 heads: c200, c300
				Name one of them, use 'heads' for all, or join them with 'migrate merge heads'.
				""");
	}

	@Test
	void whatTheDatabaseDoesNotHaveIsToldApart() {
		run("upgrade", "c200");
		this.database.execute("UPDATE migration_version SET version_num = 'gone'");
		assertThat(run("upgrade", "c200")).isEqualTo(4);
	}

	@Test
	void aFailedRevisionIsToldApart() {
		this.database.execute("CREATE TABLE team (id integer)");
		assertThat(run("upgrade", "c200")).isEqualTo(7);
		assertThat(this.err.toString()).contains("c200.sql, line 6", "CREATE TABLE team", "The database is as it was")
			.doesNotContain("\tat ");
	}

	@Test
	void aLockThatIsNotObtainedIsToldApart() throws Exception {
		try (var holder = this.database.connect()) {
			holder.createStatement().execute("BEGIN IMMEDIATE");
			assertThat(run("upgrade", "c200")).isEqualTo(6);
		}
	}

	@Test
	void aDatabaseThatIsNotThereIsToldApart() {
		MigrateCli cli = cli(migrator(new DriverManagerDataSource("jdbc:sqlite:/no/such/folder/x.db")));
		assertThat(cli.run("current")).isEqualTo(8);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "upgrde", "upgrade", "downgrade", "downgrade a b", "current --nonsense", "show",
			"history --json --graph", "history --json --format text", "history --graph --format dot",
			"history -v --format mermaid", "history --format svg" })
	void wrongUsageNeedsNoDatabase(String arguments) {
		MigrateCli cli = withoutMigrator();
		String[] all = arguments.isEmpty() ? new String[0] : arguments.split(" ");
		assertThat(cli.isSelfContained(all)).isTrue();
		assertThat(cli.run(all)).isEqualTo(2);
		assertThat(this.err.toString()).startsWith("error: ");
	}

	@ParameterizedTest
	@ValueSource(strings = { "--help", "-h", "--version", "upgrade --help", "downgrade -h", "current --help",
			"history --help", "heads --help", "show --help", "stamp --help", "ensure-version --help", "check --help" })
	void helpNeedsNoDatabaseAndShowsAnExample(String arguments) {
		MigrateCli cli = withoutMigrator();
		assertThat(cli.isSelfContained(arguments.split(" "))).isTrue();
		assertThat(cli.run(arguments.split(" "))).isZero();
		assertThat(this.out.toString()).containsPattern("Example: migrate|Migration for Spring Boot");
	}

	@Test
	void aRealCommandIsNotSelfContained() {
		assertThat(withoutMigrator().isSelfContained("downgrade", "-1")).isFalse();
	}

	@Test
	void anUnexpectedErrorIsALineUnlessTheTraceIsWanted() {
		MigrateCli cli = cli(builder(this.database.dataSource()).targetSchema((product) -> {
			throw new IllegalStateException("the entities gave up");
		}).build());
		run("upgrade", "heads");
		assertThat(cli.run("check")).isEqualTo(1);
		assertThat(this.err.toString()).startsWith("error: java.lang.IllegalStateException: the entities gave up")
			.doesNotContain("\tat ");
		cli.run("check", "--stacktrace");
		assertThat(this.err.toString()).contains("\tat ");
	}

	@Test
	void whatIsWrongWithTheConfigurationIsLeftToTheCallerAndPrintsNothingUnlessTheTraceIsWanted() {
		assertThatIllegalStateException().isThrownBy(() -> withoutMigrator().run("current")).withMessage("not needed");
		assertThat(this.out + this.err.toString()).isEmpty();
		assertThatIllegalStateException().isThrownBy(() -> withoutMigrator().run("current", "--stacktrace"));
		assertThat(this.err.toString()).contains("IllegalStateException: not needed", "\tat ");
	}

	@Test
	void argumentsAndTheTagReachTheHooks() {
		List<MigrationRequest> requests = new ArrayList<>();
		MigrateCli cli = cli(builder(this.database.dataSource()).hook(new MigrationHook() {

			@Override
			public void beforeRun(MigrationRun run) {
				requests.add(run.request());
			}

		}).build());
		assertThat(cli.run("upgrade", "c200", "-x", "tenant=x=y", "-x", "flag", "--tag", "one")).isZero();
		assertThat(cli.run("-x", "tenant=z", "downgrade", "--tag=two", "-1")).isZero();
		assertThat(cli.run("stamp", "base", "--tag", "three")).isZero();
		assertThat(requests).extracting(MigrationRequest::arguments, MigrationRequest::tag)
			.containsExactly(tuple(Map.of("tenant", "x=y", "flag", ""), "one"), tuple(Map.of("tenant", "z"), "two"),
					tuple(Map.of(), "three"));
	}

	@Test
	void aCommandIsRecordedInTheNameOfItsUser() {
		run("upgrade", "c100");
		assertThat(this.database.query("SELECT executed_by FROM migration_history"))
			.containsExactly(System.getProperty("user.name"));
	}

	@Test
	void aHookThatRefusesIsToldApart() {
		MigrateCli cli = cli(builder(this.database.dataSource()).hook(new MigrationHook() {

			@Override
			public void beforeRun(MigrationRun run) {
				throw new IllegalStateException("there is no backup");
			}

		}).build());
		assertThat(cli.run("upgrade", "c200")).isEqualTo(7);
		assertThat(this.err.toString()).startsWith("error: The hook dev.migration.cli.MigrateCliTests$")
			.contains("failed before the run: there is no backup")
			.endsWith("Nothing was run.\n");
	}

	@Test
	void stampTakesSeveralRevisionsAndRefusesOneInsideOfAnother() {
		assertThat(run("stamp", "c200", "c300")).isZero();
		assertThat(this.out.toString()).endsWith("is at c200, c300\n");
		assertThat(run("stamp", "c100", "c200")).isEqualTo(3);
		assertThat(this.err.toString()).startsWith("error: Both c200 and c100 are to be stamped");
	}

	@Test
	void aRowThatNobodyKnowsBlocksAStampUntilItIsPurged() {
		run("upgrade", "c200");
		this.database.execute("INSERT INTO migration_version VALUES ('gone')");
		reset();
		assertThat(run("stamp", "c300")).isEqualTo(4);
		assertThat(this.err.toString()).contains("holds gone, which this application does not have",
				"migrate stamp --purge");
		assertThat(run("stamp", "--purge", "c300", "--dry-run")).isZero();
		assertThat(this.out).hasToString("The database would go from c200, gone to c300\n");
		assertThat(this.database.query("SELECT version_num FROM migration_version ORDER BY 1")).containsExactly("c200",
				"gone");
		assertThat(run("stamp", "--purge", "c300")).isZero();
		assertThat(this.database.query("SELECT version_num FROM migration_version")).containsExactly("c300");
	}

	@Test
	void ensureVersionCreatesTheVersionTableOnce() {
		assertThat(run("ensure-version")).isZero();
		assertThat(this.out).hasToString("Created the version table.\n");
		assertThat(this.database.tables()).containsExactly("migration_version");
		reset();
		assertThat(run("ensure-version")).isZero();
		assertThat(this.out).hasToString("Nothing to do: the version table is there.\n");
	}

	@Test
	void checkWritesTheDriftForPrograms() throws Exception {
		Migrator migrator = asking(List.of(NEWS));
		assertThat(cli(migrator).run("check", "--json")).isEqualTo(4);
		assertThat(this.out.toString()).isEmpty();
		assertThat(this.err.toString()).startsWith("error: The database is at base and lacks 3 revisions: c100");
		migrator.upgrade("heads");
		reset();
		assertThat(cli(migrator).run("check", "--json")).isEqualTo(5);
		JsonNode difference = new JsonMapper().readTree(this.out.toString()).get(0);
		assertThat(difference.get("found").asString()).isEqualTo("added table 'news'");
		assertThat(difference.get("operation").asString()).isEqualTo("create table news");
		assertThat(difference.get("remarks")).isEmpty();
		reset();
		Migrator clean = asking(List.of());
		assertThat(cli(clean).run("check", "--json")).isZero();
		assertThat(this.out).hasToString("[ ]\n");
	}

	/**
	 * Return a migrator of an application that has nothing against other tables.
	 */
	private Migrator asking(List<Table> wanted) {
		ComparisonHook others = new ComparisonHook() {

			@Override
			public Boolean includesTable(QualifiedName table, boolean isTarget) {
				return isTarget;
			}

		};
		return builder(this.database.dataSource())
			.targetSchema(
					(product) -> TargetSchema.of(new Schema(List.copyOf(wanted), List.of(), List.of(), List.of())))
			.comparisonHooks(() -> List.of(others))
			.build();
	}

	private int run(String... arguments) {
		return cli(migrator(this.database.dataSource())).run(arguments);
	}

	@Test
	void sqlIsTheResultAndNothingElseAlsoWhenQuiet() {
		Migrator broken = migrator(new DriverManagerDataSource("jdbc:sqlite:/no/such/folder/x.db"));
		assertThat(cli(broken).run("upgrade", "--sql", "--dialect", "postgresql:14", "-q", "c100:team@head"))
			.as(this.err.toString())
			.isZero();
		assertThat(this.out.toString()).startsWith("-- Upgrades a database from c100 to c200.\n-- For PostgreSQL 14.0,")
			.contains("\n-- Running upgrade c100 -> c200, create team\n")
			.endsWith("COMMIT;\n");
		assertThat(this.err.toString()).isEmpty();
		reset();
		assertThat(cli(broken).run("downgrade", "--sql", "--dialect=sqlite", "c300:base")).isZero();
		assertThat(this.out.toString()).contains("-- Running downgrade c300 -> c100",
				"-- Running downgrade c100 -> <base>");
		reset();
		assertThat(cli(broken).run("stamp", "--sql", "--dialect=sqlite", "c300")).isZero();
		assertThat(this.out.toString()).contains("INSERT INTO migration_version (version_num) VALUES ('c300');");
		reset();
		assertThat(cli(broken).run("ensure-version", "--sql", "--dialect=sqlite")).isZero();
		assertThat(this.out.toString()).contains("CREATE TABLE IF NOT EXISTS migration_version");
		reset();
		assertThat(cli(broken).run("upgrade", "--sql", "c100")).isEqualTo(8);
		assertThat(this.out.toString()).isEmpty();
	}

	@Test
	void sqlGoesToAFileAsAWholeOrNotAtAll(@TempDir Path folder) throws Exception {
		Path file = folder.resolve("up.sql");
		assertThat(run("upgrade", "--sql", "--output", file.toString(), "c100")).as(this.err.toString()).isZero();
		assertThat(this.out).hasToString("Wrote " + file + "\n");
		String script = Files.readString(file);
		assertThat(script).contains("CREATE TABLE base");
		assertThat(run("upgrade", "--sql", "--output", file.toString(), "--dialect", "nope", "c100")).isEqualTo(8);
		assertThat(run("upgrade", "--sql", "--output", folder.resolve("no/where").toString(), "c100")).isEqualTo(2);
		assertThat(this.err.toString()).contains("cannot be written to " + folder.resolve("no/where"));
		assertThat(folder.toFile().list()).containsExactly("up.sql");
		assertThat(file).hasContent(script);
		assertThat(this.database.tables()).isEmpty();
	}

	@Test
	void sqlForNothingIsACommentAndSaysSo() {
		assertThat(run("upgrade", "--sql", "--dialect", "postgresql", "c200:c100")).isZero();
		assertThat(this.out.toString().lines()).isNotEmpty().allMatch((line) -> line.startsWith("--"));
		assertThat(this.err).hasToString("Nothing to do: the script is empty\n");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			stamp --sql --purge c100                 | 2 | --purge
			upgrade --dialect sqlite head            | 2 | --dialect is only for --sql
			upgrade --idempotent head                | 2 | --idempotent is only for --sql
			downgrade --output x.sql base            | 2 | --output is only for --sql
			upgrade --sql --dry-run head             | 2 | --dry-run
			downgrade --sql --dialect=postgresql -1  | 3 | head:-1
			upgrade c100:c200                        | 3 | add --sql
			upgrade --sql --dialect=oracle head      | 8 | postgresql
			upgrade --sql --idempotent --dialect=sqlite c100 | 7 | SQLite cannot
			""")
	void sqlThatCannotBeWrittenIsSaid(String arguments, int code, String message) {
		assertThat(run(arguments.split(" "))).isEqualTo(code);
		assertThat(this.out.toString()).isEmpty();
		assertThat(this.err.toString()).contains(message);
	}

	@ParameterizedTest
	@CsvSource({ "upgrade --sql --dialect postgresql head,postgresql",
			"ensure-version --sql --dialect=sqlite:3.40,sqlite:3.40", "upgrade --sql head,", "upgrade head,",
			"current,", "upgrade --nope,", "upgrade --dialect sqlite head," })
	void sqlForANamedDialectIsKnownToNeedNoDatabase(String arguments, @Nullable String dialect) {
		assertThat(withoutMigrator().offlineDialect(arguments.split(" ")).orElse(null)).isEqualTo(dialect);
	}

	private void reset() {
		this.out.getBuffer().setLength(0);
		this.err.getBuffer().setLength(0);
	}

	private MigrateCli withoutMigrator() {
		return new MigrateCli(() -> {
			throw new IllegalStateException("not needed");
		}, new PrintWriter(this.out), new PrintWriter(this.err));
	}

	private MigrateCli cli(Migrator migrator) {
		return new MigrateCli(() -> Migrators.of("db", migrator), new PrintWriter(this.out), new PrintWriter(this.err));
	}

	private static Migrator migrator(DataSource dataSource) {
		return builder(dataSource).build();
	}

	private static MigratorBuilder builder(DataSource dataSource) {
		return MigratorBuilder.forDataSource(dataSource)
			.revisions(new LocationRevisionSource(List.of("classpath:dev/migration/cli/revisions"),
					MigrateCliTests.class.getClassLoader(), MigrationFactory.withoutArguments()))
			.lockTimeout(Duration.ofMillis(100));
	}

}
