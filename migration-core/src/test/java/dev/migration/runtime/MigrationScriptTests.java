package dev.migration.runtime;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;

import javax.sql.DataSource;

import dev.migration.Direction;
import dev.migration.ExecutedStep;
import dev.migration.InvalidTargetException;
import dev.migration.IrreversibleRevisionException;
import dev.migration.MigrationScript;
import dev.migration.Migrator;
import dev.migration.NeedsDatabaseException;
import dev.migration.RevisionFailedException;
import dev.migration.ScriptRequest;
import dev.migration.UnsupportedChangeException;
import dev.migration.UnsupportedDatabaseException;
import dev.migration.dialect.ScriptSyntax;
import dev.migration.schema.NamingConvention;
import dev.migration.script.RevisionSource;
import dev.migration.test.DatabaseDump;
import dev.migration.test.ScriptClient;
import dev.migration.test.TestDatabase.Kind;
import dev.migration.test.TestDatabase;
import dev.migration.schema.QualifiedName;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.jdbc.datasource.AbstractDataSource;

import static dev.migration.schema.Definitions.check;
import static dev.migration.schema.Definitions.column;
import static dev.migration.schema.Definitions.foreignKey;
import static dev.migration.schema.Definitions.index;
import static dev.migration.schema.Definitions.literal;
import static dev.migration.schema.Types.bigint;
import static dev.migration.schema.Types.bool;
import static dev.migration.schema.Types.date;
import static dev.migration.schema.Types.doublePrecision;
import static dev.migration.schema.Types.integer;
import static dev.migration.schema.Types.numeric;
import static dev.migration.schema.Types.text;
import static dev.migration.schema.Types.time;
import static dev.migration.schema.Types.timestamp;
import static dev.migration.schema.Types.timestampWithTimeZone;
import static dev.migration.schema.Types.uuid;
import static dev.migration.schema.Types.varbinary;
import static dev.migration.schema.Types.varchar;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * The script, run through the client of its database, against the run.
 */
class MigrationScriptTests {

	@ParameterizedTest
	@EnumSource
	void aScriptMakesTheSameDatabaseAsARunAndTakesItBackInTheSameWay(Kind kind) {
		TestDatabase online = TestDatabase.create(kind);
		TestDatabase offline = TestDatabase.create(kind);
		Migrator migrator = migrator(online.dataSource());
		migrator.upgrade("heads");
		assertThat(ScriptClient.run(script(kind, Direction.UPGRADE, "heads"), offline)).isEmpty();
		assertSame(offline, online);
		TestDatabase linear = TestDatabase.create(kind);
		assertThat(ScriptClient.run(script(kind, Direction.UPGRADE, "a4"), linear)).isEmpty();
		migrator.downgrade("base");
		assertThat(ScriptClient.run(script(kind, Direction.DOWNGRADE, "a4:base"), linear)).isEmpty();
		assertThat(linear.tables()).isEqualTo(online.tables());
		assertThat(migrator(linear.dataSource()).status().current()).isEmpty();
	}

	@ParameterizedTest
	@EnumSource
	void theSchemaAndTheRowsAreThoseOfTheRunAtEveryRevisionOnTheWay(Kind kind) {
		TestDatabase online = TestDatabase.create(kind);
		TestDatabase offline = TestDatabase.create(kind);
		Migrator migrator = migrator(online.dataSource());
		String from = "base";
		for (String to : List.of("a1", "a2", "a3", "a4")) {
			migrator.upgrade(to);
			assertThat(ScriptClient.run(script(kind, Direction.UPGRADE, from + ":" + to), offline)).isEmpty();
			assertSame(offline, online);
			from = to;
		}
		for (String to : List.of("a3", "a2", "a1")) {
			migrator.downgrade(to);
			assertThat(ScriptClient.run(script(kind, Direction.DOWNGRADE, from + ":" + to), offline)).isEmpty();
			assertSame(offline, online);
			from = to;
		}
	}

	@ParameterizedTest
	@EnumSource
	void aRunGoesOnWhereAScriptEnded(Kind kind) {
		TestDatabase database = TestDatabase.create(kind);
		Migrator migrator = migrator(database.dataSource());
		assertThat(ScriptClient.run(script(kind, Direction.UPGRADE, "a2"), database)).isEmpty();
		assertThat(migrator.upgrade("a4").from()).containsExactly("a2");
		assertThat(migrator.executedSteps()).extracting(ExecutedStep::revision).containsExactly("a1", "a2", "a3", "a4");
		ExecutedStep byScript = migrator.executedSteps().get(0);
		assertThat(byScript.host()).isEqualTo("script");
		assertThat(byScript.executedBy()).isEqualToIgnoringCase((kind == Kind.SQLITE) ? "script" : database.user());
		assertThat(byScript.startedAt()).isBetween(Instant.now().minus(Duration.ofMinutes(5)), Instant.now());
		assertThat(byScript.finishedAt()).isNotNull().isAfterOrEqualTo(byScript.startedAt().minusMillis(1));
	}

	@ParameterizedTest
	@EnumSource
	void aStampSetsTheRowsAndLeavesAHistoryRowAsOnline(Kind kind) {
		TestDatabase online = TestDatabase.create(kind);
		TestDatabase offline = TestDatabase.create(kind);
		Migrator migrator = migrator(online.dataSource());
		migrator.stamp("a2", "b1");
		assertThat(ScriptClient.run(script(kind, Direction.STAMP, "a2", "b1"), offline)).isEmpty();
		assertSame(offline, online);
		assertThat(ScriptClient.run(script(kind, Direction.STAMP, "a2:a4"), offline)).isEmpty();
		assertThat(offline.query("SELECT version_num FROM migration_version ORDER BY 1")).containsExactly("a4", "b1");
	}

	@ParameterizedTest
	@CsvSource({ "SQLITE,a1:a2,b1", "SQLITE,a1:a2,a2", "SQLITE,base:a1,a2", "POSTGRESQL,a1:a2,b1",
			"POSTGRESQL,a1:a2,a2", "POSTGRESQL,base:a1,a2", "POSTGRESQL,base:a1,a1", "H2,a1:a2,b1", "H2,base:a1,a2",
			"MARIADB,a1:a2,b1", "MARIADB,a1:a2,a2", "MARIADB,base:a1,a2", "MYSQL,a1:a2,b1", "MYSQL,base:a1,a2" })
	void aScriptStopsAndChangesNothingWhereTheDatabaseIsElsewhere(Kind kind, String range, String place) {
		TestDatabase database = TestDatabase.create(kind);
		migrator(database.dataSource()).upgrade(place);
		List<String> before = DatabaseDump.of(database);
		assertThat(ScriptClient.run(script(kind, Direction.UPGRADE, range), database))
			.contains("The script begins at " + (range.startsWith("base") ? "<base>" : "a1"));
		assertThat(DatabaseDump.of(database)).isEqualTo(before);
	}

	@ParameterizedTest
	@EnumSource
	void aScriptLeavesOtherBranchesWhereTheyAre(Kind kind) {
		TestDatabase database = TestDatabase.create(kind);
		migrator(database.dataSource()).upgrade("b1");
		assertThat(ScriptClient.run(script(kind, Direction.UPGRADE, "base:a2"), database)).isEmpty();
		assertThat(ScriptClient.run(script(kind, Direction.UPGRADE, "a2:a3"), database)).isEmpty();
		assertThat(database.query("SELECT version_num FROM migration_version ORDER BY 1")).containsExactly("a3", "b1");
	}

	@ParameterizedTest
	@EnumSource(names = { "SQLITE", "POSTGRESQL" })
	void aFailedStepIsTakenBackAndStopsTheScript(Kind kind) {
		TestDatabase database = TestDatabase.create(kind);
		TestRevisions revisions = failing();
		migrator(database.dataSource(), revisions).upgrade("a");
		database.execute("INSERT INTO t_a VALUES (1), (1)");
		List<String> before = DatabaseDump.of(database);
		MigrationScript script = migrator(unreachable(), revisions).script(Direction.UPGRADE,
				ScriptRequest.to("a:c").forDialect(id(kind)));
		assertThat(ScriptClient.run(script, database)).containsIgnoringCase("unique");
		assertThat(DatabaseDump.of(database)).isEqualTo(before);
	}

	@ParameterizedTest
	@EnumSource(names = { "H2", "MARIADB", "MYSQL" })
	void whereChangesOfTheSchemaCommitAFailedStepStopsTheScriptAndSetsNoVersionRow(Kind kind) {
		TestDatabase database = TestDatabase.create(kind);
		TestRevisions revisions = failing();
		Migrator migrator = migrator(database.dataSource(), revisions);
		migrator.upgrade("a");
		database.execute("INSERT INTO t_a VALUES (1), (1)");
		MigrationScript script = migrator(unreachable(), revisions).script(Direction.UPGRADE,
				ScriptRequest.to("a:c").forDialect(id(kind)));
		assertThat(script.text()).contains("the version row of that revision is not set");
		assertThat(ScriptClient.run(script, database)).containsIgnoringCase("primary");
		assertThat(database.tables()).contains("half", "unique_half").doesNotContain("t_c");
		assertThat(database.query("SELECT id FROM unique_half")).isEmpty();
		assertThat(migrator.status().current()).containsExactly("a");
		assertThat(migrator.executedSteps()).extracting(ExecutedStep::revision).containsExactly("a");
	}

	private static TestRevisions failing() {
		return new TestRevisions().table("a", "").add("b", "a", (op) -> {
			op.execute("CREATE TABLE half (id integer)");
			op.execute("INSERT INTO half SELECT id FROM t_a");
			op.execute("CREATE TABLE unique_half (id integer PRIMARY KEY)");
			op.execute("INSERT INTO unique_half VALUES (7)");
			op.execute("INSERT INTO unique_half SELECT id FROM half");
		}, null).table("c", "b");
	}

	@Test
	void whatMayNotBeInATransactionIsOutsideOfIt() {
		TestDatabase database = TestDatabase.create(Kind.POSTGRESQL);
		TestRevisions revisions = new TestRevisions().table("a", "").add("b", "a", (op) -> {
			op.execute("INSERT INTO t_a VALUES (1)");
			op.createIndex(index("ix_a").on("t_a", "id").concurrently());
			op.execute("INSERT INTO t_a VALUES (2)");
		}, (op) -> op.dropIndex("ix_a", "t_a"));
		MigrationScript script = migrator(unreachable(), revisions).script(Direction.UPGRADE,
				ScriptRequest.to("b").forDialect("postgresql"));
		assertThat(ScriptClient.run(script, database)).isEmpty();
		assertThat(database.query("SELECT indexname FROM pg_indexes WHERE tablename = 't_a'")).containsExactly("ix_a");
		assertThat(database.query("SELECT id FROM t_a ORDER BY 1")).containsExactly("1", "2");
		assertThat(script.text()).contains("COMMIT;\n\nCREATE INDEX CONCURRENTLY ix_a ON t_a (id);\n\nBEGIN;");
		assertThatExceptionOfType(RevisionFailedException.class)
			.isThrownBy(() -> migrator(unreachable(), revisions).script(Direction.UPGRADE,
					ScriptRequest.to("b").forDialect("postgresql").skippingApplied(true)))
			.withMessageContainingAll("revision b", "create index ix_a", "outside of transactions");
	}

	@ParameterizedTest
	@MethodSource("idempotentUpgrades")
	void anIdempotentScriptDoesWhatIsLeftFromEveryPlace(Kind kind, String place) {
		TestDatabase online = TestDatabase.create(kind);
		TestDatabase offline = TestDatabase.create(kind);
		for (TestDatabase database : List.of(online, offline)) {
			if (!place.equals("base")) {
				idempotentMigrator(database).upgrade(place);
			}
		}
		idempotentMigrator(online).upgrade("heads");
		MigrationScript script = idempotent(id(kind), Direction.UPGRADE, "heads");
		assertThat(ScriptClient.run(script, offline)).isEmpty();
		assertThat(normalized(offline)).isEqualTo(normalized(online));
		assertThat(ScriptClient.run(script, offline)).isEmpty();
		assertThat(normalized(offline)).isEqualTo(normalized(online));
	}

	static Stream<Arguments> idempotentUpgrades() {
		return idempotentKinds("base", "a1", "a2", "a3", "a4", "b1", "heads");
	}

	private static Stream<Arguments> idempotentKinds(String... places) {
		return Stream.of(Kind.POSTGRESQL, Kind.H2, Kind.MARIADB, Kind.MYSQL)
			.flatMap((kind) -> Stream.of(places).map((place) -> Arguments.of(kind, place)));
	}

	@ParameterizedTest
	@MethodSource("idempotentDowngrades")
	void anIdempotentScriptTakesBackWhatIsThere(Kind kind, String place) {
		TestDatabase online = TestDatabase.create(kind);
		TestDatabase offline = TestDatabase.create(kind);
		for (TestDatabase database : List.of(online, offline)) {
			idempotentMigrator(database).upgrade("b1");
			if (!place.equals("base")) {
				idempotentMigrator(database).upgrade(place);
			}
		}
		if (!place.equals("base")) {
			idempotentMigrator(online).downgrade("a1");
		}
		MigrationScript script = idempotent(id(kind), Direction.DOWNGRADE, "a4:a1");
		assertThat(ScriptClient.run(script, offline)).isEmpty();
		assertThat(ScriptClient.run(script, offline)).isEmpty();
		assertThat(normalized(offline)).isEqualTo(normalized(online));
	}

	static Stream<Arguments> idempotentDowngrades() {
		return idempotentKinds("base", "a1", "a2", "a3", "a4");
	}

	@ParameterizedTest
	@EnumSource(names = { "POSTGRESQL", "H2", "MARIADB", "MYSQL" })
	void anIdempotentScriptRefusesAPlaceThatItCannotGoOnFrom(Kind kind) {
		TestDatabase database = TestDatabase.create(kind);
		assertThat(ScriptClient.run(idempotent(id(kind), Direction.UPGRADE, "a2:a4"), database))
			.contains("Revision a3 needs another to be applied");
		migrator(database.dataSource()).upgrade("a4");
		assertThat(ScriptClient.run(idempotent(id(kind), Direction.DOWNGRADE, "a3:a1"), database))
			.contains("Revision a3 cannot be taken back, it is needed by the version row");
		database.execute("INSERT INTO migration_version VALUES ('zz')");
		assertThat(ScriptClient.run(idempotent(id(kind), Direction.UPGRADE, "heads"), database))
			.contains("does not know the version row");
	}

	@Test
	void onPostgresqlTheErrorOfAScriptHasTheRow() {
		TestDatabase database = TestDatabase.create(Kind.POSTGRESQL);
		migrator(database.dataSource()).upgrade("a2");
		assertThat(ScriptClient.run(idempotent("postgresql", Direction.DOWNGRADE, "a1:base"), database))
			.contains("Revision a1 cannot be taken back, it is needed by the version row: (a2)");
	}

	@ParameterizedTest
	@EnumSource(names = { "POSTGRESQL", "H2", "MARIADB", "MYSQL" })
	void anIdempotentStampIsDoneOnce(Kind kind) {
		TestDatabase database = TestDatabase.create(kind);
		MigrationScript script = idempotent(id(kind), Direction.STAMP, "a2");
		assertThat(ScriptClient.run(script, database)).isEmpty();
		assertThat(ScriptClient.run(script, database)).isEmpty();
		assertThat(database.query("SELECT revision FROM migration_history")).containsExactly("a2");
	}

	@ParameterizedTest
	@CsvSource({ "sqlite,SQLite cannot skip in a script what is applied",
			"mysql,MySQL cannot create a trigger only if it has not been done",
			"h2,H2 cannot run a query only if it has not been done" })
	void whatADatabaseCannotDoUnderAConditionIsSaid(String dialect, String message) {
		TestRevisions revisions = new TestRevisions().table("a", "").add("b", "a", (op) -> {
			op.execute("SELECT 1");
			op.execute("CREATE TRIGGER t BEFORE INSERT ON t_a FOR EACH ROW SET NEW.id = 1");
		}, null);
		assertThatExceptionOfType(UnsupportedChangeException.class)
			.isThrownBy(() -> migrator(unreachable(), revisions).script(Direction.UPGRADE,
					ScriptRequest.to("b").forDialect(dialect).skippingApplied(true)))
			.withMessageStartingWith(message);
	}

	/**
	 * Where there is no MySQL, most of its SQL can be run by MariaDB.
	 */
	@Test
	void aScriptForMysqlRunsOnMariadbToo() {
		TestDatabase online = TestDatabase.create(Kind.MARIADB);
		TestDatabase offline = TestDatabase.create(Kind.MARIADB);
		TestRevisions revisions = new TestRevisions().table("a", "").add("b", "a", (op) -> {
			op.bulkInsert("t_a", List.of(row("id", 1)));
			op.addColumn("t_a", column("words", text()).comment("it's"));
			op.execute("UPDATE t_a SET words = :words", Map.of("words", "a \\ 'b';\r\n"));
		}, (op) -> op.dropColumn("t_a", "words")).table("c", "b");
		migrator(online.dataSource(), revisions).upgrade("c");
		ScriptRequest request = ScriptRequest.to("base:c").forDialect("mysql");
		MigrationScript script = migrator(unreachable(), revisions).script(Direction.UPGRADE, request);
		assertThat(ScriptClient.run(script, offline)).isEmpty();
		assertThat(DatabaseDump.of(offline)).isEqualTo(DatabaseDump.of(online));
		assertThat(ScriptClient.run(script, offline))
			.contains("The script begins at <base>, and the database is elsewhere: it has the version row");
		MigrationScript again = migrator(unreachable(), revisions).script(Direction.UPGRADE,
				request.skippingApplied(true));
		assertThat(ScriptClient.run(again, offline)).isEmpty();
		assertThat(DatabaseDump.of(offline)).isEqualTo(DatabaseDump.of(online));
		TestDatabase empty = TestDatabase.create(Kind.MARIADB);
		assertThat(ScriptClient.run(again, empty)).isEmpty();
		assertThat(DatabaseDump.of(empty)).isEqualTo(DatabaseDump.of(online));
		assertThat(whileLocked(empty, () -> ScriptClient.run(script, empty)))
			.contains("Another process runs revisions");
	}

	@ParameterizedTest
	@CsvSource({ "h2,H2", "mariadb,MARIADB", "mysql,MARIADB" })
	void aCheckStopsWithTheProblemEvenIfThatIsLong(String dialect, Kind kind) {
		TestDatabase database = TestDatabase.create(kind);
		migrator(database.dataSource()).ensureVersionTable();
		ScriptSyntax syntax = new Dialects(MigrationScriptTests.class.getClassLoader()).forId(dialect)
			.scriptSyntax(QualifiedName.of("migration_version"));
		String problem = "it's so long ".repeat(30);
		for (String query : List.of("SELECT 1", "SELECT 1 AS id, 2 AS id UNION ALL SELECT 3, 4")) {
			assertThatExceptionOfType(IllegalStateException.class)
				.isThrownBy(() -> database.execute(syntax.failIfAny(query, problem).toArray(String[]::new)))
				.withMessageContaining(problem.substring(0, 100));
		}
		database.execute(syntax.failIfAny("SELECT 1, 2 WHERE 1 = 0", problem).toArray(String[]::new));
		assertThat(database.query("SELECT version_num FROM migration_version")).isEmpty();
	}

	@ParameterizedTest
	@EnumSource
	void theStatementsOfAScriptRunOverJdbcToo(Kind kind) {
		TestDatabase online = TestDatabase.create(kind);
		TestDatabase offline = TestDatabase.create(kind);
		migrator(online.dataSource()).upgrade("a4");
		assertThat(ScriptClient.overJdbc(script(kind, Direction.UPGRADE, "a4"), offline)).isEmpty();
		assertSame(offline, online);
		assertThat(ScriptClient.overJdbc(script(kind, Direction.UPGRADE, "a1:a4"), offline)).isNotEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "NO_BACKSLASH_ESCAPES", "ANSI_QUOTES,NO_BACKSLASH_ESCAPES,STRICT_ALL_TABLES", "" })
	void aScriptMeansTheSameInEverySqlModeOfTheServer(String mode) {
		TestDatabase online = TestDatabase.create(Kind.MARIADB);
		TestDatabase offline = TestDatabase.create(Kind.MARIADB);
		migrator(online.dataSource()).upgrade("a4");
		MigrationScript script = script(Kind.MARIADB, Direction.UPGRADE, "a4");
		MigrationScript inMode = new MigrationScript(script.plan(), script.dialect(), script.statements(),
				"SET sql_mode = '" + mode + "';\n" + script.text());
		assertThat(ScriptClient.run(inMode, offline)).isEmpty();
		assertSame(offline, online);
	}

	@ParameterizedTest
	@EnumSource(names = "SQLITE", mode = EnumSource.Mode.EXCLUDE)
	void aScriptAndARunExcludeOneAnother(Kind kind) {
		TestDatabase database = TestDatabase.create(kind);
		MigrationScript script = script(kind, Direction.UPGRADE, "a1");
		assertThat(whileLocked(database, () -> ScriptClient.run(script, database)))
			.contains("Another process runs revisions");
		assertThat(database.tables()).isEmpty();
		assertThat(ScriptClient.overJdbc(script, database)).isEmpty();
		assertThat(migrator(database.dataSource()).upgrade("a2").steps()).hasSize(1);
	}

	private static String whileLocked(TestDatabase database, Supplier<String> action) {
		Session.Settings settings = Session.Settings.of("migration_version", "migration_history", null, Duration.ZERO,
				NamingConvention.DEFAULT);
		try (Session holder = Session.open(database.dataSource(),
				new Dialects(MigrationScriptTests.class.getClassLoader()), settings)) {
			assertThat(holder.lock().tryAcquire(holder.connection())).isTrue();
			return action.get();
		}
		catch (SQLException ex) {
			throw new IllegalStateException(ex);
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "sqlite", "postgresql", "h2", "mariadb", "mysql" })
	void whatReadsFromTheDatabaseIsSaidWithItsRevision(String dialect) {
		TestRevisions revisions = new TestRevisions().table("a", "")
			.add("b", "a", (op) -> op.jdbc().sql("SELECT 1").query(Integer.class).single(), null);
		assertThatExceptionOfType(NeedsDatabaseException.class)
			.isThrownBy(() -> migrator(unreachable(), revisions).script(Direction.UPGRADE,
					ScriptRequest.to("b").forDialect(dialect)))
			.withMessageContainingAll("op.jdbc()", "b (makes b)");
	}

	@Test
	void onSqliteTheTablesAreThoseThatTheRevisionsBeforeMadeAlsoWithJavaCode() {
		TestDatabase database = TestDatabase.create(Kind.SQLITE);
		TestRevisions revisions = new TestRevisions().table("a", "")
			.add("b", "a", (op) -> op.jdbc().sql("ALTER TABLE t_a ADD COLUMN name varchar(10)").update(), null)
			.add("c", "b", (op) -> {
				op.ifNotExists().addColumn("t_a", column("name", varchar(10)));
				op.ifNotExists().addColumn("t_a", column("size", integer()));
			}, null);
		migrator(database.dataSource(), revisions).upgrade("b");
		MigrationScript script = migrator(unreachable(), revisions).script(Direction.UPGRADE,
				ScriptRequest.to("b:c").forDialect("sqlite"));
		assertThat(ScriptClient.run(script, database)).isEmpty();
		assertThat(database.query("SELECT name FROM pragma_table_info('t_a')")).containsExactly("id", "name", "size");
	}

	@Test
	void anIrreversibleRevisionOnTheWayIsRefused() {
		TestRevisions revisions = new TestRevisions().add("a", "", (op) -> op.execute("SELECT 1"), null)
			.table("b", "a");
		assertThatExceptionOfType(IrreversibleRevisionException.class)
			.isThrownBy(() -> migrator(unreachable(), revisions).script(Direction.DOWNGRADE,
					ScriptRequest.to("b:base").forDialect("postgresql")));
	}

	@Test
	void aDowngradeMustSayWhereItBegins() {
		assertThatExceptionOfType(InvalidTargetException.class)
			.isThrownBy(() -> script(Kind.POSTGRESQL, Direction.DOWNGRADE, "base"))
			.satisfies((ex) -> assertThat(ex.getAction()).contains("head:base"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "oracle", "postgresql:new" })
	void aDialectThatIsNoneIsSaid(String dialect) {
		assertThatExceptionOfType(UnsupportedDatabaseException.class)
			.isThrownBy(
					() -> migrator(unreachable()).script(Direction.UPGRADE, ScriptRequest.to("a1").forDialect(dialect)))
			.satisfies((ex) -> assertThat(ex.getAction()).contains("postgresql", "sqlite"));
	}

	@Test
	void withoutADialectTheDatabaseIsAskedWhatItIsAndLeftAlone() {
		TestDatabase database = TestDatabase.create(Kind.POSTGRESQL);
		migrator(database.dataSource()).upgrade("a1");
		MigrationScript script = migrator(database.dataSource()).script(Direction.UPGRADE, ScriptRequest.to("a2"));
		assertThat(script.dialect()).isEqualTo("postgresql");
		assertThat(script.plan().from()).isEmpty();
		assertThat(script.plan().steps()).hasSize(2);
	}

	@Test
	void aScriptIsTheSameEveryTimeAndTellsWhatItDoes() {
		MigrationScript script = script(Kind.POSTGRESQL, Direction.UPGRADE, "a1:a3");
		assertThat(script).isEqualTo(script(Kind.POSTGRESQL, Direction.UPGRADE, "a1:a3"));
		assertThat(script.text())
			.startsWith("-- Upgrades a database from a1 to a3.\n-- For PostgreSQL 17.0, written by ")
			.containsSubsequence("--   a2 (makes a2)\n", "\n\\set ON_ERROR_STOP on\n",
					"\n-- Running upgrade a1 -> a2, makes a2\n", "\nBEGIN;\n", "\nCOMMIT;\n");
	}

	@Test
	void nothingToDoIsACommentOnly() {
		MigrationScript script = script(Kind.SQLITE, Direction.UPGRADE, "a2:a1");
		assertThat(script.isEmpty()).isTrue();
		assertThat(script.text().lines()).allMatch((line) -> line.startsWith("--"));
	}

	@ParameterizedTest
	@EnumSource
	void theVersionTableCanBeCreatedByAScript(Kind kind) {
		TestDatabase database = TestDatabase.create(kind);
		MigrationScript script = migrator(unreachable()).versionTableScript(id(kind));
		assertThat(ScriptClient.run(script, database)).isEmpty();
		assertThat(ScriptClient.run(script, database)).isEmpty();
		assertThat(migrator(database.dataSource()).ensureVersionTable()).isFalse();
	}

	private static void assertSame(TestDatabase offline, TestDatabase online) {
		assertThat(DatabaseDump.of(offline)).isEqualTo(DatabaseDump.of(online));
		Migrator migrator = migrator(offline.dataSource());
		assertThat(migrator.status().revisions()).isEqualTo(migrator(online.dataSource()).status().revisions());
	}

	/**
	 * The order of the steps may differ, and so may the ids of their history rows.
	 */
	private static List<String> normalized(TestDatabase database) {
		return DatabaseDump.of(database)
			.stream()
			.map((line) -> line.replaceFirst("\"id\": \\d+, |^'?\\d+'?, ", ""))
			.sorted()
			.toList();
	}

	private static MigrationScript script(Kind kind, Direction direction, String... targets) {
		return migrator(unreachable()).script(direction, ScriptRequest.to(targets).forDialect(id(kind)));
	}

	private static MigrationScript idempotent(String dialect, Direction direction, String... targets) {
		return migrator(unreachable(), revisions(!dialect.equals("mysql"))).script(direction,
				ScriptRequest.to(targets).forDialect(dialect).skippingApplied(true));
	}

	private static Migrator idempotentMigrator(TestDatabase database) {
		return migrator(database.dataSource(), revisions(database.kind() != Kind.MYSQL));
	}

	private static String id(Kind kind) {
		return kind.name().toLowerCase();
	}

	private static Migrator migrator(DataSource dataSource) {
		return migrator(dataSource, revisions());
	}

	private static Migrator migrator(DataSource dataSource, RevisionSource revisions) {
		return MigratorBuilder.forDataSource(dataSource).revisions(revisions).build();
	}

	/**
	 * A script that names its dialect opens no database.
	 */
	private static DataSource unreachable() {
		return new AbstractDataSource() {

			@Override
			public Connection getConnection() {
				throw new AssertionError("The database was opened");
			}

			@Override
			public Connection getConnection(String username, String password) {
				return getConnection();
			}

		};
	}

	private static TestRevisions revisions() {
		return revisions(true);
	}

	private static TestRevisions revisions(boolean withTrigger) {
		return new TestRevisions().add("a1", "", (op) -> {
			op.createTable("everything", column("id", bigint()).primaryKey().identity(), column("words", text()),
					column("code", varchar(20)).notNull().serverDefault(literal("it's \\ 'ü'")), column("flag", bool()),
					column("amount", numeric(20, 4)), column("ratio", doublePrecision()), column("data", varbinary(50)),
					column("ident", uuid()), column("day", date()), column("at_time", time()),
					column("at", timestamp()), column("instant", timestampWithTimeZone()),
					check("ck_code", "code <> ';'"));
			op.createIndex(index("ix_everything_code").on("everything", "code").unique());
		}, (op) -> op.dropTable("everything")).add("a2", "a1", (op) -> {
			op.bulkInsert("everything", rows());
			op.execute("UPDATE everything SET words = :words WHERE code = :code",
					Map.of("words", "a ? b; -- no comment\nand 'more'", "code", "plain"));
		}, (op) -> op.execute("DELETE FROM everything")).add("a3", "a2", (op) -> {
			op.createTable("child", column("id", bigint()).primaryKey().identity(),
					column("everything_id", bigint()).notNull(),
					foreignKey("fk_child").on("everything_id").references("everything", "id"));
			op.execute("INSERT INTO child (everything_id) SELECT id FROM everything; -- all of them\n"
					+ "CREATE VIEW children AS SELECT id, ';' AS semicolon FROM child;");
			if (withTrigger) {
				op.execute(trigger(op.dialect()));
			}
		}, (op) -> {
			op.execute("DROP VIEW children; DROP TABLE child");
			if (op.dialect().equals("postgresql")) {
				op.execute("DROP FUNCTION child_gone");
			}
		}).add("a4", "a3", (op) -> {
			op.addColumn("everything", column("note", varchar(40)).notNull().serverDefault(literal("none")));
			op.renameColumn("everything", "ratio", "share");
		}, (op) -> {
			op.renameColumn("everything", "share", "ratio");
			op.dropColumn("everything", "note");
		}).add("b1", "", (op) -> op.execute("CREATE TABLE b (id integer)"), (op) -> op.execute("DROP TABLE b"));
	}

	private static String trigger(String dialect) {
		return switch (dialect) {
			case "sqlite" -> """
					CREATE TRIGGER child_gone AFTER DELETE ON child BEGIN
						UPDATE everything SET words = 'gone; really' WHERE id = OLD.everything_id;
						DELETE FROM everything WHERE words = ';';
					END;
					""";
			case "postgresql" -> """
					CREATE FUNCTION child_gone() RETURNS trigger LANGUAGE plpgsql AS $migration$
					BEGIN
						UPDATE everything SET words = 'gone; really' WHERE id = OLD.everything_id;
						RETURN OLD;
					END
					$migration$;
					CREATE TRIGGER child_gone AFTER DELETE ON child FOR EACH ROW EXECUTE FUNCTION child_gone();
					""";
			case "h2" -> """
					CREATE TRIGGER child_gone AFTER DELETE ON child FOR EACH ROW AS $$
					org.h2.api.Trigger create() {
						return (connection, before, after) ->
								connection.createStatement().execute("DELETE FROM everything WHERE words = ';'");
					}
					$$;
					""";
			default -> """
					CREATE TRIGGER child_gone AFTER DELETE ON child FOR EACH ROW BEGIN
						UPDATE everything SET words = 'gone; // \\' really' WHERE id = OLD.everything_id;
						DELETE FROM everything WHERE words = ';';
					END;
					""";
		};
	}

	private static List<Map<String, @Nullable Object>> rows() {
		List<Map<String, @Nullable Object>> rows = new ArrayList<>();
		rows.add(row("code", "plain", "words", "plain"));
		rows.add(row("code", "quotes", "words", "it's \"quoted\" and \\ back\\\\slashed \\n $1 $$ $sql$ :name ?"));
		rows.add(row("code", "unicode", "words", "grün ↔ 日本 😀"));
		rows.add(row("code", "lines", "words", "one\ntwo\r\nthree\n.bail off\n\\echo four\nGO\n/\n-- five"));
		rows.add(row("code", "null", "words", null, "flag", null));
		rows.add(row("code", "values", "flag", true, "amount", new BigDecimal("-1234567890.1250"), "ratio", 0.1, "data",
				new byte[] { 0, 1, (byte) 0xff, '\'' }, "ident",
				UUID.fromString("6f1c1d3a-0b7e-4c55-9f7b-2f0d3f1f2a01"), "day", LocalDate.of(2024, 2, 29), "at_time",
				LocalTime.of(13, 5, 7), "at", LocalDateTime.of(2024, 2, 29, 23, 59, 59, 123_000_000), "instant",
				Instant.parse("2024-02-29T23:59:59.123Z")));
		rows.add(row("code", "false", "flag", false, "ratio", 1e300, "words", ""));
		// A driver may send rows together, which leaves gaps between the numbers.
		for (int i = 0; i < rows.size(); i++) {
			rows.get(i).put("id", i + 1);
		}
		return rows;
	}

	private static Map<String, @Nullable Object> row(@Nullable Object... pairs) {
		Map<String, @Nullable Object> row = new LinkedHashMap<>();
		for (int i = 0; i < pairs.length; i += 2) {
			row.put((String) pairs[i], pairs[i + 1]);
		}
		return row;
	}

}
