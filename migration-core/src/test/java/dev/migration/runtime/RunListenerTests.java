package dev.migration.runtime;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import dev.migration.DatabaseAccessException;
import dev.migration.Direction;
import dev.migration.ExecutedStep;
import dev.migration.LockTimeoutException;
import dev.migration.MigrationListener;
import dev.migration.MigrationPlan;
import dev.migration.MigrationRequest;
import dev.migration.MigrationResult;
import dev.migration.MigrationStep;
import dev.migration.Migrator;
import dev.migration.RevisionFailedException;
import dev.migration.RunListener;
import dev.migration.RunStart;
import dev.migration.test.TestDatabase;
import dev.migration.test.TestDatabase.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import org.springframework.jdbc.datasource.DriverManagerDataSource;

import static dev.migration.schema.Types.varchar;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class RunListenerTests {

	private final List<String> calls = new ArrayList<>();

	private final TestRevisions revisions = new TestRevisions().table("a", "").table("b", "a");

	@ParameterizedTest
	@EnumSource
	void aListenerHearsOfARunAndItsSteps(Kind kind) {
		migrator(TestDatabase.create(kind), "only").upgrade(MigrationRequest.to("head").tagged("monday"));
		List<String> expected = new ArrayList<>(List.of("only started null upgrade monday", "only found [a, b]",
				"only obtained", "only step a", "only finished a", "only step b", "only finished b", "only done [b]"));
		if (kind == Kind.SQLITE) {
			expected.add(5, "only obtained");
		}
		assertThat(this.calls).containsExactlyElementsOf(expected);
	}

	@Test
	void whatEndsIsToldInReverse() {
		builder(TestDatabase.create(Kind.POSTGRESQL), "outer").listener(new Recording("inner")).build().upgrade("+1");
		assertThat(this.calls).containsExactly("outer started null upgrade null", "inner started null upgrade null",
				"outer found [a]", "inner found [a]", "outer obtained", "inner obtained", "outer step a",
				"inner step a", "inner finished a", "outer finished a", "inner done [a]", "outer done [a]");
	}

	@ParameterizedTest
	@EnumSource
	void aRunWithNothingToDoIsHeardOfAndStillTakesOneConnectionAndOneSelect(Kind kind) {
		TestDatabase database = TestDatabase.create(kind);
		MigratorBuilder.forDataSource(database.dataSource()).revisions(this.revisions).build().upgrade("head");
		CountingDataSource counting = new CountingDataSource(database.dataSource());
		MigratorBuilder.forDataSource(counting)
			.revisions(this.revisions)
			.database("audit")
			.listener(new Recording("only"))
			.build()
			.upgrade("head");
		assertThat(this.calls).containsExactly("only started audit upgrade null", "only done [b]");
		assertThat(counting.connections()).isEqualTo(1);
		assertThat(counting.statements()).singleElement().asString().endsWith(") FROM migration_version");
	}

	@Test
	void aStampHasNoSteps() {
		migrator(TestDatabase.create(Kind.POSTGRESQL), "only").stamp("a");
		assertThat(this.calls).containsExactly("only started null stamp null", "only found []", "only obtained",
				"only done [a]");
	}

	@Test
	void planningIsNoRun() {
		migrator(TestDatabase.create(Kind.SQLITE), "only").plan(Direction.UPGRADE, MigrationRequest.to("head"));
		assertThat(this.calls).isEmpty();
	}

	@ParameterizedTest
	@EnumSource
	void aFailureEndsTheStepAndTheRun(Kind kind) {
		this.revisions.add("c", "b", (op) -> op.execute("INSERT INTO nowhere VALUES (1)"), null);
		Migrator migrator = migrator(TestDatabase.create(kind), "only");
		assertThatExceptionOfType(RevisionFailedException.class).isThrownBy(() -> migrator.upgrade("head"));
		assertThat(this.calls).endsWith("only step c", "only failed c RevisionFailedException",
				"only failed RevisionFailedException");
	}

	@Test
	void aRunThatCannotReachItsDatabaseHasFailed() {
		Migrator migrator = MigratorBuilder.forDataSource(new DriverManagerDataSource("jdbc:nothing://host"))
			.revisions(this.revisions)
			.listener(new Recording("only"))
			.build();
		assertThatExceptionOfType(DatabaseAccessException.class).isThrownBy(() -> migrator.upgrade("head"));
		assertThat(this.calls).containsExactly("only started null upgrade null", "only failed DatabaseAccessException");
	}

	@Test
	void aStepThatBeginsAgainInAnotherKindOfTransactionStartsOnce() {
		TestRevisions rebuilding = new TestRevisions().add("a", "", (op) -> {
			op.execute("CREATE TABLE parent (id integer PRIMARY KEY, name varchar(20))");
			op.execute("CREATE TABLE child (parent_id integer REFERENCES parent (id))");
			op.execute("INSERT INTO parent VALUES (1, 'one')");
			op.execute("INSERT INTO child VALUES (1)");
		}, null).add("b", "a", (op) -> op.alterColumn("parent", "name", (column) -> column.type(varchar(40))), null);
		builder(TestDatabase.create(Kind.SQLITE), "only").revisions(rebuilding).build().upgrade("head");
		assertThat(this.calls).containsExactly("only started null upgrade null", "only found [a, b]", "only obtained",
				"only step a", "only finished a", "only obtained", "only step b", "only obtained", "only finished b",
				"only done [b]");
	}

	@Test
	void aWaitForTheLockIsHeardOfAlsoWhenItFails() throws SQLException {
		TestDatabase database = TestDatabase.create(Kind.SQLITE);
		Migrator migrator = builder(database, "only").lockTimeout(Duration.ofMillis(1)).build();
		try (Connection holder = database.connect()) {
			holder.createStatement().execute("BEGIN IMMEDIATE");
			assertThatExceptionOfType(LockTimeoutException.class).isThrownBy(() -> migrator.upgrade("head"));
		}
		assertThat(this.calls).containsExactly("only started null upgrade null", "only found [a, b]",
				"only not obtained", "only failed LockTimeoutException");
	}

	@Test
	void aStepThatAnotherProcessDoesMeanwhileIsLeftOut() {
		MigrationStep step = step("a");
		RunListeners listeners = RunListeners.start(List.of(new Recording("only")),
				new RunStart(null, Direction.UPGRADE, MigrationRequest.to("head")));
		listeners.stepStarted(step);
		listeners.stepStarted(step("b"));
		listeners.runFinished(new MigrationResult("", Direction.UPGRADE, List.of(), List.of("b"), List.of()));
		assertThat(this.calls).containsExactly("only started null upgrade null", "only step a", "only left out a",
				"only step b", "only left out b", "only done [b]");
	}

	private MigrationStep step(String id) {
		return migrator(TestDatabase.create(Kind.SQLITE), "nobody").plan(Direction.UPGRADE, MigrationRequest.to("head"))
			.steps()
			.stream()
			.filter((step) -> step.revision().id().equals(id))
			.findFirst()
			.orElseThrow();
	}

	@Test
	void whatAListenerThrowsChangesNothing() {
		TestDatabase database = TestDatabase.create(Kind.SQLITE);
		MigratorBuilder builder = builder(database, "after");
		Migrator migrator = builder.listener((start) -> {
			throw new IllegalStateException("at the start");
		}).listener((start) -> new RunListener() {

			@Override
			public void stepStarted(MigrationStep step) {
				throw new IllegalStateException("at the step");
			}

			@Override
			public void runFinished(MigrationResult result) {
				throw new IllegalStateException("at the end");
			}

		}).build();
		assertThat(migrator.upgrade("head").to()).containsExactly("b");
		assertThat(this.calls).contains("after step b").endsWith("after done [b]");
	}

	@Test
	void aListenerThatCannotBeMadeIsMadeForTheNextRun() {
		TestDatabase database = TestDatabase.create(Kind.SQLITE);
		List<String> attempts = new ArrayList<>();
		Migrator migrator = MigratorBuilder.forDataSource(database.dataSource())
			.revisions(this.revisions)
			.listeners(() -> {
				attempts.add("made");
				if (attempts.size() == 1) {
					throw new IllegalStateException("not yet");
				}
				return List.of(new Recording("only"));
			})
			.build();
		assertThat(migrator.upgrade("head").to()).containsExactly("b");
		assertThat(this.calls).isEmpty();
		migrator.downgrade("-1");
		migrator.downgrade("-1");
		assertThat(this.calls).contains("only finished b", "only finished a");
		assertThat(attempts).hasSize(2);
	}

	private Migrator migrator(TestDatabase database, String listener) {
		return builder(database, listener).build();
	}

	private MigratorBuilder builder(TestDatabase database, String listener) {
		return MigratorBuilder.forDataSource(database.dataSource())
			.revisions(this.revisions)
			.listener(new Recording(listener));
	}

	private final class Recording implements MigrationListener {

		private final String name;

		Recording(String name) {
			this.name = name;
		}

		@Override
		public RunListener runStarted(RunStart start) {
			add("started " + start.name() + " " + start.direction() + " " + start.request().tag());
			return new RunListener() {

				@Override
				public void workFound(MigrationPlan plan) {
					add("found " + plan.steps().stream().map((step) -> step.revision().id()).toList());
				}

				@Override
				public void lockWaited(Duration waited, boolean obtained) {
					add((obtained) ? "obtained" : "not obtained");
				}

				@Override
				public void stepStarted(MigrationStep step) {
					add("step " + step.revision().id());
				}

				@Override
				public void stepFinished(MigrationStep step, ExecutedStep done) {
					add("finished " + done.revision());
				}

				@Override
				public void stepFailed(MigrationStep step, Throwable failure) {
					add("failed " + step.revision().id() + " " + failure.getClass().getSimpleName());
				}

				@Override
				public void stepLeftOut(MigrationStep step) {
					add("left out " + step.revision().id());
				}

				@Override
				public void runFinished(MigrationResult result) {
					add("done " + result.to());
				}

				@Override
				public void runFailed(Throwable failure) {
					add("failed " + failure.getClass().getSimpleName());
				}

			};
		}

		private void add(String call) {
			RunListenerTests.this.calls.add(this.name + " " + call);
		}

	}

}
