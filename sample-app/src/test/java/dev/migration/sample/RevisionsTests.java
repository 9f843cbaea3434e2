package dev.migration.sample;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;

import dev.migration.Direction;
import dev.migration.Migrator;
import dev.migration.RevisionHeader;
import dev.migration.RevisionPlace;
import dev.migration.ScriptRequest;
import dev.migration.boot.autoconfigure.MigrationAutoConfiguration;
import dev.migration.sample.judging.JuryProperties;
import dev.migration.test.DatabaseDump;
import dev.migration.test.ScriptClient;
import dev.migration.test.TestDatabase;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Configuration;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The history of the Hackathon database, up and down, on the databases that the
 * application is meant for.
 */
class RevisionsTests {

	private static final String BEFORE_SLUG = "0d6e8c41f7b3";

	@ParameterizedTest
	@EnumSource(names = { "SQLITE", "POSTGRESQL" })
	void upAndDownAndUpAgainLeavesNoTrace(TestDatabase.Kind kind) {
		TestDatabase database = TestDatabase.create(kind);
		migrate(database, (migrator) -> {
			migrator.upgrade("head");
			List<String> first = schema(database, kind);
			assertThat(first).isNotEmpty();
			migrator.downgrade("base");
			assertThat(schema(database, kind)).isEmpty();
			migrator.upgrade("head");
			assertThat(schema(database, kind)).isEqualTo(first);
		});
	}

	@ParameterizedTest
	@EnumSource(names = { "SQLITE", "POSTGRESQL" })
	void everyRevisionUndoesExactlyWhatItDid(TestDatabase.Kind kind) {
		TestDatabase database = TestDatabase.create(kind);
		migrate(database, (migrator) -> {
			for (RevisionHeader revision : oldestFirst(migrator)) {
				revision.revises().forEach(migrator::upgrade);
				List<String> before = schema(database, kind);
				migrator.upgrade(revision.id());
				migrator.downgrade(downTo(revision));
				assertThat(schema(database, kind)).as(revision.describe()).isEqualTo(before);
				migrator.downgrade("base");
			}
		});
	}

	@ParameterizedTest
	@EnumSource
	void aScriptMakesTheSameDatabaseAsARunAndTakesItBack(TestDatabase.Kind kind) {
		TestDatabase online = TestDatabase.create(kind);
		TestDatabase offline = TestDatabase.create(kind);
		migrate(online, (migrator) -> {
			migrator.upgrade("head");
			ScriptRequest up = ScriptRequest.to("head").forDialect(kind.name().toLowerCase());
			assertThat(ScriptClient.run(migrator.script(Direction.UPGRADE, up), offline)).isEmpty();
			assertThat(DatabaseDump.of(offline)).isEqualTo(DatabaseDump.of(online));
			ScriptRequest down = ScriptRequest.to("head:base").forDialect(kind.name().toLowerCase());
			assertThat(ScriptClient.run(migrator.script(Direction.DOWNGRADE, down), offline)).isEmpty();
			migrator.downgrade("base");
			assertThat(DatabaseDump.of(offline)).isEqualTo(DatabaseDump.of(online));
		});
	}

	@ParameterizedTest
	@EnumSource(names = { "SQLITE", "POSTGRESQL" })
	void eachBranchStandsOnItsOwn(TestDatabase.Kind kind) {
		TestDatabase submissions = TestDatabase.create(kind);
		migrate(submissions, (migrator) -> migrator.upgrade("submissions@e8831b6f0d25"));
		assertThat(submissions.tables()).contains("submission").doesNotContain("judge", "score");
		TestDatabase judging = TestDatabase.create(kind);
		migrate(judging, (migrator) -> migrator.upgrade("judging@a94f20c7d51e"));
		assertThat(judging.tables()).contains("judge").doesNotContain("submission", "score");
		migrate(judging, (migrator) -> migrator.upgrade("head"));
		assertThat(judging.tables()).contains("judge", "submission", "score");
	}

	@ParameterizedTest
	@EnumSource(names = { "SQLITE", "POSTGRESQL" })
	void aTeamThatIsThereGetsASlugAndKeepsWhatItHas(TestDatabase.Kind kind) {
		TestDatabase database = TestDatabase.create(kind);
		migrate(database, (migrator) -> {
			migrator.upgrade(BEFORE_SLUG);
			insertTeams(database, kind);
			List<String> before = database.query("SELECT name FROM team ORDER BY id");
			migrator.upgrade("head");
			assertThat(database.query("SELECT slug FROM team ORDER BY id")).containsExactly("team-1", "team-2");
			assertThat(database.query("SELECT name FROM team ORDER BY id")).isEqualTo(before);
			migrator.downgrade("-1");
			assertThat(database.query("SELECT name FROM team ORDER BY id")).isEqualTo(before);
			assertThat(database.query("SELECT count(*) FROM participant WHERE team_id = 1")).containsExactly("1");
			migrator.upgrade("head");
			assertThat(database.query("SELECT slug FROM team ORDER BY id")).containsExactly("team-1", "team-2");
		});
	}

	@ParameterizedTest
	@EnumSource(names = { "SQLITE", "POSTGRESQL" })
	void theFirstJuryComesFromTheConfiguration(TestDatabase.Kind kind) {
		TestDatabase database = TestDatabase.create(kind);
		migrate(database, (migrator) -> migrator.upgrade("head"), "hackathon.judges=Ada Lovelace,Anita Borg");
		assertThat(database.query("SELECT name FROM judge ORDER BY id")).containsExactly("Ada Lovelace", "Anita Borg");
	}

	@ParameterizedTest
	@EnumSource(names = { "SQLITE", "POSTGRESQL" })
	void aJuryMayBeginEmpty(TestDatabase.Kind kind) {
		TestDatabase database = TestDatabase.create(kind);
		migrate(database, (migrator) -> migrator.upgrade("head"), "hackathon.judges=");
		assertThat(database.query("SELECT name FROM judge")).isEmpty();
	}

	private static void migrate(TestDatabase database, Consumer<Migrator> test, String... properties) {
		new ApplicationContextRunner()
			.withConfiguration(
					AutoConfigurations.of(DataSourceAutoConfiguration.class, MigrationAutoConfiguration.class))
			.withUserConfiguration(JuryConfiguration.class)
			.withPropertyValues("migration.on-startup=none", "spring.datasource.url=" + database.jdbcUrl(),
					"spring.datasource.username=" + database.user(),
					"spring.datasource.password=" + database.password())
			.withPropertyValues(properties)
			.run((context) -> {
				assertThat(context).hasNotFailed();
				test.accept(context.getBean(Migrator.class));
			});
	}

	private static List<RevisionHeader> oldestFirst(Migrator migrator) {
		List<RevisionHeader> revisions = new ArrayList<>(
				migrator.directory().history().stream().map(RevisionPlace::revision).toList());
		Collections.reverse(revisions);
		return revisions;
	}

	private static String downTo(RevisionHeader revision) {
		return revision.revises().isEmpty() ? "base" : revision.revises().get(0);
	}

	private static void insertTeams(TestDatabase database, TestDatabase.Kind kind) {
		String begin = (kind == TestDatabase.Kind.SQLITE) ? "1796403600000" : "'2026-12-04T17:00:00Z'";
		String end = (kind == TestDatabase.Kind.SQLITE) ? "1796558400000" : "'2026-12-06T12:00:00Z'";
		database.execute(
				"INSERT INTO hackathon (name, status, starts_at, ends_at) VALUES ('Spring', 'OPEN', " + begin + ", "
						+ end + ")",
				"INSERT INTO team (hackathon_id, name, registered_at) VALUES (1, 'Graph Walkers', " + begin + ")",
				"INSERT INTO team (hackathon_id, name, registered_at) VALUES (1, 'graph walkers', " + begin + ")",
				"INSERT INTO participant (team_id, name, email, joined_at) VALUES (1, 'Margaret', 'm@example.org', "
						+ begin + ")");
	}

	/**
	 * Everything in the database but the tables of the tool.
	 */
	private static List<String> schema(TestDatabase database, TestDatabase.Kind kind) {
		if (kind == TestDatabase.Kind.SQLITE) {
			return database.query("""
					SELECT type || ' ' || name || ': ' || coalesce(sql, '') FROM sqlite_master
					WHERE tbl_name NOT LIKE 'migration_%' AND tbl_name NOT LIKE 'sqlite_%' ORDER BY type, name""");
		}
		List<String> schema = new ArrayList<>(database.query("""
				SELECT table_name || '.' || column_name || ' ' || data_type || ' ' || is_nullable || ' '
					|| coalesce(column_default, '') || coalesce(identity_generation, '')
					|| coalesce(character_maximum_length, 0)
				FROM information_schema.columns
				WHERE table_schema = 'public' AND table_name NOT LIKE 'migration_%' ORDER BY 1"""));
		schema.addAll(database.query("""
				SELECT indexdef FROM pg_indexes
				WHERE schemaname = 'public' AND tablename NOT LIKE 'migration_%' ORDER BY 1"""));
		schema.addAll(database.query("""
				SELECT conrelid::regclass || ' ' || conname || ': ' || pg_get_constraintdef(oid) FROM pg_constraint
				WHERE connamespace = 'public'::regnamespace AND conrelid::regclass::text NOT LIKE 'migration_%'
				ORDER BY 1"""));
		schema.addAll(database.query("""
				SELECT sequencename FROM pg_sequences
				WHERE schemaname = 'public' AND sequencename NOT LIKE 'migration_%' ORDER BY 1"""));
		return schema;
	}

	@Configuration(proxyBeanMethods = false)
	@EnableConfigurationProperties(JuryProperties.class)
	static class JuryConfiguration {

	}

}
