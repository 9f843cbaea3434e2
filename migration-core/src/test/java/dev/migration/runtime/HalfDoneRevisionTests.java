package dev.migration.runtime;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

import javax.sql.DataSource;

import dev.migration.test.DyingDataSource;
import dev.migration.CheckFailedException;
import dev.migration.ChangedRevisionException;
import dev.migration.DatabaseAccessException;
import dev.migration.Direction;
import dev.migration.ExecutedStep;
import dev.migration.ExecutedStep.Status;
import dev.migration.HalfDoneRevisionException;
import dev.migration.MigrationHook;
import dev.migration.MigrationRequest;
import dev.migration.MigrationResult;
import dev.migration.MigrationRun;
import dev.migration.MigrationStep;
import dev.migration.Migrator;
import dev.migration.Operations;
import dev.migration.RevisionFailedException;
import dev.migration.UnclearStatementException;
import dev.migration.test.TestDatabase;
import dev.migration.test.TestDatabase.Kind;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import org.springframework.jdbc.datasource.DelegatingDataSource;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

import static dev.migration.schema.Definitions.column;
import static dev.migration.schema.Definitions.index;
import static dev.migration.schema.Definitions.unique;
import static dev.migration.schema.Types.integer;
import static dev.migration.schema.Types.varchar;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Revisions that fail, or whose process dies, where the database cannot take back what
 * they did.
 */
class HalfDoneRevisionTests {

	private static final int STATEMENTS = 9;

	/**
	 * A revision of changes of the schema and of rows.
	 * @param failsBefore the statement before which it fails, or 0
	 */
	private static void mixed(Operations op, int failsBefore) {
		List<Runnable> statements = List.of(
				() -> op.createTable("team", column("id", integer()).primaryKey(), column("name", varchar(40))),
				() -> op.bulkInsert("team", List.of(Map.of("id", 1, "name", "one"), Map.of("id", 2, "name", "two"))),
				() -> op.execute("INSERT INTO team VALUES (3, 'three')"),
				() -> op.addColumn("team", column("size", integer())), () -> op.execute("UPDATE team SET size = id"),
				() -> op.createIndex(index("ix_team_size").on("team", "size")),
				() -> op.createUniqueConstraint("team", unique("uq_team_name").on("name")),
				() -> op.renameTable("team", "crew"), () -> op.dropColumn("crew", "name"));
		for (int i = 1; i <= STATEMENTS; i++) {
			if (i == failsBefore) {
				op.execute("INSERT INTO nowhere VALUES (1)");
			}
			statements.get(i - 1).run();
		}
	}

	@ParameterizedTest
	@EnumSource(names = { "H2", "MARIADB" })
	void aRevisionThatFailsAnywhereGoesOnThere(Kind kind) {
		for (int failsBefore = 2; failsBefore <= STATEMENTS; failsBefore++) {
			int at = failsBefore;
			TestDatabase database = TestDatabase.create(kind);
			assertThatExceptionOfType(RevisionFailedException.class)
				.isThrownBy(() -> migrator(database, (op) -> mixed(op, at)).upgrade("head"))
				.withMessageContaining("statement " + at)
				.satisfies((ex) -> assertThat(ex.getAction()).doesNotContain("as it was").contains("cannot take"));
			ExecutedStep failed = lastStep(database);
			assertThat(failed.status()).isEqualTo(Status.FAILED);
			assertThat(failed.error()).contains("statement " + at).containsIgnoringCase("nowhere");
			migrator(database, (op) -> mixed(op, 0)).upgrade("head");
			assertComplete(database);
		}
	}

	@ParameterizedTest
	@EnumSource(names = { "H2", "MARIADB" })
	void aRevisionWhoseProcessDiesAnywhereIsCompletedByTheNext(Kind kind) {
		for (boolean isAfter : new boolean[] { false, true }) {
			boolean isDead = true;
			for (int deadly = 1; isDead; deadly++) {
				TestDatabase database = TestDatabase.create(kind);
				DyingDataSource dying = new DyingDataSource(database, deadly, isAfter);
				try {
					MigratorBuilder.forDataSource(dying)
						.revisions(new TestRevisions().add("a", "", (op) -> mixed(op, 0), null))
						.build()
						.upgrade("head");
				}
				catch (RuntimeException ex) {
					assertThat(dying.isDead()).as(ex.toString()).isTrue();
				}
				migrator(database, (op) -> mixed(op, 0)).upgrade("head");
				assertComplete(database);
				isDead = dying.isDead();
				assertThat(deadly).isLessThan(100);
			}
		}
	}

	private static void assertComplete(TestDatabase database) {
		assertThat(database.query("SELECT size FROM crew ORDER BY id")).containsExactly("1", "2", "3");
		assertThat(database.query("SELECT version_num FROM migration_version")).containsExactly("a");
		assertThat(migrator(database, (op) -> {
		}).executedSteps()).singleElement().satisfies((step) -> {
			assertThat(step.status()).isEqualTo(Status.SUCCEEDED);
			assertThat(step.statementsDone()).isEqualTo(STATEMENTS);
			assertThat(step.statementsTotal()).isEqualTo(STATEMENTS);
			assertThat(step.error()).isNull();
			assertThat(step.finishedAt()).isNotNull();
		});
		assertThat(database.query("SELECT progress FROM migration_history")).containsOnlyNulls();
	}

	@ParameterizedTest
	@EnumSource(names = { "H2", "MARIADB" })
	void dataThatIsMendedLetsTheSameRevisionGoOn(Kind kind) {
		TestDatabase database = TestDatabase.create(kind);
		Migrator migrator = migrator(database, (op) -> {
			op.createTable("team", column("id", integer()));
			op.execute("INSERT INTO team VALUES (1)");
			op.execute("INSERT INTO team VALUES (1)");
			op.createIndex(index("ix_team").on("team", "id").unique());
			op.execute("INSERT INTO team VALUES (2)");
		});
		assertThatExceptionOfType(RevisionFailedException.class).isThrownBy(() -> migrator.upgrade("head"))
			.satisfies((ex) -> assertThat(ex.getAction()).contains("Statements 1 to 3 are done and stay, as",
					"The next run goes on at statement 4"));
		assertThatExceptionOfType(RevisionFailedException.class).isThrownBy(() -> migrator.upgrade("head"))
			.withMessageContaining("statement 4");
		database.execute("DELETE FROM team", "INSERT INTO team VALUES (1)");
		migrator.upgrade("head");
		assertThat(database.query("SELECT id FROM team ORDER BY id")).containsExactly("1", "2");
	}

	@ParameterizedTest
	@EnumSource(names = { "H2", "MARIADB" })
	void rowsBehindTheLastChangeOfTheSchemaAreTakenBackAndDoneAgain(Kind kind) {
		TestDatabase database = TestDatabase.create(kind);
		AtomicInteger runs = new AtomicInteger();
		Migrator migrator = migrator(database, (op) -> {
			op.createTable("team", column("id", integer()));
			op.execute("INSERT INTO team VALUES (1)");
			op.jdbc().sql("INSERT INTO team VALUES (2)").update();
			if (runs.getAndIncrement() == 0) {
				throw new IllegalStateException("the body gave up");
			}
		});
		assertThatExceptionOfType(RevisionFailedException.class).isThrownBy(() -> migrator.upgrade("head"))
			.satisfies((ex) -> assertThat(ex.getAction()).contains("Statement 1 is done and stays"));
		assertThat(database.query("SELECT id FROM team")).isEmpty();
		migrator.upgrade("head");
		assertThat(database.query("SELECT id FROM team ORDER BY id")).containsExactly("1", "2");
	}

	@ParameterizedTest
	@EnumSource(names = { "H2", "MARIADB" })
	void aRevisionOfRowsAloneLeavesNoTrace(Kind kind) {
		TestDatabase database = TestDatabase.create(kind);
		database.execute("CREATE TABLE team (id integer)");
		Migrator migrator = migrator(database, (op) -> {
			op.bulkInsert("team", List.of(Map.of("id", 1), Map.of("id", 2)));
			op.execute("INSERT INTO nowhere VALUES (1)");
		});
		assertThatExceptionOfType(RevisionFailedException.class).isThrownBy(() -> migrator.upgrade("head"))
			.satisfies((ex) -> assertThat(ex.getAction()).contains("The database is as it was before this revision."));
		assertThat(database.query("SELECT id FROM team")).isEmpty();
		assertThat(migrator.executedSteps()).isEmpty();
	}

	@ParameterizedTest
	@EnumSource(names = { "H2", "MARIADB" })
	void aStatementThatIsDoneMayNotBeChangedOrRemoved(Kind kind) {
		TestDatabase database = TestDatabase.create(kind);
		failAfterTwoStatements(database, "a");
		assertThatExceptionOfType(ChangedRevisionException.class).isThrownBy(() -> migrator(database, (op) -> {
			op.execute("CREATE TABLE team (id integer)");
			op.execute("CREATE TABLE other_crew (id integer)");
		}).upgrade("head"))
			.withMessageContainingAll("first 2 statements are done", "statement 2 was changed", "other_crew")
			.satisfies((ex) -> assertThat(ex.getAction()).contains("migrate stamp"));
		assertThatExceptionOfType(ChangedRevisionException.class)
			.isThrownBy(() -> migrator(database, (op) -> op.execute("CREATE TABLE team (id integer)")).upgrade("head"))
			.withMessageContaining("statement 2 was changed since. Now it is: nothing");
		assertThat(lastStep(database).error()).containsIgnoringCase("nowhere");
		assertThat(database.query("SELECT version_num FROM migration_version")).isEmpty();
	}

	@ParameterizedTest
	@EnumSource(names = { "H2", "MARIADB" })
	void aStepThatAHookFailsAtItsEndOnlyEndsInTheNextRun(Kind kind) {
		TestDatabase database = TestDatabase.create(kind);
		TestRevisions revisions = new TestRevisions().table("a", "");
		Migrator refused = MigratorBuilder.forDataSource(database.dataSource())
			.revisions(revisions)
			.hook(new MigrationHook() {

				@Override
				public void afterStep(MigrationRun run, MigrationStep step) {
					throw new IllegalStateException("not now");
				}

			})
			.build();
		assertThatExceptionOfType(RevisionFailedException.class).isThrownBy(() -> refused.upgrade("head"))
			.satisfies((ex) -> assertThat(ex.getAction()).contains("Statement 1 is done and stays"));
		assertThat(database.query("SELECT version_num FROM migration_version")).isEmpty();
		MigratorBuilder.forDataSource(database.dataSource()).revisions(revisions).build().upgrade("head");
		assertThat(database.query("SELECT version_num FROM migration_version")).containsExactly("a");
	}

	@ParameterizedTest
	@EnumSource(names = { "H2", "MARIADB" })
	void aStampMakesWhatIsHalfDoneVoid(Kind kind) {
		TestDatabase database = TestDatabase.create(kind);
		failAfterTwoStatements(database, "a");
		database.execute("DROP TABLE team", "DROP TABLE crew");
		Migrator migrator = migrator(database, (op) -> op.execute("CREATE TABLE entirely_new (id integer)"));
		migrator.stamp("base");
		migrator.upgrade("head");
		assertThat(database.tables()).containsExactly("entirely_new", "migration_history", "migration_version");
	}

	@ParameterizedTest
	@EnumSource(names = { "H2", "MARIADB" })
	void whatIsHalfDoneIsNotTakenBackBeforeItIsCompleted(Kind kind) {
		TestDatabase database = TestDatabase.create(kind);
		TestRevisions revisions = new TestRevisions().table("z", "").add("a", "z", (op) -> {
			op.execute("CREATE TABLE team (id integer)");
			op.execute("INSERT INTO nowhere VALUES (1)");
		}, (op) -> op.execute("DROP TABLE team"));
		Migrator migrator = MigratorBuilder.forDataSource(database.dataSource()).revisions(revisions).build();
		assertThatExceptionOfType(RevisionFailedException.class).isThrownBy(() -> migrator.upgrade("head"));
		assertThatExceptionOfType(HalfDoneRevisionException.class).isThrownBy(() -> migrator.downgrade("base"))
			.withMessageContaining("The upgrade of revision a is half done: it failed behind statement 1");
		assertThat(migrator.status().halfDone()).extracting(ExecutedStep::revision).containsExactly("a");
		database.execute("CREATE TABLE nowhere (id integer)");
		migrator.upgrade("head");
		assertThat(migrator.status().halfDone()).isEmpty();
		migrator.downgrade("base");
		assertThat(database.tables()).containsExactly("migration_history", "migration_version", "nowhere");
	}

	@ParameterizedTest
	@EnumSource(names = { "H2", "MARIADB" })
	void whatIsHalfTakenBackIsNeitherUpToDateNorAppliedBeforeThatIsCompleted(Kind kind) {
		TestDatabase database = TestDatabase.create(kind);
		TestRevisions revisions = new TestRevisions().table("z", "").add("a", "z", (op) -> {
			op.execute("CREATE TABLE team (id integer)");
			op.execute("CREATE TABLE crew (id integer)");
		}, (op) -> {
			op.execute("DROP TABLE team");
			op.execute("DELETE FROM nowhere");
			op.execute("DROP TABLE crew");
		});
		Migrator migrator = MigratorBuilder.forDataSource(database.dataSource()).revisions(revisions).build();
		migrator.upgrade("head");
		assertThatExceptionOfType(RevisionFailedException.class).isThrownBy(() -> migrator.downgrade("-1"));
		for (ThrowingCallable call : List.<ThrowingCallable>of(() -> migrator.upgrade("head"),
				() -> migrator.plan(Direction.UPGRADE, MigrationRequest.to("head")))) {
			assertThatExceptionOfType(HalfDoneRevisionException.class).isThrownBy(call)
				.withMessageContaining("The downgrade of revision a is half done: it failed behind statement 1");
		}
		assertThat(migrator.status().upToDate()).isFalse();
		database.execute("CREATE TABLE nowhere (id integer)");
		migrator.downgrade("-1");
		assertThat(database.tables()).doesNotContain("team", "crew");
		migrator.upgrade("head");
		assertThat(migrator.status().upToDate()).isTrue();
		assertThat(database.tables()).contains("team", "crew");
	}

	@ParameterizedTest
	@EnumSource(names = { "H2", "MARIADB" })
	void theUserSaysWhetherAnUnclearStatementIsDone(Kind kind) {
		for (boolean isAfter : new boolean[] { false, true }) {
			TestDatabase database = TestDatabase.create(kind);
			TestRevisions revisions = new TestRevisions().add("a", "",
					(op) -> op.execute("CREATE TABLE t (id integer)"), null);
			Migrator dying = MigratorBuilder.forDataSource(new DyingDataSource(database, 4, isAfter))
				.revisions(revisions)
				.build();
			assertThatExceptionOfType(RevisionFailedException.class).isThrownBy(() -> dying.upgrade("head"))
				.satisfies(
						(ex) -> assertThat(ex.getAction()).endsWith("The connection was lost during statement 1, and "
								+ "whether it is done is not known. The next run looks, or asks."));
			assertThat(lastStep(database).status()).isEqualTo(Status.RUNNING);
			Migrator next = MigratorBuilder.forDataSource(database.dataSource()).revisions(revisions).build();
			for (int i = 0; i < 2; i++) {
				assertThatExceptionOfType(UnclearStatementException.class).isThrownBy(() -> next.upgrade("head"))
					.withMessageContainingAll("statement 1", "CREATE TABLE t (id integer)")
					.satisfies((ex) -> assertThat(ex.getAction()).contains("-x resume.a=done", "-x resume.a=again"));
			}
			next.upgrade(MigrationRequest.to("head").with(Map.of("resume.a", isAfter ? "done" : "again")));
			assertThat(database.tables()).containsExactly("migration_history", "migration_version", "t");
		}
	}

	@Test
	void aSchemaThatIsNotEmptyIsNotDroppedWithWhatIsInIt() {
		TestDatabase database = TestDatabase.create(Kind.MARIADB);
		String schema = database.query("SELECT DATABASE()").get(0) + "_billing";
		TestRevisions revisions = new TestRevisions().add("a", "", (op) -> {
			op.createSchema(schema);
			op.execute("CREATE TABLE " + schema + ".bill (id integer)");
			op.dropSchema(schema);
		}, null);
		assertThatExceptionOfType(RevisionFailedException.class).isThrownBy(
				() -> MigratorBuilder.forDataSource(database.dataSource()).revisions(revisions).build().upgrade("head"))
			.withMessageContaining("schema " + schema + " is not empty: table_name = bill")
			.satisfies((ex) -> assertThat(ex.getAction())
				.startsWith("Put right what it names, and run the revision again. Statements 1 to 2 are done"))
			.withCauseInstanceOf(CheckFailedException.class);
	}

	@Test
	void oneOfTwoProcessesThatMeetAHalfDoneStepCompletesIt() throws Exception {
		TestDatabase database = TestDatabase.create(Kind.MARIADB);
		Consumer<Operations> body = (op) -> {
			op.execute("CREATE TABLE log (line varchar(20))");
			op.execute("INSERT INTO log VALUES ('first')");
			op.execute("ALTER TABLE log ADD COLUMN size integer");
			op.execute("INSERT INTO nowhere VALUES (1)");
			op.execute("ALTER TABLE log ADD COLUMN weight integer");
			op.execute("INSERT INTO log (line) VALUES ('second')");
		};
		assertThatExceptionOfType(RevisionFailedException.class)
			.isThrownBy(() -> migrator(database, body).upgrade("head"));
		database.execute("CREATE TABLE nowhere (id integer)");
		CountDownLatch bothAreThere = new CountDownLatch(2);
		ExecutorService processes = Executors.newFixedThreadPool(2);
		try {
			List<Future<MigrationResult>> results = processes
				.invokeAll(List.of(() -> meeting(database, body, bothAreThere).upgrade("head"),
						() -> meeting(database, body, bothAreThere).upgrade("head")));
			List<Integer> steps = new ArrayList<>();
			for (Future<MigrationResult> result : results) {
				assertThat(result.get().to()).containsExactly("a");
				steps.add(result.get().steps().size());
			}
			assertThat(steps).containsExactlyInAnyOrder(0, 1);
		}
		finally {
			processes.shutdownNow();
		}
		assertThat(database.query("SELECT line FROM log ORDER BY line")).containsExactly("first", "second");
		assertThat(database.query("SELECT id FROM nowhere")).containsExactly("1");
		ExecutedStep completed = lastStep(database);
		assertThat(completed.status()).isEqualTo(Status.SUCCEEDED);
		assertThat(completed.statementsDone()).isEqualTo(6);
		assertThat(database.query("SELECT count(*) FROM migration_history")).containsExactly("1");
	}

	/**
	 * A process that goes on with its first connection when the other has one too, so
	 * that neither finds the step completed when it begins.
	 */
	private static Migrator meeting(TestDatabase database, Consumer<Operations> body, CountDownLatch bothAreThere) {
		DataSource dataSource = new DelegatingDataSource(database.dataSource()) {

			@Override
			public Connection getConnection() throws SQLException {
				Connection connection = super.getConnection();
				bothAreThere.countDown();
				try {
					assertThat(bothAreThere.await(1, TimeUnit.MINUTES)).isTrue();
				}
				catch (InterruptedException ex) {
					throw new SQLException(ex);
				}
				return connection;
			}

		};
		return MigratorBuilder.forDataSource(dataSource)
			.revisions(new TestRevisions().add("a", "", body, null))
			.build();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '~',
			value = { "MARIADB|CREATE USER nobody@localhost IDENTIFIED BY 'very-s3cret' NONSENSE",
					"MARIADB|SET PASSWORD = (  'very-s3cret')", "H2|CREATE USER nobody PASSWORD 'very-s3cret' NONSENSE",
					"POSTGRESQL|CREATE ROLE nobody PASSWORD 'very-s3cret' NONSENSE" })
	void aPasswordInAFailedStatementIsNeitherKeptNorShown(Kind kind, String sql) {
		TestDatabase database = TestDatabase.create(kind);
		Migrator migrator = migrator(database, (op) -> {
			op.autocommit((outside) -> outside.execute("CREATE TABLE team (id integer)"));
			op.execute(sql);
		});
		assertThatExceptionOfType(RevisionFailedException.class).isThrownBy(() -> migrator.upgrade("head"))
			.satisfies((ex) -> {
				assertThat(ex.getDescription()).contains("***").doesNotContain("s3cret");
				assertThat(ex.getStatement()).contains("***").doesNotContain("s3cret");
				assertThat(ex.getReason()).doesNotContain("s3cret");
			});
		ExecutedStep failed = lastStep(database);
		assertThat(failed.status()).isEqualTo(Status.FAILED);
		assertThat(failed.error()).isNotEmpty().doesNotContain("s3cret");
		assertThat(database.query("SELECT progress FROM migration_history").toString()).doesNotContain("s3cret");
	}

	@Test
	void thePasswordOfTheConnectionIsNotShownWhenItsUrlIs() {
		TestDatabase database = TestDatabase.create(Kind.MARIADB);
		DataSource refused = new DriverManagerDataSource(
				database.jdbcUrl().replace("://", "://nobody:very-s3cret@") + "?password=very-s3cret&user=nobody");
		assertThatExceptionOfType(DatabaseAccessException.class)
			.isThrownBy(() -> MigratorBuilder.forDataSource(refused)
				.revisions(new TestRevisions().table("a", ""))
				.build()
				.upgrade("head"))
			.satisfies((ex) -> assertThat(ex.getDescription()).doesNotContain("s3cret"));
	}

	@Test
	void theSettingsOfASessionAreMadeAgain() {
		TestDatabase database = TestDatabase.create(Kind.MARIADB);
		Migrator migrator = migrator(database, (op) -> {
			op.execute("SET @size = 7");
			op.execute("CREATE TABLE team (size integer)");
			op.execute("INSERT INTO nowhere VALUES (1)");
			op.execute("INSERT INTO team VALUES (@size)");
		});
		assertThatExceptionOfType(RevisionFailedException.class).isThrownBy(() -> migrator.upgrade("head"));
		database.execute("CREATE TABLE nowhere (id integer)");
		migrator.upgrade("head");
		assertThat(database.query("SELECT size FROM team")).containsExactly("7");
	}

	@ParameterizedTest
	@EnumSource(names = { "SQLITE", "POSTGRESQL" })
	void anAutocommitPartIsNotDoneAgain(Kind kind) {
		TestDatabase database = TestDatabase.create(kind);
		Migrator migrator = migrator(database, (op) -> {
			op.createTable("team", column("id", integer()));
			op.autocommit((outside) -> {
				outside.execute("VACUUM");
				outside.execute("INSERT INTO team VALUES (1)");
			});
			op.execute("INSERT INTO team VALUES (2)");
			op.execute("INSERT INTO nowhere VALUES (1)");
		});
		assertThatExceptionOfType(RevisionFailedException.class).isThrownBy(() -> migrator.upgrade("head"))
			.satisfies((ex) -> assertThat(ex.getAction())
				.contains("Statements 1 to 3 are done and stay, as they were run outside of the transaction"));
		assertThat(database.query("SELECT id FROM team")).containsExactly("1");
		database.execute("CREATE TABLE nowhere (id integer)");
		migrator.upgrade("head");
		assertThat(database.query("SELECT id FROM team ORDER BY id")).containsExactly("1", "2");
	}

	@Test
	void aConcurrentIndexThatFailedIsDroppedAndMadeAgain() {
		TestDatabase database = TestDatabase.create(Kind.POSTGRESQL);
		Migrator migrator = migrator(database, (op) -> {
			op.createTable("team", column("id", integer()));
			op.execute("INSERT INTO team VALUES (1), (1)");
			op.createIndex(index("ix_team").on("team", "id").unique().concurrently());
		});
		for (int i = 0; i < 2; i++) {
			assertThatExceptionOfType(RevisionFailedException.class).isThrownBy(() -> migrator.upgrade("head"))
				.withMessageContaining("could not create unique index");
		}
		database.execute("DELETE FROM team");
		migrator.upgrade("head");
		assertThat(database.query("SELECT indisvalid::text FROM pg_index WHERE indrelid = 'team'::regclass"))
			.containsExactly("true");
		assertThat(lastStep(database).status()).isEqualTo(Status.SUCCEEDED);
	}

	private static void failAfterTwoStatements(TestDatabase database, String id) {
		assertThatExceptionOfType(RevisionFailedException.class).isThrownBy(() -> migrator(database, (op) -> {
			op.execute("CREATE TABLE team (id integer)");
			op.execute("CREATE TABLE crew (id integer)");
			op.execute("INSERT INTO nowhere VALUES (1)");
		}).upgrade(id));
	}

	private static ExecutedStep lastStep(TestDatabase database) {
		List<ExecutedStep> steps = migrator(database, (op) -> {
		}).executedSteps();
		return steps.get(steps.size() - 1);
	}

	private static Migrator migrator(TestDatabase database, Consumer<Operations> upgrade) {
		return MigratorBuilder.forDataSource(database.dataSource())
			.revisions(new TestRevisions().add("a", "", upgrade, null))
			.build();
	}

}
