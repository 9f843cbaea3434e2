package dev.migration.runtime;

import java.util.List;

import dev.migration.Migrator;
import dev.migration.SchemaDifference;
import dev.migration.SchemaSnapshot;
import dev.migration.SchemaSnapshots;
import dev.migration.script.RevisionScripts;
import dev.migration.test.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What is seen of a database before and after, and what is cleared away.
 */
class SnapshotsTests {

	@ParameterizedTest
	@EnumSource
	void whatCameWentAndChangedIsSaidInWords(TestDatabase.Kind kind) {
		TestDatabase database = TestDatabase.create(kind);
		SchemaSnapshots snapshots = snapshots(database);
		database.execute("CREATE TABLE team (id integer PRIMARY KEY, name varchar(20) NOT NULL)",
				"CREATE TABLE judge (id integer PRIMARY KEY)");
		SchemaSnapshot before = snapshots.take();
		assertThat(snapshots.compare(before, snapshots.take())).isEmpty();
		database.execute("CREATE INDEX ix_team_name ON team (name)", "DROP TABLE judge",
				"ALTER TABLE team ADD COLUMN motto varchar(40)", "CREATE TABLE shedlock (name varchar(64) PRIMARY KEY)",
				"CREATE VIEW team_name AS SELECT name FROM team");
		assertThat(snapshots.compare(before, snapshots.take())).extracting(SchemaDifference::found)
			.containsExactlyInAnyOrder("added table 'shedlock'", "added column 'team.motto'",
					"added index 'ix_team_name' on 'name'", "removed table 'judge'", "added view 'team_name'");
	}

	@ParameterizedTest
	@EnumSource
	void whatCameIsDroppedWithItsRows(TestDatabase.Kind kind) {
		TestDatabase database = TestDatabase.create(kind);
		SchemaSnapshots snapshots = snapshots(database);
		SchemaSnapshot empty = snapshots.take();
		assertThat(empty.tables()).isEmpty();
		database.execute("CREATE TABLE team (id integer PRIMARY KEY, name varchar(20) NOT NULL)",
				"CREATE TABLE person (id integer PRIMARY KEY, team_id integer, "
						+ "CONSTRAINT fk_person_team FOREIGN KEY (team_id) REFERENCES team (id))",
				"CREATE INDEX ix_person_team ON person (team_id)",
				"CREATE TABLE batch_job_instance (id integer PRIMARY KEY)",
				"CREATE VIEW a_name AS SELECT name FROM team", "CREATE VIEW b_name AS SELECT name FROM a_name",
				"INSERT INTO team VALUES (1, 'Graph Walkers')", "INSERT INTO person VALUES (1, 1)");
		migrator(database).ensureVersionTable();
		snapshots.dropAllSince(empty);
		assertThat(snapshots.compare(empty, snapshots.take())).isEmpty();
		assertThat(database.tables()).isEmpty();
	}

	@Test
	void sequencesEnumTypesAndSchemasAreSeenAndDropped() {
		TestDatabase database = TestDatabase.create(TestDatabase.Kind.POSTGRESQL);
		SchemaSnapshots snapshots = snapshots(database);
		SchemaSnapshot empty = snapshots.take();
		database.execute("CREATE SCHEMA audit", "CREATE SEQUENCE batch_job_seq",
				"CREATE TYPE mood AS ENUM ('good', 'bad')", "CREATE TABLE audit.entry (id integer, mood mood)",
				"CREATE MATERIALIZED VIEW audit.moods AS SELECT mood FROM audit.entry");
		assertThat(snapshots.compare(empty, snapshots.take())).extracting(SchemaDifference::found)
			.containsExactlyInAnyOrder("added schema 'audit'", "added sequence 'batch_job_seq'",
					"added enum type 'mood'", "added table 'audit.entry'", "added view 'audit.moods'");
		snapshots.dropAllSince(empty);
		assertThat(snapshots.take()).isEqualTo(empty);
	}

	@Test
	void tablesInACircleAreDropped() {
		TestDatabase database = TestDatabase.create(TestDatabase.Kind.H2);
		SchemaSnapshots snapshots = snapshots(database);
		SchemaSnapshot empty = snapshots.take();
		database.execute("CREATE TABLE team (id integer PRIMARY KEY, lead_id integer)",
				"CREATE TABLE person (id integer PRIMARY KEY, team_id integer REFERENCES team)",
				"ALTER TABLE team ADD CONSTRAINT fk_lead FOREIGN KEY (lead_id) REFERENCES person");
		snapshots.dropAllSince(empty);
		assertThat(database.tables()).isEmpty();
	}

	@ParameterizedTest
	@EnumSource(names = { "SQLITE", "POSTGRESQL" })
	void whatWasThereStaysAndTheVersionTableIsEmptied(TestDatabase.Kind kind) {
		TestDatabase database = TestDatabase.create(kind);
		database.execute("CREATE TABLE team (id integer PRIMARY KEY)", "INSERT INTO team VALUES (1)");
		migrator(database).ensureVersionTable();
		SchemaSnapshot before = snapshots(database).take();
		database.execute("CREATE TABLE judge (id integer PRIMARY KEY)",
				"INSERT INTO migration_version VALUES ('3f2a')");
		snapshots(database).dropAllSince(before);
		assertThat(database.tables()).containsExactlyInAnyOrder("migration_version", "team");
		assertThat(database.query("SELECT id FROM team")).containsExactly("1");
		assertThat(database.query("SELECT version_num FROM migration_version")).isEmpty();
	}

	private static SchemaSnapshots snapshots(TestDatabase database) {
		return migrator(database).snapshots();
	}

	private static Migrator migrator(TestDatabase database) {
		return MigratorBuilder.forDataSource(database.dataSource())
			.revisions(() -> new RevisionScripts(List.of(), List.of(), List.of()))
			.build();
	}

}
