package dev.migration.runtime;

import java.util.List;
import java.util.Map;

import dev.migration.Destruction;
import dev.migration.Destruction.DroppedColumn;
import dev.migration.Destruction.DroppedTable;
import dev.migration.Destruction.NotLookedInto;
import dev.migration.Direction;
import dev.migration.MigrationRequest;
import dev.migration.MigrationScript;
import dev.migration.Migrator;
import dev.migration.RevisionDetails;
import dev.migration.RevisionStatus.State;
import dev.migration.schema.QualifiedName;
import dev.migration.test.ScriptClient;
import dev.migration.test.TestDatabase;
import dev.migration.test.TestDatabase.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static dev.migration.schema.Definitions.column;
import static dev.migration.schema.Types.integer;
import static dev.migration.schema.Types.varchar;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * What is known before something is run: what it destroys, its SQL, and all of a
 * revision.
 */
class DestructionTests {

	@ParameterizedTest
	@EnumSource
	void countsTheRowsOfTablesAndTheValuesOfColumns(Kind kind) {
		TestDatabase database = TestDatabase.create(kind);
		Migrator migrator = migrator(database,
				new TestRevisions()
					.add("a", "",
							(op) -> op.createTable("Order", column("id", integer()).primaryKey(),
									column("Size", integer())),
							(op) -> op.dropTable("Order"))
					.add("b", "a", (op) -> op.addColumn("Order", column("note", varchar(20))),
							(op) -> op.batchAlterTable("Order", (batch) -> batch.dropColumn("note"))));
		migrator.upgrade("head");
		String table = database.quote("Order");
		database.execute("INSERT INTO " + table + " (id, note) VALUES (1, 'x'), (2, NULL), (3, '')");
		Destruction destruction = migrator.destruction(Direction.DOWNGRADE, MigrationRequest.to("base"));
		assertThat(destruction.tables()).containsExactly(new DroppedTable("a", QualifiedName.of("Order"), 3L));
		assertThat(destruction.columns())
			.containsExactly(new DroppedColumn("b", QualifiedName.of("Order"), "note", 2L));
		assertThat(destruction.notLookedInto()).isEmpty();
		assertThat(destruction.plan().to()).isEmpty();
		assertThat(database.query("SELECT count(*) FROM " + table)).containsExactly("3");
	}

	@Test
	void followsWhatThePlanItselfRenamesAndCreates() {
		TestDatabase database = TestDatabase.create(Kind.SQLITE);
		Migrator migrator = migrator(database,
				new TestRevisions()
					.add("a", "", (op) -> op.createTable("team", column("id", integer()), column("name", varchar(9))),
							(op) -> op.dropTable("team"))
					.add("b", "a", (op) -> op.dropTable("old"), (op) -> op.createTable("old", column("id", integer())))
					.add("c", "b", (op) -> {
						op.renameTable("team", "crew");
						op.renameColumn("crew", "name", "title");
					}, (op) -> {
						op.renameColumn("crew", "title", "name");
						op.renameTable("crew", "team");
						op.dropColumn("team", "name");
						op.createTable("scratch", column("id", integer()), column("x", integer()));
						op.dropColumn("scratch", "x");
						op.dropTable("scratch");
					}));
		migrator.upgrade("a");
		database.execute("CREATE TABLE old (id integer)");
		migrator.upgrade("head");
		database.execute("INSERT INTO crew (id, title) VALUES (1, 'x'), (2, NULL)");
		Destruction destruction = migrator.destruction(Direction.DOWNGRADE, MigrationRequest.to("base"));
		assertThat(destruction.tables()).containsExactly(new DroppedTable("a", QualifiedName.of("crew"), 2L));
		assertThat(destruction.columns())
			.containsExactly(new DroppedColumn("c", QualifiedName.of("crew"), "title", 1L));
	}

	@Test
	void saysWhatIsNotLookedInto() {
		Migrator migrator = migrator(TestDatabase.create(Kind.SQLITE),
				new TestRevisions().add("a", "", (op) -> op.execute("CREATE TABLE t (id integer)"), (op) -> {
					op.execute("DELETE FROM t; DROP TABLE t");
					op.execute("DELETE FROM u WHERE id = :id", Map.of("id", 1));
				}).add("b", "a", (op) -> {
				}, (op) -> op.jdbc().sql("SELECT 1").query(Integer.class).single()));
		migrator.upgrade("head");
		List<NotLookedInto> parts = migrator.destruction(Direction.DOWNGRADE, MigrationRequest.to("base"))
			.notLookedInto();
		assertThat(parts).extracting(NotLookedInto::revision).containsExactly("b", "a");
		assertThat(parts.get(0).parts()).singleElement().asString().contains("op.jdbc()");
		assertThat(parts.get(1).parts()).containsExactly("DELETE FROM t", "DROP TABLE t",
				"DELETE FROM u WHERE id = :id");
	}

	@Test
	void whatIsGoneIsNotCountedAndNoFailure() {
		TestDatabase database = TestDatabase.create(Kind.POSTGRESQL);
		Migrator migrator = migrator(database, new TestRevisions().table("z", "")
			.add("a", "z", (op) -> op.createTable("t", column("id", integer()), column("x", integer())), (op) -> {
				op.dropColumn("t", "x");
				op.dropTable("t");
			}));
		migrator.upgrade("head");
		database.execute("DROP TABLE t");
		Destruction destruction = migrator.destruction(Direction.DOWNGRADE, MigrationRequest.to("z"));
		assertThat(destruction.tables()).containsExactly(new DroppedTable("a", QualifiedName.of("t"), null));
		assertThat(destruction.columns()).containsExactly(new DroppedColumn("a", QualifiedName.of("t"), "x", null));
	}

	@ParameterizedTest
	@EnumSource
	void theScriptOfARequestBeginsWhereTheDatabaseIs(Kind kind) {
		TestDatabase database = TestDatabase.create(kind);
		Migrator migrator = migrator(database, branches());
		migrator.upgrade("heads");
		MigrationScript script = migrator.script(Direction.DOWNGRADE, MigrationRequest.to("base").because("a drill"));
		assertThat(script.plan().from()).containsExactly("b", "c");
		assertThat(database.query("SELECT version_num FROM migration_version")).hasSize(2);
		assertThat(ScriptClient.run(script, database)).isEmpty();
		assertThat(database.query("SELECT version_num FROM migration_version")).isEmpty();
		assertThat(database.tables()).containsExactly("migration_history", "migration_version");
		assertThat(database.query("SELECT DISTINCT reason FROM migration_history WHERE direction = 'downgrade'"))
			.containsExactly("a drill");
	}

	@ParameterizedTest
	@EnumSource
	void aRevisionIsShownWithTheSqlOfBothWays(Kind kind) {
		TestDatabase database = TestDatabase.create(kind);
		Migrator migrator = migrator(database, branches());
		migrator.upgrade(MigrationRequest.to("b").by("alice").because("ticket 1"));
		RevisionDetails applied = migrator.details("b");
		assertThat(applied.status().state()).isEqualTo(State.APPLIED);
		assertThat(applied.applied()).isNotNull()
			.satisfies((step) -> assertThat(step.executedBy() + ": " + step.reason()).isEqualTo("alice: ticket 1"));
		assertThat(applied.reversible()).isTrue();
		assertThat(String.join("\n", statements(applied.upgrade().statements()))).contains("team", "slug");
		assertThat(statements(applied.downgrade().statements())).isNotEmpty();
		RevisionDetails pending = migrator.details("c");
		assertThat(pending.status().state()).isEqualTo(State.PENDING);
		assertThat(pending.applied()).isNull();
		assertThat(statements(pending.downgrade().statements())).singleElement().asString().startsWith("DROP TABLE");
		assertThat(database.tables()).doesNotContain("other");
	}

	@Test
	void aStampAppliesARevisionToo() {
		Migrator migrator = migrator(TestDatabase.create(Kind.SQLITE), branches());
		migrator.stamp(MigrationRequest.to("b", "c").by("bob"));
		assertThat(migrator.details("c").applied()).isNotNull()
			.satisfies((step) -> assertThat(step.executedBy()).isEqualTo("bob"));
		assertThat(migrator.details("a").applied()).isNull();
	}

	@Test
	void whatCannotBeWrittenSaysWhy() {
		Migrator migrator = migrator(TestDatabase.create(Kind.SQLITE), new TestRevisions().add("a", "",
				(op) -> op.jdbc().sql("SELECT 1").query(Integer.class).single(), null));
		RevisionDetails details = migrator.details("a");
		assertThat(details.upgrade().statements()).isNull();
		assertThat(details.upgrade().problem()).contains("op.jdbc()");
		assertThat(details.downgrade().problem()).contains("has no downgrade");
		assertThat(details.reversible()).isFalse();
	}

	@ParameterizedTest
	@EnumSource
	void aHistoryTableWithoutReasonsIsReadAndGetsThemWithTheFirst(Kind kind) {
		TestDatabase database = TestDatabase.create(kind);
		Migrator migrator = migrator(database, branches());
		migrator.upgrade("a");
		database.execute("ALTER TABLE migration_history DROP COLUMN reason");
		assertThat(migrator.executedSteps()).singleElement().satisfies((step) -> assertThat(step.reason()).isNull());
		assertThat(migrator.details("a").applied()).isNotNull();
		migrator.upgrade("b");
		assertThat(migrator.script(Direction.DOWNGRADE, MigrationRequest.to("-1").because("x")).text())
			.doesNotContain("'x'");
		migrator.downgrade(MigrationRequest.to("-1").because("it's time"));
		assertThat(migrator.executedSteps()).extracting((step) -> String.valueOf(step.reason()))
			.containsExactly("null", "null", "it's time");
	}

	private static List<String> statements(List<String> statements) {
		assertThat(statements).isNotNull();
		return statements;
	}

	private static TestRevisions branches() {
		return new TestRevisions()
			.add("a", "", (op) -> op.createTable("team", column("id", integer()).primaryKey()),
					(op) -> op.dropTable("team"))
			.add("b", "a", (op) -> op.addColumn("team", column("slug", varchar(20))),
					(op) -> op.dropColumn("team", "slug"))
			.add("c", "a", (op) -> op.createTable("other", column("id", integer())), (op) -> op.dropTable("other"));
	}

	private static Migrator migrator(TestDatabase database, TestRevisions revisions) {
		return MigratorBuilder.forDataSource(database.dataSource()).revisions(revisions).build();
	}

}
