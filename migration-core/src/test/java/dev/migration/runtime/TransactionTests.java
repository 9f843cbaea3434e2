package dev.migration.runtime;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import dev.migration.Migrator;
import dev.migration.RevisionFailedException;
import dev.migration.script.LocationRevisionSource;
import dev.migration.script.MigrationFactory;
import dev.migration.test.TestDatabase;
import dev.migration.test.TestDatabase.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static dev.migration.schema.Definitions.column;
import static dev.migration.schema.Definitions.enumType;
import static dev.migration.schema.Definitions.index;
import static dev.migration.schema.Types.enumeration;
import static dev.migration.schema.Types.integer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Parts of a revision, and revisions, that are not in a transaction.
 */
class TransactionTests {

	@ParameterizedTest
	@EnumSource(names = { "SQLITE", "POSTGRESQL" })
	void anAutocommitPartCommitsWhatWasBeforeAndAFailureTakesBackWhatIsAfter(Kind kind) {
		TestDatabase database = TestDatabase.create(kind);
		TestRevisions revisions = new TestRevisions().table("a", "").add("b", "a", (op) -> {
			op.createTable("before", column("id", integer()));
			op.autocommit((outside) -> outside.autocommit((inner) -> inner.execute("VACUUM")));
			op.createTable("after", column("id", integer()));
			op.execute("SELECT * FROM absent");
		}, null);
		Migrator migrator = migrator(database, revisions);
		assertThatExceptionOfType(RevisionFailedException.class).isThrownBy(() -> migrator.upgrade("head"))
			.withMessageContaining("statement 4")
			.satisfies((ex) -> assertThat(ex.getAction()).contains("Statements 1 to 2 are done and stay")
				.doesNotContain("as it was"));
		assertThat(database.tables()).containsExactly("before", "migration_history", "migration_version", "t_a");
		assertThat(migrator.current()).extracting((revision) -> revision.revision().id()).containsExactly("a");
	}

	@ParameterizedTest
	@EnumSource
	void aFailureInAnAutocommitPartIsReportedAndTheRunCanBeRepeated(Kind kind) {
		TestDatabase database = TestDatabase.create(kind);
		TestRevisions revisions = new TestRevisions().add("a", "",
				(op) -> op.autocommit((outside) -> outside.execute("INSERT INTO missing VALUES (1)")), null);
		Migrator migrator = migrator(database, revisions);
		assertThatExceptionOfType(RevisionFailedException.class).isThrownBy(() -> migrator.upgrade("head"))
			.withMessageContaining("missing");
		database.execute("CREATE TABLE missing (id integer)");
		migrator.upgrade("head");
		assertThat(database.query("SELECT id FROM missing")).containsExactly("1");
	}

	@ParameterizedTest
	@EnumSource(names = { "SQLITE", "POSTGRESQL" })
	void aRevisionWithoutTransactionCommitsEachStatement(Kind kind, @TempDir Path folder) throws IOException {
		TestDatabase database = TestDatabase.create(kind);
		Files.writeString(folder.resolve("a.sql"), """
				-- revision: a
				-- transactional: false

				-- upgrade
				CREATE TABLE kept (id integer);
				VACUUM;
				SELECT * FROM absent;
				""");
		Migrator migrator = MigratorBuilder.forDataSource(database.dataSource())
			.revisions(new LocationRevisionSource(List.of("filesystem:" + folder), getClass().getClassLoader(),
					MigrationFactory.withoutArguments()))
			.build();
		assertThatExceptionOfType(RevisionFailedException.class).isThrownBy(() -> migrator.upgrade("head"))
			.withMessageContaining("statement 3");
		assertThat(database.tables()).contains("kept");
		assertThat(migrator.current()).isEmpty();
		database.execute("DROP TABLE kept", "CREATE TABLE absent (id integer)");
		migrator.upgrade("head");
		assertThat(migrator.current()).extracting((revision) -> revision.revision().id()).containsExactly("a");
	}

	@Test
	void anIndexIsMadeConcurrentlyAndTakenBackByAVersionThatDoesNotKnowIt() {
		TestDatabase database = TestDatabase.create(Kind.POSTGRESQL);
		TestRevisions newer = new TestRevisions()
			.add("a", "", (op) -> op.createTable("team", column("id", integer())), (op) -> op.dropTable("team"))
			.add("b", "a", (op) -> op.createIndex(index().on("team", "id").concurrently()),
					(op) -> op.dropIndex(index().on("team", "id").concurrently()));
		migrator(database, newer).upgrade("head");
		assertThat(database.query("SELECT indisvalid::text FROM pg_index WHERE indexrelid = 'ix_team_id'::regclass"))
			.containsExactly("true");
		TestRevisions older = new TestRevisions().add("a", "", (op) -> op.createTable("team", column("id", integer())),
				(op) -> op.dropTable("team"));
		migrator(database, older).downgrade("head");
		assertThat(database.query("SELECT to_regclass('ix_team_id') IS NULL")).containsExactly("t");
	}

	@Test
	void aConcurrentIndexThatFailedIsMadeAnewAtTheNextAttempt() {
		TestDatabase database = TestDatabase.create(Kind.POSTGRESQL);
		database.execute("CREATE TABLE team (id integer)", "INSERT INTO team VALUES (1), (1)");
		Migrator migrator = migrator(database, new TestRevisions().add("a", "",
				(op) -> op.ifNotExists().createIndex(index().on("team", "id").unique().concurrently()), null));
		assertThatExceptionOfType(RevisionFailedException.class).isThrownBy(() -> migrator.upgrade("head"))
			.withMessageContaining("could not create unique index");
		database.execute("DELETE FROM team");
		migrator.upgrade("head");
		assertThat(database.query("SELECT indisvalid::text FROM pg_index WHERE indrelid = 'team'::regclass"))
			.containsExactly("true");
	}

	@Test
	void aNewEnumValueIsUsableBehindAnAutocommitPart() {
		TestDatabase database = TestDatabase.create(Kind.POSTGRESQL);
		TestRevisions revisions = new TestRevisions()
			.add("a", "", (op) -> op.createTable("team", column("mood", enumeration("mood", "sad"))), null)
			.add("b", "a", (op) -> {
				op.autocommit((outside) -> outside.alterEnumType(enumType("mood", "sad"), (t) -> t.addValue("happy")));
				op.execute("INSERT INTO team VALUES ('happy')");
			}, null);
		migrator(database, revisions).upgrade("head");
		assertThat(database.query("SELECT mood FROM team")).containsExactly("happy");
	}

	private static Migrator migrator(TestDatabase database, TestRevisions revisions) {
		return MigratorBuilder.forDataSource(database.dataSource()).revisions(revisions).build();
	}

}
