package dev.migration.runtime;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import dev.migration.Direction;
import dev.migration.ExecutedStep;
import dev.migration.InvalidTargetException;
import dev.migration.MigrationPlan;
import dev.migration.MigrationRequest;
import dev.migration.MigrationResult;
import dev.migration.Migrator;
import dev.migration.PendingRevisionsException;
import dev.migration.RevisionFailedException;
import dev.migration.test.TestDatabase;
import dev.migration.test.TestDatabase.Kind;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

/**
 * Upgrades of databases that had tables before there were revisions.
 */
class BaselineTests {

	private static final String HISTORY = "SELECT direction || ' ' || revision FROM migration_history ORDER BY id";

	private static final String VERSIONS = "SELECT version_num FROM migration_version";

	private TestDatabase database = TestDatabase.create(Kind.SQLITE);

	@ParameterizedTest
	@EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "MYSQL")
	void aDatabaseWithTablesIsStampedAndGoesOnFromThere(Kind kind) {
		this.database = TestDatabase.create(kind);
		this.database.execute("CREATE TABLE t_b1 (id integer)");
		Migrator migrator = migrator("b1");
		MigrationResult result = migrator.upgrade("head");
		assertThat(result.from()).isEmpty();
		assertThat(result.to()).containsExactly("c1");
		assertThat(result.steps()).extracting(ExecutedStep::direction, ExecutedStep::revision)
			.containsExactly(tuple(Direction.STAMP, "b1"), tuple(Direction.UPGRADE, "c1"));
		assertThat(this.database.query(VERSIONS)).containsExactly("c1");
		assertThat(this.database.tables()).contains("t_b1", "t_c1").doesNotContain("t_a1");
		assertThat(migrator.executedSteps()).extracting(ExecutedStep::direction, ExecutedStep::revision)
			.containsExactly(tuple(Direction.STAMP, "b1"), tuple(Direction.UPGRADE, "c1"));
		assertThat(migrator.upgrade("head").steps()).isEmpty();
	}

	@ParameterizedTest
	@EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "MYSQL")
	void anEmptyDatabaseIsUpgradedFromTheBase(Kind kind) {
		this.database = TestDatabase.create(kind);
		migrator("b1").upgrade("head");
		assertThat(this.database.tables()).contains("t_a1", "t_b1", "t_c1");
	}

	@Test
	void tablesOfOtherToolsAreNone() {
		this.database.execute("CREATE TABLE flyway_schema_history (id integer)", "CREATE TABLE shedlock (id integer)");
		migrator("b1").upgrade("head");
		assertThat(this.database.tables()).contains("t_a1", "t_b1");
	}

	@Test
	void theHeadItselfCanBeTheBaseline() {
		this.database.execute("CREATE TABLE t_c1 (id integer)");
		Migrator migrator = migrator("c1");
		MigrationPlan plan = migrator.plan(Direction.UPGRADE, MigrationRequest.to("head"));
		assertThat(plan.isEmpty()).isFalse();
		assertThat(plan.stamped()).containsExactly("c1");
		assertThat(new PendingRevisionsException(plan).getDescription())
			.isEqualTo("The database is at base and is to be stamped with c1");
		assertThat(migrator.upgrade("head").to()).containsExactly("c1");
		assertThat(this.database.query(HISTORY)).containsExactly("stamp c1");
	}

	@Test
	void aPlanTouchesNothing() {
		this.database.execute("CREATE TABLE t_b1 (id integer)");
		MigrationPlan plan = migrator("b1").plan(Direction.UPGRADE, MigrationRequest.to("head"));
		assertThat(plan.from()).isEmpty();
		assertThat(plan.stamped()).containsExactly("b1");
		assertThat(plan.steps()).extracting((step) -> step.revision().id()).containsExactly("c1");
		assertThat(this.database.tables()).containsExactly("t_b1");
	}

	@ParameterizedTest
	@EnumSource(names = { "POSTGRESQL", "SQLITE", "H2" })
	void theSqlOfARunStampsToo(Kind kind) throws SQLException {
		this.database = TestDatabase.create(kind);
		this.database.execute("CREATE TABLE t_b1 (id integer)");
		Migrator migrator = migrator("b1");
		List<String> script = migrator.script(Direction.UPGRADE, MigrationRequest.to("head")).statements();
		try (Connection connection = this.database.connect(); Statement statement = connection.createStatement()) {
			for (String sql : script) {
				statement.execute(sql);
			}
		}
		assertThat(this.database.query(VERSIONS)).containsExactly("c1");
		assertThat(this.database.query(HISTORY)).containsExactly("stamp b1", "upgrade c1");
		assertThat(migrator.upgrade("head").steps()).isEmpty();
	}

	@Test
	void aDatabaseThatWasTakenBackToTheBaseIsNotStamped() {
		migrator(null).upgrade("head");
		migrator(null).downgrade("base");
		this.database.execute("CREATE TABLE other (id integer)");
		migrator("b1").upgrade("head");
		assertThat(this.database.tables()).contains("t_a1", "t_b1");
	}

	@Test
	void aFirstRevisionThatStoppedHalfWayGoesOn() {
		this.database = TestDatabase.create(Kind.H2);
		TestRevisions failing = new TestRevisions().add("a1", "", (op) -> {
			op.execute("CREATE TABLE t_a1 (id integer)");
			op.execute("INSERT INTO nowhere VALUES (1)");
		}, null);
		assertThatExceptionOfType(RevisionFailedException.class)
			.isThrownBy(() -> migrator(failing, "a1").upgrade("head"));
		TestRevisions mended = new TestRevisions().add("a1", "", (op) -> {
			op.execute("CREATE TABLE t_a1 (id integer)");
			op.execute("CREATE TABLE t_a2 (id integer)");
		}, null);
		migrator(mended, "a1").upgrade("head");
		assertThat(this.database.tables()).contains("t_a1", "t_a2");
	}

	@ParameterizedTest
	@ValueSource(strings = { "zz", "head", "heads", "base", "b1+1" })
	void whatIsNoRevisionIsRefusedAlsoWhereThereAreNoTables(String baseline) {
		assertThatExceptionOfType(InvalidTargetException.class).isThrownBy(() -> migrator(baseline).upgrade("head"))
			.withMessageContaining("The baseline revision is '" + baseline + "': ")
			.satisfies((ex) -> assertThat(ex.getAction()).contains("migration.baseline-revision"));
		assertThat(this.database.tables()).isEmpty();
	}

	@Test
	void nothingIsLookedAtOnceThereIsAVersionRow() {
		migrator(null).upgrade("head");
		CountingDataSource counting = new CountingDataSource(this.database.dataSource());
		MigratorBuilder.forDataSource(counting).revisions(revisions()).baseline("zz").build().upgrade("head");
		assertThat(counting.statements()).hasSize(1);
	}

	@Test
	void withoutABaselineTheFirstRevisionMeetsTheTable() {
		this.database.execute("CREATE TABLE t_a1 (id integer)");
		assertThatExceptionOfType(RevisionFailedException.class).isThrownBy(() -> migrator(null).upgrade("head"));
	}

	@ParameterizedTest
	@EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "MYSQL")
	void ofSeveralThatStartAtOnceOneStamps(Kind kind) throws Exception {
		this.database = TestDatabase.create(kind);
		this.database.execute("CREATE TABLE t_b1 (id integer)");
		ExecutorService threads = Executors.newFixedThreadPool(8);
		try {
			Callable<MigrationResult> start = () -> migrator("b1").upgrade("head");
			List<Future<MigrationResult>> results = new ArrayList<>();
			for (int i = 0; i < 8; i++) {
				results.add(threads.submit(start));
			}
			for (Future<MigrationResult> result : results) {
				assertThat(result.get().to()).containsExactly("c1");
			}
		}
		finally {
			threads.shutdownNow();
		}
		assertThat(this.database.query("SELECT revision FROM migration_history ORDER BY id")).containsExactly("b1",
				"c1");
	}

	private static TestRevisions revisions() {
		return new TestRevisions().table("a1", "").table("b1", "a1").table("c1", "b1");
	}

	private Migrator migrator(@Nullable String baseline) {
		return migrator(revisions(), baseline);
	}

	private Migrator migrator(TestRevisions revisions, @Nullable String baseline) {
		return MigratorBuilder.forDataSource(this.database.dataSource())
			.revisions(revisions)
			.baseline(baseline)
			.build();
	}

}
