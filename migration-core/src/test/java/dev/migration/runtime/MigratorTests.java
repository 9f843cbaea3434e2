package dev.migration.runtime;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import com.zaxxer.hikari.HikariDataSource;
import dev.migration.DatabaseAccessException;
import dev.migration.Direction;
import dev.migration.ExecutedStep;
import dev.migration.InvalidTargetException;
import dev.migration.IrreversibleRevisionException;
import dev.migration.LockTimeoutException;
import dev.migration.MigrationPlan;
import dev.migration.MigrationRequest;
import dev.migration.MigrationResult;
import dev.migration.Migrator;
import dev.migration.RevisionFailedException;
import dev.migration.RevisionStatus;
import dev.migration.ScriptRequest;
import dev.migration.StateConflictException;
import dev.migration.UnknownRevisionException;
import dev.migration.schema.NamingConvention;
import dev.migration.test.TestDatabase;
import dev.migration.test.TestDatabase.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

import org.springframework.jdbc.datasource.DriverManagerDataSource;

import static dev.migration.schema.Definitions.check;
import static dev.migration.schema.Definitions.column;
import static dev.migration.schema.Definitions.foreignKey;
import static dev.migration.schema.Definitions.index;
import static dev.migration.schema.Definitions.literal;
import static dev.migration.schema.Definitions.unique;
import static dev.migration.schema.ReferentialAction.CASCADE;
import static dev.migration.schema.Types.bigint;
import static dev.migration.schema.Types.integer;
import static dev.migration.schema.Types.varchar;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class MigratorTests {

	@ParameterizedTest
	@EnumSource
	void runsEveryOperationThereAndBack(Kind kind) {
		TestDatabase database = TestDatabase.create(kind);
		List<Long> counted = new ArrayList<>();
		TestRevisions revisions = new TestRevisions().add("a", "", (op) -> {
			op.createTable("hackathon", column("id", bigint()).primaryKey().identity(),
					column("name", varchar(80)).notNull(), unique("uq_hackathon_name").on("name"));
			op.createTable("order", column("id", bigint()).primaryKey().identity(),
					column("hackathon_id", bigint()).notNull(),
					column("Size", integer()).notNull().serverDefault(literal(3)),
					foreignKey("fk_order_hackathon").on("hackathon_id").references("hackathon", "id").onDelete(CASCADE),
					check("ck_order_size", database.quote("Size") + " > 0"));
			op.createIndex(index("ix_order_hackathon").on("order", "hackathon_id"));
		}, (op) -> {
			op.dropTable("order");
			op.dropTable("hackathon");
		}).add("b", "a", (op) -> {
			op.bulkInsert("hackathon", List.of(Map.of("name", "one"), Map.of("name", "it's two")));
			op.execute(
					"INSERT INTO " + database.quote("order")
							+ " (hackathon_id) SELECT id FROM hackathon WHERE name = :name",
					Map.of("name", "it's two"));
			counted.add(op.jdbc().sql("SELECT count(*) FROM hackathon").query(Long.class).single());
		}, (op) -> op.execute("DELETE FROM hackathon; -- and the orders with them\n"));
		Migrator migrator = migrator(database, revisions);
		migrator.upgrade("b");
		assertThat(counted).containsExactly(2L);
		assertThat(database.query("SELECT " + database.quote("Size") + " FROM " + database.quote("order")))
			.containsExactly("3");
		assertThat(database.query("SELECT name FROM hackathon ORDER BY id")).containsExactly("one", "it's two");
		migrator.downgrade("base");
		assertThat(database.tables()).containsExactly("migration_history", "migration_version");
	}

	@ParameterizedTest
	@EnumSource
	void changesTablesThatAreThere(Kind kind) {
		TestDatabase database = TestDatabase.create(kind);
		TestRevisions revisions = new TestRevisions().add("a", "", (op) -> {
			op.createTable("team", column("id", bigint()).primaryKey().identity(), column("name", varchar(80)));
			op.createIndex(index("ix_team_name").on("team", "name").unique());
		}, (op) -> op.dropTable("team")).add("b", "a", (op) -> {
			op.addColumn("team", column("slug", varchar(120)).notNull().serverDefault(literal("none")));
			op.renameColumn("team", "name", "title");
			op.renameTable("team", "crew");
			op.dropIndex("ix_team_name", "crew");
		}, (op) -> {
			op.createIndex(index("ix_team_name").on("crew", "title").unique());
			op.renameTable("crew", "team");
			op.renameColumn("team", "title", "name");
			op.dropColumn("team", "slug");
		});
		Migrator migrator = migrator(database, revisions);
		migrator.upgrade("a");
		database.execute("INSERT INTO team (name) VALUES ('x')");
		migrator.upgrade("head");
		assertThat(database.query("SELECT slug FROM crew WHERE title = 'x'")).containsExactly("none");
		migrator.downgrade("-1");
		assertThat(database.query("SELECT name FROM team")).containsExactly("x");
		migrator.upgrade("head");
		assertThat(database.query("SELECT title FROM crew")).containsExactly("x");
	}

	@ParameterizedTest
	@EnumSource
	void recordsWhatWasDone(Kind kind) {
		TestDatabase database = TestDatabase.create(kind);
		Migrator migrator = migrator(database, new TestRevisions().table("a", "").table("b", "a"));
		MigrationResult result = migrator.upgrade(MigrationRequest.to("head").by("alice"));
		migrator.downgrade(MigrationRequest.to("-1").by("bob"));
		assertThat(result.steps()).extracting(ExecutedStep::revision).containsExactly("a", "b");
		List<ExecutedStep> history = migrator.executedSteps();
		assertThat(history.subList(0, 2)).isEqualTo(result.steps());
		assertThat(history).extracting(ExecutedStep::revision, ExecutedStep::direction, ExecutedStep::executedBy)
			.containsExactly(tuple("a", Direction.UPGRADE, "alice"), tuple("b", Direction.UPGRADE, "alice"),
					tuple("b", Direction.DOWNGRADE, "bob"));
		assertThat(history).allSatisfy((step) -> {
			assertThat(step.status()).isEqualTo(ExecutedStep.Status.SUCCEEDED);
			assertThat(step.statementsDone()).isEqualTo(1);
			assertThat(step.checksum()).startsWith("2:");
			assertThat(step.host()).endsWith("/" + ProcessHandle.current().pid());
		});
	}

	@ParameterizedTest
	@EnumSource
	void nothingToDoTakesOneConnectionAndOneSelectAndLoadsNoRevision(Kind kind) {
		TestDatabase database = TestDatabase.create(kind);
		migrator(database, new TestRevisions().table("a", "").table("b", "a")).upgrade("head");
		CountingDataSource counting = new CountingDataSource(database.dataSource());
		TestRevisions revisions = new TestRevisions().table("a", "").table("b", "a");
		Migrator migrator = MigratorBuilder.forDataSource(counting).revisions(revisions).build();
		assertThat(migrator.upgrade("head").steps()).isEmpty();
		assertThat(counting.connections()).isEqualTo(1);
		assertThat(counting.statements()).containsExactly("SELECT version_num, (SELECT status FROM migration_history "
				+ "WHERE id = (SELECT max(id) FROM migration_history)) FROM migration_version");
		assertThat(revisions.loaded()).isEmpty();
	}

	@ParameterizedTest
	@EnumSource(names = { "SQLITE", "POSTGRESQL" })
	void aFailedRevisionLeavesTheDatabaseAsItWasBeforeIt(Kind kind) {
		TestDatabase database = TestDatabase.create(kind);
		TestRevisions revisions = new TestRevisions().table("a", "").add("b", "a", (op) -> {
			op.execute("CREATE TABLE half (id integer)");
			op.execute("INSERT INTO t_a VALUES (1)");
			op.execute("INSERT INTO nowhere VALUES (1)");
		}, null).table("c", "b");
		Migrator migrator = migrator(database, revisions);
		assertThatExceptionOfType(RevisionFailedException.class).isThrownBy(() -> migrator.upgrade("head"))
			.withMessageContainingAll(
					"The upgrade of revision b (makes b) [test b] failed at statement 3 (op.execute, line 1)",
					"nowhere", "INSERT INTO nowhere VALUES (1)")
			.satisfies((ex) -> assertThat(ex.getRevision().id()).isEqualTo("b"));
		assertThat(database.tables()).containsExactly("migration_history", "migration_version", "t_a");
		assertThat(database.query("SELECT * FROM t_a")).isEmpty();
		assertThat(database.query("SELECT version_num FROM migration_version")).containsExactly("a");
		assertThat(migrator.executedSteps()).extracting(ExecutedStep::revision).containsExactly("a");
	}

	@ParameterizedTest
	@EnumSource(names = { "SQLITE", "POSTGRESQL" })
	void aFailureOfTheFirstRevisionLeavesAnEmptyDatabaseEmpty(Kind kind) {
		TestDatabase database = TestDatabase.create(kind);
		Migrator migrator = migrator(database, new TestRevisions().add("a", "", (op) -> {
			op.execute("CREATE TABLE half (id integer)");
			throw new IllegalStateException("the body gave up");
		}, null));
		assertThatExceptionOfType(RevisionFailedException.class).isThrownBy(() -> migrator.upgrade("head"))
			.withMessageContaining("failed at what follows statement 1: the body gave up");
		assertThat(database.tables()).isEmpty();
	}

	@Test
	void theHistorySaysWhoAskedElseWhoTheMigratorRunsAs() {
		TestDatabase database = TestDatabase.create(Kind.SQLITE);
		Migrator migrator = MigratorBuilder.forDataSource(database.dataSource())
			.revisions(new TestRevisions().table("a", "").table("b", "a"))
			.executedBy("deployment")
			.build();
		migrator.upgrade("a");
		migrator.upgrade(MigrationRequest.to("b").by("alice"));
		migrator.stamp("a");
		assertThat(database.query("SELECT executed_by FROM migration_history ORDER BY id"))
			.containsExactly("deployment", "alice", "deployment");
		assertThat(migrator.script(Direction.UPGRADE, ScriptRequest.to("head").forDialect("postgresql")).text())
			.contains("'deployment'");
	}

	@Test
	void aConstraintThatOnlyFailsAtTheCommitFailsTheRevision() {
		TestDatabase database = TestDatabase.create(Kind.POSTGRESQL);
		TestRevisions revisions = new TestRevisions().table("z", "").add("a", "z", (op) -> {
			op.execute("CREATE TABLE parent (id integer PRIMARY KEY)");
			op.execute("CREATE TABLE child (id integer REFERENCES parent DEFERRABLE INITIALLY DEFERRED)");
			op.execute("INSERT INTO child VALUES (1)");
		}, null);
		assertThatExceptionOfType(RevisionFailedException.class)
			.isThrownBy(() -> migrator(database, revisions).upgrade("head"))
			.withMessageContaining("failed at its commit");
		assertThat(database.tables()).containsExactly("migration_history", "migration_version", "t_z");
	}

	@ParameterizedTest
	@EnumSource
	void anIrreversibleRevisionIsRefusedBeforeAnythingRuns(Kind kind) {
		TestDatabase database = TestDatabase.create(kind);
		TestRevisions revisions = new TestRevisions()
			.add("a", "", (op) -> op.execute("CREATE TABLE t (id integer)"), null)
			.table("b", "a");
		Migrator migrator = migrator(database, revisions);
		migrator.upgrade("head");
		assertThatExceptionOfType(IrreversibleRevisionException.class).isThrownBy(() -> migrator.downgrade("base"));
		assertThat(database.query("SELECT version_num FROM migration_version")).containsExactly("b");
		assertThat(migrator.downgrade("-1").to()).containsExactly("a");
	}

	@Test
	void anAmbiguousTargetIsAnErrorThatNamesTheCandidates() {
		TestDatabase database = TestDatabase.create(Kind.SQLITE);
		Migrator migrator = migrator(database, new TestRevisions().table("abcd1", "").table("abcd2", "abcd1"));
		assertThatExceptionOfType(InvalidTargetException.class).isThrownBy(() -> migrator.upgrade("abcd"))
			.withMessageContainingAll("abcd1", "abcd2");
		assertThat(database.tables()).isEmpty();
	}

	@Test
	void severalHeadsAreAnErrorUnlessAllAreMeant() {
		TestDatabase database = TestDatabase.create(Kind.SQLITE);
		Migrator migrator = migrator(database, new TestRevisions().table("a", "").table("b1", "a").table("b2", "a"));
		assertThatExceptionOfType(InvalidTargetException.class).isThrownBy(() -> migrator.upgrade("head"))
			.withMessageContainingAll("b1", "b2");
		assertThat(migrator.upgrade("heads").to()).containsExactly("b1", "b2");
	}

	@ParameterizedTest
	@EnumSource
	void aPlanIsWhatTheRunDoes(Kind kind) {
		TestDatabase database = TestDatabase.create(kind);
		Migrator migrator = migrator(database, new TestRevisions().table("a", "").table("b", "a").table("c", "b"));
		MigrationPlan plan = migrator.plan(Direction.UPGRADE, MigrationRequest.to("head"));
		assertThat(database.tables()).isEmpty();
		MigrationResult result = migrator.upgrade("head");
		assertThat(result.steps()).extracting(ExecutedStep::revision)
			.isEqualTo(plan.steps().stream().map((step) -> step.revision().id()).toList());
		assertThat(result.to()).isEqualTo(plan.to());
	}

	@ParameterizedTest
	@EnumSource
	void doesNothingWhenTheDatabaseIsNotWhereItIsExpected(Kind kind) {
		TestDatabase database = TestDatabase.create(kind);
		Migrator migrator = migrator(database, new TestRevisions().table("a", "").table("b", "a"));
		migrator.upgrade("head");
		assertThatExceptionOfType(StateConflictException.class)
			.isThrownBy(() -> migrator.downgrade(MigrationRequest.to("-1").expecting(Set.of("a"))))
			.withMessage("The database is at b, not at a as expected");
		assertThat(migrator.downgrade(MigrationRequest.to("-1").expecting(Set.of("b"))).to()).containsExactly("a");
	}

	@ParameterizedTest
	@EnumSource
	void stampSetsTheVersionTableOnly(Kind kind) {
		TestDatabase database = TestDatabase.create(kind);
		TestRevisions revisions = new TestRevisions().table("a", "").table("b", "a");
		Migrator migrator = migrator(database, revisions);
		assertThat(migrator.stamp("head").to()).containsExactly("b");
		assertThat(database.tables()).containsExactly("migration_history", "migration_version");
		assertThat(migrator.current()).extracting((status) -> status.revision().id()).containsExactly("b");
		assertThat(migrator.stamp("base").to()).isEmpty();
		assertThat(revisions.loaded()).isEmpty();
	}

	@ParameterizedTest
	@EnumSource
	void anOlderApplicationSeesThatTheDatabaseIsAheadAndCanTakeItBack(Kind kind) {
		TestDatabase database = TestDatabase.create(kind);
		migrator(database, new TestRevisions().table("a", "").table("b", "a").add("c", "b", (op) -> {
			op.execute("CREATE TABLE t_c (name varchar(20))");
			op.bulkInsert("t_c", List.of(Map.of("name", "it's?")));
		}, (op) -> {
			op.execute("DELETE FROM t_c WHERE name = :name", Map.of("name", "it's?"));
			op.dropTable("t_c");
		})).upgrade("head");
		Migrator older = migrator(database, new TestRevisions().table("a", ""));
		assertThat(older.upgrade("head").to()).containsExactly("c");
		assertThat(older.status().upToDate()).isTrue();
		assertThat(older.current()).extracting(RevisionStatus::state).containsExactly(RevisionStatus.State.AHEAD);
		assertThat(older.downgrade("head").to()).containsExactly("a");
		assertThat(database.tables()).containsExactly("migration_history", "migration_version", "t_a");
	}

	@ParameterizedTest
	@EnumSource
	void aVersionRowThatNobodyKnowsIsAnErrorAndIsShown(Kind kind) {
		TestDatabase database = TestDatabase.create(kind);
		Migrator migrator = migrator(database, new TestRevisions().table("a", ""));
		migrator.upgrade("head");
		database.execute("UPDATE migration_version SET version_num = 'gone'");
		assertThatExceptionOfType(UnknownRevisionException.class).isThrownBy(() -> migrator.upgrade("head"))
			.withMessageContaining("The version table 'migration_version' holds gone");
		assertThat(migrator.current()).singleElement()
			.satisfies((status) -> assertThat(status.state()).isEqualTo(RevisionStatus.State.UNKNOWN));
	}

	@ParameterizedTest
	@EnumSource
	void aPoolOfOneConnectionIsEnoughAndGetsItBackAsItWas(Kind kind) throws SQLException {
		TestDatabase database = TestDatabase.create(kind);
		try (HikariDataSource pool = new HikariDataSource()) {
			pool.setJdbcUrl(database.jdbcUrl());
			pool.setUsername(database.user());
			pool.setPassword(database.password());
			pool.setMaximumPoolSize(1);
			pool.setConnectionTimeout(1000);
			pool.setAutoCommit(false);
			Migrator migrator = MigratorBuilder.forDataSource(pool)
				.revisions(new TestRevisions().table("a", "").table("b", "a"))
				.build();
			assertThat(migrator.upgrade("head").to()).containsExactly("b");
			assertThat(migrator.status().upToDate()).isTrue();
			try (Connection connection = pool.getConnection()) {
				assertThat(connection.getAutoCommit()).isFalse();
			}
		}
	}

	@ParameterizedTest
	@EnumSource
	void aFailureLeavesNoTransactionBehindOnThePooledConnection(Kind kind) {
		TestDatabase database = TestDatabase.create(kind);
		try (HikariDataSource pool = new HikariDataSource()) {
			pool.setJdbcUrl(database.jdbcUrl());
			pool.setUsername(database.user());
			pool.setPassword(database.password());
			pool.setMaximumPoolSize(1);
			Migrator failing = MigratorBuilder.forDataSource(pool).revisions(new TestRevisions().add("a", "", (op) -> {
				op.execute("CREATE TABLE half (id integer)");
				throw new IllegalStateException("the body gave up");
			}, null)).build();
			assertThatExceptionOfType(RevisionFailedException.class).isThrownBy(() -> failing.upgrade("head"));
			assertThat(
					migrator(database, new TestRevisions().table("b", ""), Duration.ofSeconds(1)).upgrade("head").to())
				.containsExactly("b");
			if (kind.hasTransactionalDdl()) {
				assertThat(database.tables()).doesNotContain("half");
			}
		}
	}

	@ParameterizedTest
	@EnumSource
	void manyThatStartTogetherRunEveryRevisionOnce(Kind kind) throws Exception {
		TestDatabase database = TestDatabase.create(kind);
		int runners = 8;
		CyclicBarrier start = new CyclicBarrier(runners);
		ExecutorService threads = Executors.newFixedThreadPool(runners);
		try {
			List<Future<MigrationResult>> results = new ArrayList<>();
			for (int i = 0; i < runners; i++) {
				TestRevisions revisions = new TestRevisions();
				for (int revision = 0; revision < 10; revision++) {
					revisions.table("r" + revision, (revision == 0) ? "" : "r" + (revision - 1));
				}
				Migrator migrator = migrator(database, revisions);
				Callable<MigrationResult> task = () -> {
					start.await();
					return migrator.upgrade("head");
				};
				results.add(threads.submit(task));
			}
			int executed = 0;
			for (Future<MigrationResult> result : results) {
				executed += result.get().steps().size();
			}
			assertThat(executed).isEqualTo(10);
		}
		finally {
			threads.shutdownNow();
		}
		assertThat(database.query("SELECT revision FROM migration_history ORDER BY id")).containsExactly("r0", "r1",
				"r2", "r3", "r4", "r5", "r6", "r7", "r8", "r9");
	}

	@ParameterizedTest
	@EnumSource(mode = Mode.EXCLUDE, names = "SQLITE")
	void theWaitingSideSaysWhichSessionHoldsTheLock(Kind kind) throws SQLException {
		TestDatabase database = TestDatabase.create(kind);
		try (Connection holder = database.connect()) {
			Session.Settings settings = Session.Settings.of("migration_version", "migration_history", null,
					Duration.ZERO, NamingConvention.DEFAULT);
			Session session = Session.open(
					new DriverManagerDataSource(database.jdbcUrl(), database.user(), database.password()),
					new Dialects(getClass().getClassLoader()), settings);
			assertThat(session.lock().tryAcquire(session.connection())).isTrue();
			assertThatExceptionOfType(LockTimeoutException.class)
				.isThrownBy(() -> migrator(database, new TestRevisions().table("a", ""), Duration.ofMillis(200))
					.upgrade("head"))
				.withMessageMatching("(?is).*held by session \\d+ of user " + database.user() + ".*");
			session.close();
			assertThat(migrator(database, new TestRevisions().table("a", "")).upgrade("head").to())
				.containsExactly("a");
			assertThat(holder.isValid(1)).isTrue();
		}
	}

	@Test
	void theWaitingSideSaysWhichProcessHoldsTheLockOnSqlite() throws SQLException {
		TestDatabase database = TestDatabase.create(Kind.SQLITE);
		try (Connection holder = database.connect()) {
			holder.createStatement().execute("BEGIN IMMEDIATE");
			assertThatExceptionOfType(LockTimeoutException.class)
				.isThrownBy(() -> migrator(database, new TestRevisions().table("a", ""), Duration.ofMillis(200))
					.upgrade("head"))
				.withMessageContaining("held by process " + ProcessHandle.current().pid());
		}
		assertThat(database.tables()).isEmpty();
	}

	@Test
	void aDatabaseThatCannotBeReachedIsSaidWithoutThePassword() {
		Migrator migrator = MigratorBuilder
			.forDataSource(new DriverManagerDataSource("jdbc:nothing://alice:s3cret@host/db?password=s3cret", "alice",
					"s3cret"))
			.revisions(new TestRevisions().table("a", ""))
			.build();
		assertThatExceptionOfType(DatabaseAccessException.class).isThrownBy(() -> migrator.upgrade("head"))
			.withMessageStartingWith("The database cannot be reached: ")
			.satisfies((ex) -> assertThat(ex.getDescription()).doesNotContain("s3cret"));
	}

	private static org.assertj.core.groups.Tuple tuple(Object... values) {
		return org.assertj.core.groups.Tuple.tuple(values);
	}

	private static Migrator migrator(TestDatabase database, TestRevisions revisions) {
		return migrator(database, revisions, Duration.ofMinutes(1));
	}

	private static Migrator migrator(TestDatabase database, TestRevisions revisions, Duration lockTimeout) {
		return MigratorBuilder.forDataSource(database.dataSource())
			.revisions(revisions)
			.lockTimeout(lockTimeout)
			.build();
	}

}
