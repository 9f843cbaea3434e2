package dev.migration.runtime;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;

import dev.migration.DatabaseAccessException;
import dev.migration.DatabasePosition;
import dev.migration.Direction;
import dev.migration.ExecutedStep;
import dev.migration.Migrator;
import dev.migration.RevisionFailedException;
import dev.migration.test.TestDatabase;
import dev.migration.test.TestDatabase.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class DatabasePositionTests {

	@ParameterizedTest
	@EnumSource
	void thePositionTakesOneConnectionAndOneSelect(Kind kind) {
		TestDatabase database = TestDatabase.create(kind);
		migrator(database).upgrade("d");
		CountingDataSource counting = new CountingDataSource(database.dataSource());
		DatabasePosition position = MigratorBuilder.forDataSource(counting).revisions(revisions()).build().position();
		assertThat(position.current()).containsExactly("d");
		assertThat(position.heads()).containsExactly("b", "a");
		assertThat(position.pending()).hasSize(3).startsWith("c").contains("a", "b");
		assertThat(position.ahead()).isEmpty();
		assertThat(position.unknown()).isEmpty();
		assertThat(counting.connections()).isEqualTo(1);
		assertThat(counting.statements()).containsExactly("SELECT version_num, (SELECT status FROM migration_history "
				+ "WHERE id = (SELECT max(id) FROM migration_history)) FROM migration_version");
		assertThat(position.halfDone()).isEmpty();
	}

	@Test
	void everythingIsPendingOnADatabaseWithoutTables() {
		DatabasePosition position = migrator(TestDatabase.create(Kind.SQLITE)).position();
		assertThat(position.database()).startsWith("SQLite ");
		assertThat(position.current()).isEmpty();
		assertThat(position.pending()).hasSize(4).startsWith("d", "c");
	}

	@ParameterizedTest
	@EnumSource
	void aNewerDatabaseIsAheadAndNothingIsPending(Kind kind) {
		TestDatabase database = TestDatabase.create(kind);
		migrator(database).upgrade("b");
		DatabasePosition position = MigratorBuilder.forDataSource(database.dataSource())
			.revisions(new TestRevisions().table("d", ""))
			.build()
			.position();
		assertThat(position.current()).containsExactly("b");
		assertThat(position.heads()).containsExactly("d");
		assertThat(position.ahead()).containsExactly("b", "c");
		assertThat(position.pending()).isEmpty();
		assertThat(position.unknown()).isEmpty();
	}

	@ParameterizedTest
	@EnumSource(names = { "H2", "MARIADB" })
	void aRevisionThatIsHalfTakenBackIsHalfDoneForThoseWhoHaveIt(Kind kind) {
		TestDatabase database = TestDatabase.create(kind);
		TestRevisions revisions = new TestRevisions().table("a", "").add("b", "a", (op) -> {
			op.execute("CREATE TABLE t_b (id integer)");
		}, (op) -> {
			op.execute("DROP TABLE t_b");
			op.execute("DROP TABLE nowhere");
		});
		Migrator migrator = MigratorBuilder.forDataSource(database.dataSource()).revisions(revisions).build();
		migrator.upgrade("head");
		assertThatExceptionOfType(RevisionFailedException.class).isThrownBy(() -> migrator.downgrade("-1"));
		assertThat(migrator.position().halfDone()).singleElement().satisfies((half) -> {
			assertThat(half.revision()).isEqualTo("b");
			assertThat(half.direction()).isEqualTo(Direction.DOWNGRADE);
			assertThat(half.status()).isEqualTo(ExecutedStep.Status.FAILED);
		});
		assertThat(migrator.position().pending()).isEmpty();
		DatabasePosition ofOlder = MigratorBuilder.forDataSource(database.dataSource())
			.revisions(new TestRevisions().table("a", ""))
			.build()
			.position();
		assertThat(ofOlder.ahead()).containsExactly("b");
		assertThat(ofOlder.halfDone()).isEmpty();
	}

	@Test
	void aRowThatNobodyKnowsIsUnknown() {
		TestDatabase database = TestDatabase.create(Kind.SQLITE);
		migrator(database).upgrade("c");
		database.execute("UPDATE migration_version SET version_num = 'gone'");
		DatabasePosition position = migrator(database).position();
		assertThat(position.unknown()).containsExactly("gone");
		assertThat(position.current()).containsExactly("gone");
	}

	@Test
	void aDatabaseThatARunHasBusyIsNotWaitedFor() throws SQLException {
		TestDatabase database = TestDatabase.create(Kind.SQLITE);
		migrator(database).upgrade("a");
		Migrator busy = MigratorBuilder.forDataSource(database.dataSource())
			.revisions(revisions())
			.lockTimeout(Duration.ofSeconds(5))
			.build();
		try (Connection holder = database.connect()) {
			holder.createStatement().execute("BEGIN EXCLUSIVE");
			assertThatExceptionOfType(DatabaseAccessException.class).isThrownBy(busy::position)
				.withMessageContaining("locked");
		}
		assertThat(busy.position().current()).containsExactly("a");
	}

	private static Migrator migrator(TestDatabase database) {
		return MigratorBuilder.forDataSource(database.dataSource()).revisions(revisions()).build();
	}

	private static TestRevisions revisions() {
		return new TestRevisions().table("d", "").table("c", "d").table("b", "c").table("a", "c");
	}

}
