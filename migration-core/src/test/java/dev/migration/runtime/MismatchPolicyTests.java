package dev.migration.runtime;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

import dev.migration.AppliedRevisionsChangedException;
import dev.migration.DatabaseAheadException;
import dev.migration.Direction;
import dev.migration.ExecutedStep;
import dev.migration.MigrationPlan;
import dev.migration.MigrationRequest;
import dev.migration.Migrator;
import dev.migration.MismatchPolicy;
import dev.migration.Operations;
import dev.migration.RevisionHeader;
import dev.migration.RunListener;
import dev.migration.schema.Definitions;
import dev.migration.schema.Types;
import dev.migration.test.TestDatabase;
import dev.migration.test.TestDatabase.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * A database that is ahead of the application, and revisions that were changed after they
 * were applied.
 */
class MismatchPolicyTests {

	private final TestDatabase database = TestDatabase.create(Kind.SQLITE);

	@Test
	void anUpgradeOfADatabaseThatIsAheadIsRefusedIfThatIsAsked() {
		builder(new TestRevisions().table("a", "").table("b", "a")).build().upgrade("head");
		Migrator older = builder(new TestRevisions().table("a", "")).whenAhead(MismatchPolicy.FAIL).build();
		assertThatExceptionOfType(DatabaseAheadException.class).isThrownBy(() -> older.upgrade("head"))
			.withMessage("The database is ahead of this application: it also has b")
			.satisfies(
					(ex) -> assertThat(ex.getAction()).contains("'migrate downgrade head'", "'migration.when-ahead'"));
		assertThatExceptionOfType(DatabaseAheadException.class)
			.isThrownBy(() -> older.plan(Direction.UPGRADE, MigrationRequest.to("head")));
		older.downgrade("head");
		assertThat(older.upgrade("head").to()).containsExactly("a");
	}

	@Test
	void anUpgradeWithSomethingToDoIsRefusedTooAndRunsNothing() {
		builder(new TestRevisions().table("a", "").table("b", "a")).build().upgrade("head");
		TestRevisions older = new TestRevisions().table("a", "").table("c", "a");
		assertThatExceptionOfType(DatabaseAheadException.class)
			.isThrownBy(() -> builder(older).whenAhead(MismatchPolicy.FAIL).build().upgrade("head"));
		assertThat(this.database.tables()).doesNotContain("t_c");
		builder(older).build().upgrade("head");
		assertThat(this.database.tables()).contains("t_c");
	}

	@ParameterizedTest
	@EnumSource(names = { "SQLITE", "POSTGRESQL" })
	void aDatabaseThatGetsAheadWhileTheLockIsWaitedForIsRefusedToo(Kind kind) {
		TestDatabase database = TestDatabase.create(kind);
		Migrator newer = builder(database, new TestRevisions().table("a", "").table("b", "a")).build();
		newer.upgrade("a");
		Migrator older = builder(database, new TestRevisions().table("a", "").table("c", "a"))
			.whenAhead(MismatchPolicy.FAIL)
			.listener((start) -> new RunListener() {

				@Override
				public void workFound(MigrationPlan plan) {
					newer.upgrade("head");
				}

			})
			.build();
		assertThatExceptionOfType(DatabaseAheadException.class).isThrownBy(() -> older.upgrade("head"));
		assertThat(database.tables()).contains("t_b").doesNotContain("t_c");
	}

	@ParameterizedTest
	@EnumSource(names = { "SQLITE", "H2" })
	void aRevisionThatWasChangedSinceIsFoundIfThatIsAsked(Kind kind) {
		TestDatabase database = TestDatabase.create(kind);
		builder(database, createsTeam(40)).build().upgrade("head");
		Migrator same = builder(database, createsTeam(40)).whenChanged(MismatchPolicy.FAIL).build();
		assertThat(same.upgrade("head").steps()).isEmpty();
		Migrator changed = builder(database, createsTeam(80)).whenChanged(MismatchPolicy.FAIL).build();
		assertThatExceptionOfType(AppliedRevisionsChangedException.class).isThrownBy(() -> changed.upgrade("head"))
			.withMessage("Revisions were changed since they were applied: a (makes a) [test a]")
			.satisfies((ex) -> {
				assertThat(ex.getRevisions()).extracting(RevisionHeader::id).containsExactly("a");
				assertThat(ex.getAction()).contains("'migrate stamp b'", "'migration.when-changed'");
			});
		assertThat(builder(database, createsTeam(80)).whenChanged(MismatchPolicy.WARN).build().upgrade("head").to())
			.containsExactly("b");
		changed.stamp("b");
		assertThat(changed.upgrade("head").steps()).isEmpty();
		assertThat(changed.executedSteps()).extracting(ExecutedStep::direction).endsWith(Direction.STAMP);
		changed.stamp("b");
		assertThat(changed.executedSteps()).hasSize(3);
	}

	@Test
	void unlessItIsAskedTheHistoryIsNotReadAndNoBodyIsLoaded() {
		builder(createsTeam(40)).build().upgrade("head");
		CountingDataSource counting = new CountingDataSource(this.database.dataSource());
		TestRevisions changed = createsTeam(80);
		MigratorBuilder.forDataSource(counting).revisions(changed).build().upgrade("head");
		assertThat(counting.statements()).hasSize(1);
		assertThat(changed.loaded()).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "CREATE TABLE t (\r\n  id integer\r\n);\r\nINSERT INTO t VALUES (1);\r\n",
			"CREATE TABLE t (   \n  id integer\t\n);  \n\n\n  INSERT INTO t VALUES (1);\n\n" })
	void endsOfLinesAndTrailingBlanksAreNoChange(String sql) {
		String applied = "CREATE TABLE t (\n  id integer\n);\nINSERT INTO t VALUES (1);";
		assertThat(isChanged((op) -> op.execute(applied), (op) -> op.execute(sql))).isFalse();
	}

	@Test
	void whatABodyAsksForIsComparedAndNotHowItIsWritten() {
		assertThat(isChanged((op) -> op.execute("CREATE TABLE t (id integer)"),
				(op) -> op.execute("CREATE TABLE t (id bigint)")))
			.isTrue();
		assertThat(isChanged((op) -> op.execute("SELECT 1"), (op) -> {
			op.execute("SELECT 1");
			op.execute("SELECT 2");
		})).isTrue();
		assertThat(isChanged((op) -> {
		}, (op) -> op.execute("SELECT 1"))).isTrue();
		Consumer<Operations> create = (op) -> op.execute("CREATE TABLE n (id integer, name text)");
		Map<String, Object> ann = Map.of("id", 1, "name", "Ann");
		assertThat(isChanged(create.andThen((op) -> op.bulkInsert("n", List.of(ann))),
				create.andThen((op) -> op.bulkInsert("n", List.of(Map.of("name", "Ann", "id", 1))))))
			.isFalse();
		assertThat(isChanged(create.andThen((op) -> op.bulkInsert("n", List.of(ann))),
				create.andThen((op) -> op.bulkInsert("n", List.of(Map.of("id", 1, "name", "Bob"))))))
			.isTrue();
	}

	@Test
	void whatDependsOnTheCallerOrTheRowsIsNotCompared() {
		List<String> calls = new ArrayList<>();
		Consumer<Operations> byArgument = (op) -> op
			.execute("SELECT '" + op.arguments().getOrDefault("region", "none") + calls.size() + "'");
		assertThat(isChanged(byArgument, byArgument.andThen((op) -> op.execute("SELECT 1")))).isFalse();
		Consumer<Operations> byRows = (op) -> op.jdbc().sql("SELECT 1").query().singleValue();
		assertThat(isChanged(byRows, (op) -> op.execute("SELECT 2"))).isFalse();
		assertThat(isChanged((op) -> op.execute("SELECT 1"), byRows)).isTrue();
	}

	@Test
	void onlyWhatIsAppliedIsCompared() {
		builder(createsTeam(40)).build().upgrade("head");
		Migrator changed = builder(createsTeam(80)).whenChanged(MismatchPolicy.FAIL).build();
		changed.downgrade("base");
		changed.upgrade("head");
		assertThat(changed.upgrade("head").steps()).isEmpty();
	}

	/**
	 * Other numbers here would be changes in the databases of everybody: they take
	 * another version of the checksum.
	 */
	@Test
	void theChecksumsAreThoseOfYesterday() {
		Migrator migrator = builder(createsTeam(40)).build();
		migrator.upgrade("head");
		assertThat(migrator.executedSteps()).extracting(ExecutedStep::checksum)
			.containsExactly("2:0a6fa29b80a9a8d92bb89227a38e99fc5105ef1b9acc3fd3ef76f2c5257ba2ad",
					"2:c312d088802badc9e6fade66b590e6dd5df1f57af31fab07c3a3d2508b72f55b");
	}

	private boolean isChanged(Consumer<Operations> before, Consumer<Operations> after) {
		TestDatabase database = TestDatabase.create(Kind.SQLITE);
		builder(database, new TestRevisions().add("a", "", before, null)).build().upgrade("head");
		try {
			builder(database, new TestRevisions().add("a", "", after, null)).whenChanged(MismatchPolicy.FAIL)
				.build()
				.upgrade("head");
			return false;
		}
		catch (AppliedRevisionsChangedException ex) {
			return true;
		}
	}

	private static TestRevisions createsTeam(int length) {
		return new TestRevisions().add("a", "", (op) -> {
			op.createTable("team", Definitions.column("id", Types.integer()).primaryKey(),
					Definitions.column("name", Types.varchar(length)).notNull());
			op.createIndex(Definitions.index("ix_team").on("team", "name").unique());
		}, (op) -> op.dropTable("team"))
			.add("b", "a", (op) -> op.execute("INSERT INTO team VALUES (1, 'x')"),
					(op) -> op.execute("DELETE FROM team"));
	}

	private MigratorBuilder builder(TestRevisions revisions) {
		return builder(this.database, revisions);
	}

	private static MigratorBuilder builder(TestDatabase database, TestRevisions revisions) {
		return MigratorBuilder.forDataSource(database.dataSource()).revisions(revisions);
	}

}
