package dev.migration.runtime;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import dev.migration.Direction;
import dev.migration.ExecutedStep;
import dev.migration.HookFailedException;
import dev.migration.LockTimeoutException;
import dev.migration.MigrationHook;
import dev.migration.MigrationRequest;
import dev.migration.MigrationRun;
import dev.migration.Migrator;
import dev.migration.StateConflictException;
import dev.migration.UnknownRevisionException;
import dev.migration.test.TestDatabase;
import dev.migration.test.TestDatabase.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * What sets the version table without running anything: a stamp, and its creation.
 */
class VersionTableTests {

	@ParameterizedTest
	@EnumSource
	void aPurgeRemovesWhatNobodyKnows(Kind kind) {
		TestDatabase database = TestDatabase.create(kind);
		Migrator migrator = migrator(database);
		migrator.upgrade("b");
		database.execute("INSERT INTO migration_version VALUES ('gone')");
		assertThatExceptionOfType(UnknownRevisionException.class).isThrownBy(() -> migrator.stamp("a"))
			.satisfies((ex) -> assertThat(ex.getAction()).contains("migrate stamp --purge"));
		MigrationRequest purge = MigrationRequest.to("a").purging();
		assertThat(migrator.plan(Direction.STAMP, purge).from()).containsExactly("b", "gone");
		assertThat(rows(database)).containsExactly("b", "gone");
		assertThat(migrator.stamp(purge).to()).containsExactly("a");
		assertThat(rows(database)).containsExactly("a");
		assertThat(migrator.executedSteps()).last().satisfies((step) -> {
			assertThat(step.direction()).isEqualTo(Direction.STAMP);
			assertThat(step.revises()).containsExactly("b", "gone");
			assertThat(step.revision()).isEqualTo("a");
		});
	}

	@ParameterizedTest
	@EnumSource
	void aPurgeRemovesRowsThatAreThereTwice(Kind kind) {
		TestDatabase database = TestDatabase.create(kind);
		database.execute("CREATE TABLE migration_version (version_num varchar(32) NOT NULL)",
				"INSERT INTO migration_version VALUES ('a')", "INSERT INTO migration_version VALUES ('a')");
		Migrator migrator = migrator(database);
		assertThatExceptionOfType(StateConflictException.class).isThrownBy(() -> migrator.stamp("b"))
			.withMessage("The database is at a, a, not at a as expected");
		migrator.stamp(MigrationRequest.to("a").purging());
		assertThat(rows(database)).containsExactly("a");
	}

	@ParameterizedTest
	@EnumSource
	void aPurgeRemovesARowThatIsInsideOfAnother(Kind kind) {
		TestDatabase database = TestDatabase.create(kind);
		Migrator migrator = migrator(database);
		migrator.stamp("b");
		database.execute("INSERT INTO migration_version VALUES ('a')");
		migrator.stamp(MigrationRequest.to("b", "c").purging());
		assertThat(rows(database)).containsExactly("b", "c");
	}

	@ParameterizedTest
	@EnumSource
	void aPurgeToTheBaseLeavesNoRow(Kind kind) {
		TestDatabase database = TestDatabase.create(kind);
		Migrator migrator = migrator(database);
		migrator.stamp("b", "c");
		migrator.stamp(MigrationRequest.to("base").purging());
		assertThat(rows(database)).isEmpty();
		assertThat(database.tables()).contains("migration_version");
	}

	@ParameterizedTest
	@EnumSource
	void aPurgeIsDoneAsAWholeOrNotAtAll(Kind kind) {
		TestDatabase database = TestDatabase.create(kind);
		migrator(database).stamp("b");
		database.execute("INSERT INTO migration_version VALUES ('gone')");
		Migrator refusing = builder(database).hook(new MigrationHook() {

			@Override
			public void afterStamp(MigrationRun run) {
				throw new IllegalStateException("not now");
			}

		}).build();
		assertThatExceptionOfType(HookFailedException.class)
			.isThrownBy(() -> refusing.stamp(MigrationRequest.to("c").purging()));
		assertThat(rows(database)).containsExactly("b", "gone");
		assertThat(refusing.executedSteps()).hasSize(1);
	}

	@ParameterizedTest
	@EnumSource
	void aPurgeCanExpectTheRowsThatItRemoves(Kind kind) {
		TestDatabase database = TestDatabase.create(kind);
		Migrator migrator = migrator(database);
		migrator.stamp("b");
		MigrationRequest purge = MigrationRequest.to("c").purging();
		assertThatExceptionOfType(StateConflictException.class)
			.isThrownBy(() -> migrator.stamp(purge.expecting(Set.of("a"))));
		assertThat(migrator.stamp(purge.expecting(Set.of("b"))).to()).containsExactly("c");
	}

	@ParameterizedTest
	@EnumSource
	void theVersionTableIsCreatedOnceAndItsRowsAreLeftAlone(Kind kind) {
		TestDatabase database = TestDatabase.create(kind);
		Migrator migrator = migrator(database);
		assertThat(migrator.ensureVersionTable()).isTrue();
		assertThat(database.tables()).containsExactly("migration_version");
		database.execute("INSERT INTO migration_version VALUES ('whatever')");
		assertThat(migrator.ensureVersionTable()).isFalse();
		assertThat(rows(database)).containsExactly("whatever");
		database.execute("DELETE FROM migration_version");
		assertThat(migrator.upgrade("heads").steps()).extracting(ExecutedStep::revision)
			.containsExactlyInAnyOrder("a", "b", "c");
	}

	@ParameterizedTest
	@EnumSource
	void theVersionTableThatIsThereTakesOneSelectAndNoLock(Kind kind) {
		TestDatabase database = TestDatabase.create(kind);
		migrator(database).ensureVersionTable();
		CountingDataSource counting = new CountingDataSource(database.dataSource());
		MigratorBuilder.forDataSource(counting).revisions(revisions()).build().ensureVersionTable();
		assertThat(counting.statements()).containsExactly("SELECT version_num FROM migration_version");
	}

	@ParameterizedTest
	@EnumSource
	void manyThatEnsureTheVersionTableTogetherAllFindIt(Kind kind) throws Exception {
		TestDatabase database = TestDatabase.create(kind);
		int callers = 6;
		CyclicBarrier start = new CyclicBarrier(callers);
		ExecutorService threads = Executors.newFixedThreadPool(callers);
		try {
			List<Future<Boolean>> results = new ArrayList<>();
			for (int i = 0; i < callers; i++) {
				Migrator migrator = migrator(database);
				results.add(threads.submit(() -> {
					start.await();
					return migrator.ensureVersionTable();
				}));
			}
			for (Future<Boolean> result : results) {
				result.get();
			}
		}
		finally {
			threads.shutdownNow();
		}
		assertThat(database.tables()).containsExactly("migration_version");
	}

	@Test
	void theVersionTableIsNotCreatedWhileAnotherProcessIsAtWork() throws Exception {
		TestDatabase database = TestDatabase.create(Kind.SQLITE);
		try (var holder = database.connect()) {
			holder.createStatement().execute("BEGIN IMMEDIATE");
			assertThatExceptionOfType(LockTimeoutException.class)
				.isThrownBy(() -> builder(database).lockTimeout(Duration.ofMillis(50)).build().ensureVersionTable());
		}
		assertThat(database.tables()).isEmpty();
	}

	private static List<String> rows(TestDatabase database) {
		return database.query("SELECT version_num FROM migration_version ORDER BY version_num");
	}

	private static Migrator migrator(TestDatabase database) {
		return builder(database).build();
	}

	private static MigratorBuilder builder(TestDatabase database) {
		return MigratorBuilder.forDataSource(database.dataSource())
			.revisions(revisions())
			.lockTimeout(Duration.ofMinutes(1));
	}

	private static TestRevisions revisions() {
		return new TestRevisions().table("a", "").table("b", "a").table("c", "a");
	}

}
