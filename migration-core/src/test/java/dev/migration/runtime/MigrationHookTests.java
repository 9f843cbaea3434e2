package dev.migration.runtime;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import dev.migration.Direction;
import dev.migration.ExecutedStep;
import dev.migration.HookFailedException;
import dev.migration.MigrationHook;
import dev.migration.MigrationPlan;
import dev.migration.MigrationRequest;
import dev.migration.MigrationResult;
import dev.migration.MigrationRun;
import dev.migration.MigrationStep;
import dev.migration.Migrator;
import dev.migration.RevisionFailedException;
import dev.migration.StateConflictException;
import dev.migration.test.TestDatabase;
import dev.migration.test.TestDatabase.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import org.springframework.core.annotation.Order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.entry;

class MigrationHookTests {

	private final List<String> calls = new ArrayList<>();

	@ParameterizedTest
	@EnumSource
	void hooksAreCalledAtEachMomentWithTheVersionRowsOfThatMoment(Kind kind) {
		migrator(kind, new Recording("first"), new Recording("second")).upgrade("heads");
		assertThat(this.calls).containsExactly("first beforeRun []", "second beforeRun []", "first beforeStep a []",
				"second beforeStep a []", "first afterStep a [a]", "second afterStep a [a]", "first afterCommit a [a]",
				"second afterCommit a [a]", "first beforeStep b [a]", "second beforeStep b [a]",
				"first afterStep b [b]", "second afterStep b [b]", "first afterCommit b [b]",
				"second afterCommit b [b]", "first afterRun b [b]", "second afterRun b [b]");
	}

	@ParameterizedTest
	@EnumSource
	void aDowngradeAndAStampHaveTheirMomentsToo(Kind kind) {
		Migrator migrator = migrator(kind, new Recording("hook"));
		migrator.stamp("b");
		assertThat(this.calls).containsExactly("hook beforeRun []", "hook afterStamp [b]", "hook afterRun b [b]");
		this.calls.clear();
		TestDatabase database = TestDatabase.create(kind);
		migrator(database, new MigrationHook() {
		}).upgrade("head");
		migrator(database, new Recording("hook")).downgrade("-1");
		assertThat(this.calls).containsExactly("hook beforeRun [b]", "hook beforeStep b [b]", "hook afterStep b [a]",
				"hook afterCommit b [a]", "hook afterRun a [a]");
	}

	@Test
	void aHookSeesWhatWasAskedAndWhere() {
		List<MigrationRun> runs = new ArrayList<>();
		TestDatabase database = TestDatabase.create(Kind.SQLITE);
		Migrator migrator = builder(database).database("audit").hook(new MigrationHook() {

			@Override
			public void beforeRun(MigrationRun run) {
				runs.add(run);
			}

		}).build();
		migrator.upgrade(MigrationRequest.to("+1").with(Map.of("tenant", "x")).tagged("release-7").by("alice"));
		assertThat(runs).singleElement().satisfies((run) -> {
			assertThat(run.name()).isEqualTo("audit");
			assertThat(run.database()).startsWith("SQLite ");
			assertThat(run.dialect()).isEqualTo("sqlite");
			assertThat(run.direction()).isEqualTo(Direction.UPGRADE);
			assertThat(run.plan().steps()).extracting((step) -> step.revision().id()).containsExactly("a");
			assertThat(run.request().arguments()).containsExactly(entry("tenant", "x"));
			assertThat(run.request().tag()).isEqualTo("release-7");
			assertThat(run.request().executedBy()).isEqualTo("alice");
		});
	}

	@ParameterizedTest
	@EnumSource
	void whatAHookWritesInAStepIsKeptWithTheStep(Kind kind) {
		TestDatabase database = auditedDatabase(kind);
		migrator(database, new Auditing()).upgrade("head");
		assertThat(database.query("SELECT line FROM audit ORDER BY line")).containsExactly("after a at a",
				"after b at b", "before a at ", "before b at a");
		assertThat(database.query("SELECT version_num FROM migration_version")).containsExactly("b");
	}

	@ParameterizedTest
	@EnumSource
	void whatAHookWritesInAStepIsLostWithTheStep(Kind kind) {
		TestDatabase database = auditedDatabase(kind);
		TestRevisions revisions = new TestRevisions().table("a", "")
			.add("b", "a", (op) -> op.execute("INSERT INTO nowhere VALUES (1)"), null);
		Migrator migrator = builder(database).revisions(revisions).hook(new Auditing()).build();
		assertThatExceptionOfType(RevisionFailedException.class).isThrownBy(() -> migrator.upgrade("head"));
		assertThat(database.query("SELECT line FROM audit ORDER BY line")).containsExactly("after a at a",
				"before a at ");
	}

	@ParameterizedTest
	@EnumSource(names = { "SQLITE", "POSTGRESQL" })
	void aHookThatThrowsAfterAStepTakesTheStepBack(Kind kind) {
		TestDatabase database = TestDatabase.create(kind);
		Migrator migrator = migrator(database, new Recording("hook"), new Refusing("afterStep b"));
		assertThatExceptionOfType(RevisionFailedException.class).isThrownBy(() -> migrator.upgrade("head"))
			.withMessage("The upgrade of revision b (makes b) [test b] failed at the hook " + Refusing.class.getName()
					+ " after the step: not now")
			.satisfies((ex) -> {
				assertThat(ex.getRevision().id()).isEqualTo("b");
				assertThat(ex.getAction()).contains("mend the hook", "as it was before this revision");
				assertThat(ex).hasRootCauseInstanceOf(IOException.class);
			});
		assertThat(database.tables()).containsExactly("migration_history", "migration_version", "t_a");
		assertThat(database.query("SELECT version_num FROM migration_version")).containsExactly("a");
		assertThat(database.query("SELECT revision FROM migration_history")).containsExactly("a");
		assertThat(this.calls.subList(4, this.calls.size())).containsExactly("hook beforeStep b [a]",
				"hook afterStep b [b]", "hook onStepFailure b [a] RevisionFailedException",
				"hook onRunFailure [a] RevisionFailedException");
	}

	@ParameterizedTest
	@EnumSource(names = { "SQLITE", "POSTGRESQL" })
	void aHookThatThrowsBeforeAStepKeepsItFromRunning(Kind kind) {
		TestDatabase database = TestDatabase.create(kind);
		TestRevisions revisions = new TestRevisions().table("a", "");
		Migrator migrator = builder(database).revisions(revisions).hook(new Refusing("beforeStep a")).build();
		assertThatExceptionOfType(RevisionFailedException.class).isThrownBy(() -> migrator.upgrade("head"))
			.withMessageContaining("failed at the hook " + Refusing.class.getName() + " before the step: not now");
		assertThat(revisions.loaded()).isEmpty();
		assertThat(database.tables()).isEmpty();
	}

	@ParameterizedTest
	@EnumSource
	void aRunThatAHookRefusesRunsNothing(Kind kind) {
		TestDatabase database = TestDatabase.create(kind);
		Migrator migrator = migrator(database, new Recording("hook"), new Refusing("beforeRun"));
		assertThatExceptionOfType(HookFailedException.class).isThrownBy(() -> migrator.upgrade("head"))
			.withMessage("The hook " + Refusing.class.getName() + " failed before the run: not now")
			.satisfies((ex) -> assertThat(ex.getAction()).endsWith("Nothing was run."));
		assertThat(database.tables()).isEmpty();
		assertThat(this.calls).containsExactly("hook beforeRun []", "hook onRunFailure [] HookFailedException");
	}

	@ParameterizedTest
	@EnumSource(names = { "SQLITE", "POSTGRESQL" })
	void aStampThatAHookRefusesLeavesTheVersionTable(Kind kind) {
		TestDatabase database = TestDatabase.create(kind);
		assertThatExceptionOfType(HookFailedException.class)
			.isThrownBy(() -> migrator(database, new Refusing("afterStamp")).stamp("b"))
			.withMessageEndingWith("failed after the stamp: not now");
		assertThat(database.tables()).isEmpty();
	}

	@ParameterizedTest
	@EnumSource
	void whatAHookThrowsWhenAllIsDoneChangesNothing(Kind kind) {
		TestDatabase database = TestDatabase.create(kind);
		Migrator migrator = migrator(database, new Refusing("afterCommit a"), new Refusing("afterRun"),
				new Recording("hook"));
		assertThat(migrator.upgrade("head").to()).containsExactly("b");
		assertThat(this.calls).contains("hook afterCommit a [a]", "hook afterRun b [b]");
	}

	@ParameterizedTest
	@EnumSource
	void whatAHookThrowsAfterAFailureHidesNoFailure(Kind kind) {
		Migrator migrator = migrator(kind, new Refusing("beforeStep b"), new Refusing("onStepFailure b"),
				new Refusing("onRunFailure"), new Recording("hook"));
		assertThatExceptionOfType(RevisionFailedException.class).isThrownBy(() -> migrator.upgrade("head"))
			.withMessageContaining("before the step: not now");
		assertThat(this.calls).contains("hook onRunFailure [a] RevisionFailedException");
	}

	@ParameterizedTest
	@EnumSource
	void noHookIsMadeWhenThereIsNothingToDoOrItIsOnlyPlanned(Kind kind) {
		TestDatabase database = TestDatabase.create(kind);
		migrator(database).upgrade("head");
		CountingDataSource counting = new CountingDataSource(database.dataSource());
		Migrator migrator = MigratorBuilder.forDataSource(counting).revisions(revisions()).hooks(() -> {
			this.calls.add("made");
			return List.of(new Recording("hook"));
		}).build();
		migrator.upgrade("head");
		assertThat(counting.statements()).singleElement().asString().endsWith(") FROM migration_version");
		migrator.plan(Direction.DOWNGRADE, MigrationRequest.to("base"));
		migrator.status();
		assertThat(this.calls).isEmpty();
		migrator.downgrade("-1");
		migrator.downgrade("-1");
		assertThat(this.calls).containsOnlyOnce("made").contains("hook afterRun  []");
	}

	@ParameterizedTest
	@EnumSource
	void aHookCannotEndTheTransactionOfTheStep(Kind kind) {
		TestDatabase database = TestDatabase.create(kind);
		List<String> refused = new ArrayList<>();
		migrator(database, new MigrationHook() {

			@Override
			public void afterStep(MigrationRun run, MigrationStep step) throws SQLException {
				try (Connection connection = run.connection()) {
					connection.commit();
				}
				catch (SQLException ex) {
					refused.add(ex.getMessage());
				}
				run.connection().rollback(run.connection().setSavepoint());
			}

		}).upgrade("head");
		assertThat(refused).hasSize(2)
			.allMatch((message) -> message.contains("that of the step, so a hook cannot call commit()"));
		assertThat(database.query("SELECT version_num FROM migration_version")).containsExactly("b");
	}

	@ParameterizedTest
	@EnumSource
	void aTransactionThatAHookForgetsIsRolledBack(Kind kind) {
		TestDatabase database = TestDatabase.create(kind);
		database.execute("CREATE TABLE audit (line varchar(40))");
		migrator(database, new MigrationHook() {

			@Override
			public void beforeRun(MigrationRun run) throws SQLException {
				run.connection().setAutoCommit(false);
				run.jdbc().sql("INSERT INTO audit VALUES ('forgotten')").update();
			}

			@Override
			public void afterRun(MigrationRun run, MigrationResult result) throws SQLException {
				run.connection().setAutoCommit(false);
				run.jdbc().sql("INSERT INTO audit VALUES ('kept')").update();
				run.connection().commit();
			}

		}).upgrade("head");
		assertThat(database.query("SELECT line FROM audit")).containsExactly("kept");
	}

	@Test
	void aHookDecidesAgainWhenAnotherProcessCameInBetween() {
		TestDatabase database = TestDatabase.create(Kind.SQLITE);
		Migrator other = migrator(database);
		List<MigrationPlan> plans = new ArrayList<>();
		MigrationHook late = new MigrationHook() {

			@Override
			public void beforeRun(MigrationRun run) {
				plans.add(run.plan());
				if (plans.size() == 1) {
					other.upgrade("+1");
				}
			}

		};
		assertThat(migrator(database, late, new Recording("hook")).upgrade("head").steps())
			.extracting(ExecutedStep::revision)
			.containsExactly("b");
		assertThat(plans).extracting((plan) -> plan.steps().size()).containsExactly(2, 1);
		assertThat(this.calls).containsExactly("hook beforeRun []", "hook beforeRun [a]", "hook beforeStep b [a]",
				"hook afterStep b [b]", "hook afterCommit b [b]", "hook afterRun b [b]");
	}

	@Test
	void aHookDoesNotSeeStepsThatAnotherProcessDidInBetween() {
		TestDatabase database = TestDatabase.create(Kind.SQLITE);
		Migrator other = migrator(database);
		MigrationHook late = new MigrationHook() {

			@Override
			public void afterCommit(MigrationRun run, ExecutedStep step) {
				other.upgrade("head");
			}

		};
		assertThat(migrator(database, new Recording("hook"), late).upgrade("head").steps()).hasSize(1);
		assertThat(this.calls).containsExactly("hook beforeRun []", "hook beforeStep a []", "hook afterStep a [a]",
				"hook afterCommit a [a]", "hook afterRun b [b]");
	}

	@Test
	void aProcessThatWentAnotherWayFailsTheRunAndNoStep() {
		TestDatabase database = TestDatabase.create(Kind.SQLITE);
		Migrator other = migrator(database);
		MigrationHook late = new MigrationHook() {

			@Override
			public void afterCommit(MigrationRun run, ExecutedStep step) {
				other.downgrade("base");
			}

		};
		assertThatExceptionOfType(StateConflictException.class)
			.isThrownBy(() -> migrator(database, new Recording("hook"), late).upgrade("head"));
		assertThat(this.calls).endsWith("hook afterCommit a [a]", "hook onRunFailure [a] StateConflictException");
	}

	@ParameterizedTest
	@EnumSource
	void argumentsReachTheRevisionAndCannotBeChanged(Kind kind) {
		TestDatabase database = TestDatabase.create(kind);
		List<Map<String, String>> seen = new ArrayList<>();
		TestRevisions revisions = new TestRevisions().add("a", "", (op) -> seen.add(op.arguments()), (op) -> {
		});
		Migrator migrator = builder(database).revisions(revisions)
			.arguments(Map.of("tenant", "default", "region", "eu"))
			.build();
		migrator.upgrade(MigrationRequest.to("head").with(Map.of("tenant", "asked")));
		assertThat(seen).singleElement()
			.isEqualTo(Map.of("tenant", "asked", "region", "eu"))
			.satisfies((arguments) -> assertThatExceptionOfType(UnsupportedOperationException.class)
				.isThrownBy(() -> arguments.put("a", "b")));
	}

	@Test
	void hooksThatAreServicesComeLastInTheOrderThatTheyAskFor(@TempDir Path folder) throws Exception {
		Path services = Files.createDirectories(folder.resolve("META-INF/services"));
		Files.writeString(services.resolve(MigrationHook.class.getName()),
				LateService.class.getName() + "\n" + EarlyService.class.getName() + "\n");
		TestDatabase database = TestDatabase.create(Kind.SQLITE);
		try (URLClassLoader loader = new URLClassLoader(new URL[] { folder.toUri().toURL() },
				getClass().getClassLoader())) {
			builder(database).classLoader(loader).hook(new MigrationHook() {

				@Override
				public void beforeRun(MigrationRun run) {
					run.jdbc().sql("CREATE TABLE called (name varchar(40))").update();
				}

			}).build().upgrade("+1");
		}
		assertThat(database.query("SELECT name FROM called ORDER BY rowid")).containsExactly("EarlyService",
				"LateService");
	}

	@Test
	void aHookThatCannotBeMadeIsSaidBeforeAnythingRuns(@TempDir Path folder) throws Exception {
		Path services = Files.createDirectories(folder.resolve("META-INF/services"));
		Files.writeString(services.resolve(MigrationHook.class.getName()), "com.example.Gone\n");
		TestDatabase database = TestDatabase.create(Kind.SQLITE);
		try (URLClassLoader loader = new URLClassLoader(new URL[] { folder.toUri().toURL() },
				getClass().getClassLoader())) {
			assertThatExceptionOfType(HookFailedException.class)
				.isThrownBy(() -> builder(database).classLoader(loader).build().upgrade("head"))
				.withMessageContainingAll("The hooks cannot be made: ", "com.example.Gone");
		}
		assertThat(database.tables()).isEmpty();
	}

	private Migrator migrator(Kind kind, MigrationHook... hooks) {
		return migrator(TestDatabase.create(kind), hooks);
	}

	private static Migrator migrator(TestDatabase database, MigrationHook... hooks) {
		return builder(database).hooks(() -> List.of(hooks)).build();
	}

	private static MigratorBuilder builder(TestDatabase database) {
		return MigratorBuilder.forDataSource(database.dataSource())
			.revisions(revisions())
			.lockTimeout(Duration.ofSeconds(10));
	}

	private static TestRevisions revisions() {
		return new TestRevisions().table("a", "").table("b", "a");
	}

	private static TestDatabase auditedDatabase(Kind kind) {
		TestDatabase database = TestDatabase.create(kind);
		database.execute("CREATE TABLE audit (line varchar(40))");
		return database;
	}

	private final class Recording implements MigrationHook {

		private final String name;

		Recording(String name) {
			this.name = name;
		}

		private void add(String moment, MigrationRun run) {
			MigrationHookTests.this.calls.add(this.name + " " + moment + " " + run.versions());
		}

		@Override
		public void beforeRun(MigrationRun run) {
			add("beforeRun", run);
		}

		@Override
		public void beforeStep(MigrationRun run, MigrationStep step) {
			add("beforeStep " + step.revision().id(), run);
		}

		@Override
		public void afterStep(MigrationRun run, MigrationStep step) {
			add("afterStep " + step.revision().id(), run);
		}

		@Override
		public void afterStamp(MigrationRun run) {
			add("afterStamp", run);
		}

		@Override
		public void afterCommit(MigrationRun run, ExecutedStep step) {
			add("afterCommit " + step.revision(), run);
		}

		@Override
		public void onStepFailure(MigrationRun run, MigrationStep step, RuntimeException failure) {
			MigrationHookTests.this.calls.add(this.name + " onStepFailure " + step.revision().id() + " "
					+ run.versions() + " " + failure.getClass().getSimpleName());
		}

		@Override
		public void afterRun(MigrationRun run, MigrationResult result) {
			add("afterRun " + String.join(",", result.to()), run);
		}

		@Override
		public void onRunFailure(MigrationRun run, RuntimeException failure) {
			MigrationHookTests.this.calls
				.add(this.name + " onRunFailure " + run.versions() + " " + failure.getClass().getSimpleName());
		}

	}

	/**
	 * Writes to a table, on the connection of the run.
	 */
	private static final class Auditing implements MigrationHook {

		@Override
		public void beforeStep(MigrationRun run, MigrationStep step) {
			write(run, "before " + step.revision().id());
		}

		@Override
		public void afterStep(MigrationRun run, MigrationStep step) {
			write(run, "after " + step.revision().id());
		}

		private static void write(MigrationRun run, String line) {
			List<String> rows = run.jdbc().sql("SELECT version_num FROM migration_version").query(String.class).list();
			assertThat(rows).isEqualTo(run.versions());
			run.jdbc().sql("INSERT INTO audit VALUES (?)").param(line + " at " + String.join(",", rows)).update();
		}

	}

	/**
	 * Throws at one moment.
	 *
	 * @param moment the method, with the revision if it is of a step
	 */
	private record Refusing(String moment) implements MigrationHook {

		private void at(String moment) throws IOException {
			if (this.moment.equals(moment)) {
				throw new IOException("not now");
			}
		}

		@Override
		public void beforeRun(MigrationRun run) throws IOException {
			at("beforeRun");
		}

		@Override
		public void beforeStep(MigrationRun run, MigrationStep step) throws IOException {
			at("beforeStep " + step.revision().id());
		}

		@Override
		public void afterStep(MigrationRun run, MigrationStep step) throws IOException {
			at("afterStep " + step.revision().id());
		}

		@Override
		public void afterStamp(MigrationRun run) throws IOException {
			at("afterStamp");
		}

		@Override
		public void afterCommit(MigrationRun run, ExecutedStep step) throws IOException {
			at("afterCommit " + step.revision());
		}

		@Override
		public void onStepFailure(MigrationRun run, MigrationStep step, RuntimeException failure) throws IOException {
			at("onStepFailure " + step.revision().id());
		}

		@Override
		public void afterRun(MigrationRun run, MigrationResult result) throws IOException {
			at("afterRun");
		}

		@Override
		public void onRunFailure(MigrationRun run, RuntimeException failure) throws IOException {
			at("onRunFailure");
		}

	}

	public abstract static class Service implements MigrationHook {

		@Override
		public void afterRun(MigrationRun run, MigrationResult result) {
			run.jdbc().sql("INSERT INTO called VALUES (?)").param(getClass().getSimpleName()).update();
		}

	}

	@Order(1)
	public static final class EarlyService extends Service {

	}

	@Order(2)
	public static final class LateService extends Service {

	}

}
