package dev.migration.runtime;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Consumer;

import dev.migration.BatchOperations.Recreate;
import dev.migration.Direction;
import dev.migration.MigrationRequest;
import dev.migration.MismatchPolicy;
import dev.migration.MigrationScript;
import dev.migration.NeedsDatabaseException;
import dev.migration.Operations;
import dev.migration.RevisionFailedException;
import dev.migration.ScriptRequest;
import dev.migration.SqlScript;
import dev.migration.dialect.Dialect;
import dev.migration.dialect.ServerVersion;
import dev.migration.schema.NamingConvention;
import dev.migration.schema.ReferentialAction;
import dev.migration.test.DatabaseDump;
import dev.migration.test.ScriptClient;
import dev.migration.test.TestDatabase;
import dev.migration.test.TestDatabase.Kind;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

import static dev.migration.schema.Definitions.check;
import static dev.migration.schema.Definitions.column;
import static dev.migration.schema.Definitions.foreignKey;
import static dev.migration.schema.Definitions.index;
import static dev.migration.schema.Definitions.literal;
import static dev.migration.schema.Definitions.unique;
import static dev.migration.schema.Types.bigint;
import static dev.migration.schema.Types.integer;
import static dev.migration.schema.Types.text;
import static dev.migration.schema.Types.varchar;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Scripts for SQLite in which tables are rebuilt, run through the client of SQLite and
 * over JDBC, against the run.
 */
class SqliteScriptTests {

	private static final Dialect DIALECT = new Dialects(SqliteScriptTests.class.getClassLoader()).forId("sqlite");

	private static final Session.Settings SETTINGS = Session.Settings.of("migration_version", "migration_history", null,
			Duration.ofSeconds(5), NamingConvention.DEFAULT);

	private final TestDatabase online = TestDatabase.create(Kind.SQLITE);

	private final TestDatabase offline = TestDatabase.create(Kind.SQLITE);

	@ParameterizedTest
	@EnumSource
	void aScriptWithRebuildsMakesOfAFilledDatabaseWhatTheRunMakesOfIt(Target target) throws SQLException {
		start(target, revisions());
		run(target, revisions(), Direction.UPGRADE, "head");
		assertThat(target.run(script(target, revisions(), Direction.UPGRADE, "a:head"), this.offline)).isEmpty();
		assertSame();
		assertThat(this.offline.query("SELECT count(*) FROM member")).containsExactly("5");
		run(target, revisions(), Direction.DOWNGRADE, "a");
		assertThat(target.run(script(target, revisions(), Direction.DOWNGRADE, "head:a"), this.offline)).isEmpty();
		assertSame();
		assertThat(this.offline.query("SELECT count(*) FROM member")).containsExactly("5");
	}

	@ParameterizedTest
	@EnumSource
	void soDoesEachStepOnTheWayAndOnTheWayBack(Target target) throws SQLException {
		start(target, revisions());
		List<String> ids = List.of("a", "b", "c", "d", "e", "f");
		for (int i = 1; i < ids.size(); i++) {
			run(target, revisions(), Direction.UPGRADE, ids.get(i));
			String range = ids.get(i - 1) + ":" + ids.get(i);
			assertThat(target.run(script(target, revisions(), Direction.UPGRADE, range), this.offline)).isEmpty();
			assertSame();
		}
		for (int i = ids.size() - 1; i > 0; i--) {
			run(target, revisions(), Direction.DOWNGRADE, ids.get(i - 1));
			String range = ids.get(i) + ":" + ids.get(i - 1);
			assertThat(target.run(script(target, revisions(), Direction.DOWNGRADE, range), this.offline)).isEmpty();
			assertSame();
		}
	}

	@ParameterizedTest
	@EnumSource
	void aScriptFromTheBaseMakesTheSameDatabase(Target target) throws SQLException {
		run(target, revisions(), Direction.UPGRADE, "head");
		assertThat(target.run(script(target, revisions(), Direction.UPGRADE, "head"), this.offline)).isEmpty();
		assertSame();
	}

	@ParameterizedTest
	@EnumSource
	void rowsThatDoNotFitStopTheScriptBeforeItChangesAnything(Target target) throws SQLException {
		Map<String, Consumer<Operations>> upgrades = Map.of("column name is null",
				(op) -> op.alterColumn("team", "name", (name) -> name.notNull()), "would have null in column code",
				(op) -> op.addColumn("team", column("code", text()).notNull()), "would not survive as integer",
				(op) -> op.alterColumn("team", "note", (note) -> note.type(integer())), "UNIQUE constraint failed",
				(op) -> op.createConstraint("team", unique("uq_size").on("size")));
		start(target, revisions());
		this.offline.execute("INSERT INTO team (name, note, size) VALUES (NULL, '007', 3), ('x', 'y', 3)");
		List<String> before = dump(this.offline);
		for (Map.Entry<String, Consumer<Operations>> upgrade : upgrades.entrySet()) {
			TestRevisions revisions = first().add("b", "a", upgrade.getValue(), null);
			assertThat(target.run(script(target, revisions, Direction.UPGRADE, "a:b"), this.offline))
				.contains(upgrade.getKey());
			assertThat(dump(this.offline)).isEqualTo(before);
		}
	}

	@ParameterizedTest
	@EnumSource
	void aColumnWithoutNullIsAddedByAScriptIfThereAreNoRows(Target target) throws SQLException {
		TestRevisions revisions = first().add("b", "a", (op) -> op.addColumn("team", column("code", text()).notNull()),
				null);
		run(target, revisions, Direction.UPGRADE, "a");
		copy();
		assertThat(target.run(script(target, revisions, Direction.UPGRADE, "a:b"), this.offline)).isEmpty();
		assertThat(this.offline.query("SELECT \"notnull\" FROM pragma_table_info('team') WHERE name = 'code'"))
			.containsExactly("1");
	}

	@ParameterizedTest
	@EnumSource
	void aRowThatRefersToNothingStopsTheScriptUnlessItDidSoBefore(Target target) throws SQLException {
		start(target, revisions());
		TestRevisions revisions = first()
			.add("b", "a", (op) -> op.alterColumn("team", "size", (size) -> size.serverDefault(literal(9))), null)
			.add("c", "b", (op) -> {
				op.alterColumn("team", "size", (size) -> size.serverDefault(literal(8)));
				op.execute("UPDATE member SET team = 4711 WHERE id = 13");
			}, null);
		lax(this.offline).execute("INSERT INTO member (id, team) VALUES (70, 4710)");
		assertThat(target.run(script(target, revisions, Direction.UPGRADE, "a:b"), this.offline)).isEmpty();
		assertThat(this.offline.query("SELECT team FROM member WHERE id = 70")).containsExactly("4710");
		List<String> before = dump(this.offline);
		assertThat(target.run(script(target, revisions, Direction.UPGRADE, "b:c"), this.offline))
			.contains("A row refers to a row that is not there");
		assertThat(dump(this.offline)).isEqualTo(before);
	}

	@ParameterizedTest
	@EnumSource
	void whatNoRevisionMadeStopsARebuildThatWouldLoseIt(Target target) throws SQLException {
		start(target, revisions());
		MigrationScript script = script(target, revisions(), Direction.UPGRADE, "a:head");
		Map<String, String> own = Map.of("ALTER TABLE team ADD COLUMN own text", "ALTER TABLE team DROP COLUMN own",
				"CREATE INDEX own ON team (size)", "DROP INDEX own",
				"CREATE TRIGGER own AFTER UPDATE ON team BEGIN SELECT 1; END", "DROP TRIGGER own");
		for (Map.Entry<String, String> each : own.entrySet()) {
			this.offline.execute(each.getKey());
			List<String> before = dump(this.offline);
			assertThat(target.run(script, this.offline)).contains("that the script does not know");
			assertThat(dump(this.offline)).isEqualTo(before);
			this.offline.execute(each.getValue());
		}
		assertThat(target.run(script, this.offline)).isEmpty();
	}

	@Test
	void afterTheScriptTheConnectionIsAsBefore() throws SQLException {
		start(Target.JDBC, revisions());
		MigrationScript script = script(Target.JDBC, revisions(), Direction.UPGRADE, "a:head");
		try (Connection connection = this.offline.connect(); Statement statement = connection.createStatement()) {
			for (String sql : script.statements()) {
				statement.execute(sql);
			}
			assertThat(statement.executeQuery("PRAGMA foreign_keys").getInt(1)).isEqualTo(1);
			assertThat(statement.executeQuery("PRAGMA legacy_alter_table").getInt(1)).isZero();
			assertThat(statement.executeQuery("SELECT count(*) FROM sqlite_temp_master").getInt(1)).isZero();
		}
	}

	@ParameterizedTest
	@EnumSource
	void eachStatementOfAScriptIsOne(Target target) {
		List<String> statements = new ArrayList<>(
				script(target, revisions(), Direction.UPGRADE, "base:head").statements());
		statements.removeAll(List.of("BEGIN IMMEDIATE", "COMMIT"));
		for (String sql : statements) {
			assertThat(DIALECT.split(new SqlScript(sql, "script", 1))).hasSize(1);
		}
	}

	@Test
	void onlyTheStepsThatNeedItAreWithoutForeignKeys() {
		List<String> frame = script(Target.SHELL, revisions(), Direction.UPGRADE, "c:e").statements()
			.stream()
			.filter((sql) -> sql.matches("BEGIN.*|COMMIT|PRAGMA foreign_keys.*"))
			.toList();
		assertThat(frame).containsExactly("PRAGMA foreign_keys = ON", "BEGIN IMMEDIATE", "COMMIT",
				"PRAGMA foreign_keys = OFF", "BEGIN IMMEDIATE", "COMMIT", "PRAGMA foreign_keys = ON");
	}

	@Test
	void aRebuildAfterACommittedPartIsRefusedAsInARun() {
		TestRevisions revisions = first().add("b", "a", (op) -> {
			op.autocommit((part) -> part.execute("CREATE TABLE other (id integer)"));
			op.alterColumn("team", "size", (size) -> size.serverDefault(literal(9)));
		}, null);
		assertThatExceptionOfType(RevisionFailedException.class)
			.isThrownBy(() -> script(Target.SHELL, revisions, Direction.UPGRADE, "a:b"))
			.withMessageContaining("a part of it is committed");
	}

	@Test
	void whatFailsOnTheEmptyDatabaseIsSaid() {
		TestRevisions revisions = first().add("b", "a",
				(op) -> op.execute("INSERT INTO member (id, team) VALUES (1, 4711)"), null);
		assertThatExceptionOfType(NeedsDatabaseException.class)
			.isThrownBy(() -> script(Target.SHELL, revisions, Direction.UPGRADE, "a:b"))
			.withMessageContaining("FOREIGN KEY constraint failed");
	}

	/**
	 * Both databases are at the first revision, and somebody has worked with them.
	 */
	private void start(Target target, TestRevisions revisions) throws SQLException {
		run(target, revisions, Direction.UPGRADE, "a");
		this.online.execute(
				"INSERT INTO team (id, name, size, boss) VALUES (1, 'one', 1, NULL), (2, 'two', 2, 1), (3, 'three', 3, 3)",
				"INSERT INTO member (id, team) SELECT id, id FROM team UNION ALL SELECT id + 10, 1 FROM team WHERE id > 1",
				"INSERT INTO team (id, name) VALUES (90, 'gone')", "DELETE FROM team WHERE id = 90");
		copy();
	}

	private void copy() {
		this.online.execute("PRAGMA wal_checkpoint");
		String file = this.offline.jdbcUrl().replace("jdbc:sqlite:", "").replaceFirst("\\?.*", "");
		this.offline.execute("VACUUM");
		new java.io.File(file).delete();
		this.online.execute("VACUUM INTO '" + file + "'");
	}

	/**
	 * As the version of SQLite that the script is for, not as that of the driver.
	 */
	private void run(Target target, TestRevisions revisions, Direction direction, String to) throws SQLException {
		try (Session session = Session.standingIn(this.online.connect(), DIALECT, target.version, SETTINGS)) {
			new PlanRun(session, Revisions.of(revisions.load()),
					new RunDefaults(null, null, null, Map.of(),
							new RunDefaults.Policies(MismatchPolicy.WARN, MismatchPolicy.IGNORE), List::of, List::of),
					direction, MigrationRequest.to(to), RunListeners.none())
				.execute();
		}
	}

	private static MigrationScript script(Target target, TestRevisions revisions, Direction direction, String range) {
		return MigratorBuilder.forDataSource(new DriverManagerDataSource("jdbc:none"))
			.revisions(revisions)
			.build()
			.script(direction, ScriptRequest.to(range).forDialect(target.dialect()));
	}

	private void assertSame() {
		assertThat(dump(this.offline)).isEqualTo(dump(this.online));
	}

	private static List<String> dump(TestDatabase database) {
		List<String> lines = new ArrayList<>(DatabaseDump.of(database));
		lines.addAll(database.query("SELECT name || ' counts from ' || seq FROM sqlite_sequence ORDER BY 1"));
		lines.addAll(database.query("SELECT 'rowid ' || rowid FROM plain ORDER BY 1"));
		lines.addAll(database.query("SELECT \"table\" || rowid || parent FROM pragma_foreign_key_check"));
		return lines;
	}

	private static TestDatabase lax(TestDatabase database) {
		return new TestDatabase(Kind.SQLITE, database.jdbcUrl().replace("=on", "=off"), "", "", "");
	}

	@ParameterizedTest
	@EnumSource
	void anOlderApplicationTakesBackRebuildsOfRevisionsThatItDoesNotHave(Target target) throws SQLException {
		start(target, revisions());
		List<String> before = schemaAndRows(this.online);
		run(target, revisions(), Direction.UPGRADE, "head");
		assertThat(target.run(script(target, revisions(), Direction.UPGRADE, "a:head"), this.offline)).isEmpty();
		for (TestDatabase database : List.of(this.online, this.offline)) {
			assertThat(MigratorBuilder.forDataSource(database.dataSource())
				.revisions(first())
				.build()
				.downgrade("head")
				.to()).containsExactly("a");
			List<String> after = schemaAndRows(database);
			assertThat(after).isEqualTo(before);
		}
	}

	@Test
	void theWayBackThatIsKeptChecksTheRowsAndLeavesNothingBehindWhenItFails() throws SQLException {
		start(Target.JDBC, revisions());
		TestRevisions revisions = first().add("b", "a",
				(op) -> op.alterColumn("team", "note", (note) -> note.type(integer()).using("length(note)")),
				(op) -> op.alterColumn("team", "note", (note) -> note.type(text()).notNull()));
		run(Target.JDBC, revisions, Direction.UPGRADE, "b");
		List<String> before = dump(this.online);
		try (Connection connection = this.online.connect(); Statement statement = connection.createStatement()) {
			assertThatExceptionOfType(RevisionFailedException.class)
				.isThrownBy(() -> MigratorBuilder.forDataSource(new SingleConnectionDataSource(connection, true))
					.revisions(first())
					.build()
					.downgrade("head"))
				.withStackTraceContaining("column note is null");
			assertThat(statement.executeQuery("PRAGMA foreign_keys").getInt(1)).isEqualTo(1);
		}
		assertThat(dump(this.online)).isEqualTo(before);
	}

	@Test
	void aRebuildInSqlThatSwitchesForeignKeysOffKeepsTheRowsThatReferToTheTable() throws SQLException {
		start(Target.JDBC, revisions());
		TestRevisions revisions = first().add("b", "a", (op) -> op.execute("""
				PRAGMA foreign_keys=off;
				CREATE TABLE copy (id INTEGER PRIMARY KEY, name TEXT);
				INSERT INTO copy SELECT id, name FROM team;
				DROP VIEW large;
				DROP TABLE team;
				PRAGMA legacy_alter_table = ON;
				ALTER TABLE copy RENAME TO team;
				INSERT INTO team SELECT 7, 'seven' FROM plain WHERE word = 'fail' UNION ALL
				SELECT 7, 'seven' FROM plain WHERE word = 'fail';
				PRAGMA legacy_alter_table = OFF;
				PRAGMA foreign_keys=on;
				"""), null);
		this.online.execute("INSERT INTO plain (word) VALUES ('fail')");
		List<String> before = dump(this.online);
		try (Connection connection = this.online.connect(); Statement statement = connection.createStatement()) {
			assertThatExceptionOfType(RevisionFailedException.class)
				.isThrownBy(() -> MigratorBuilder.forDataSource(new SingleConnectionDataSource(connection, true))
					.revisions(revisions)
					.build()
					.upgrade("head"));
			assertThat(statement.executeQuery("PRAGMA legacy_alter_table").getInt(1)).isZero();
		}
		assertThat(dump(this.online)).isEqualTo(before);
		this.online.execute("DELETE FROM plain WHERE word = 'fail'");
		run(Target.JDBC, revisions, Direction.UPGRADE, "b");
		assertThat(this.online.query("SELECT count(*) FROM member")).containsExactly("5");
	}

	private static List<String> schemaAndRows(TestDatabase database) {
		List<String> lines = new ArrayList<>(
				database.query("SELECT replace(replace(sql, '\"', ''), ' ' || char(10), char(10)) FROM sqlite_master"
						+ " WHERE name NOT LIKE 'migration%' AND name <> 'team' AND sql IS NOT NULL ORDER BY name"));
		lines.addAll(database.query("SELECT name || type || \"notnull\" FROM pragma_table_info('team')"));
		lines.addAll(database.query("SELECT \"table\" || \"from\" || on_delete FROM pragma_foreign_key_list('team')"));
		lines.addAll(database.query("SELECT id || name || ifnull(size, '') || ifnull(boss, '') FROM team ORDER BY 1"));
		lines.addAll(database.query("SELECT id || ' ' || team FROM member ORDER BY 1"));
		return lines;
	}

	private static TestRevisions first() {
		return new TestRevisions().add("a", "", (op) -> {
			op.createTable("team", column("id", bigint()).primaryKey().identity(), column("name", varchar(80)),
					column("size", integer()), column("note", text()), column("boss", bigint()),
					foreignKey("fk_boss").on("boss").references("team", "id").onDelete(ReferentialAction.CASCADE));
			op.createTable("member", column("id", bigint()).primaryKey().identity(), column("team", bigint()),
					foreignKey("fk_team").on("team").references("team", "id").onDelete(ReferentialAction.CASCADE));
			op.createTable("plain", column("word", text()), column("number", integer()));
			op.execute("INSERT INTO plain (rowid, word) VALUES (-7, 'it''s'), (100, 'b')");
			op.createIndex(index("ix_team_name").on("team", "name"));
			op.execute("CREATE VIEW large AS SELECT id, name FROM team WHERE size > 2; -- the large\n"
					+ "CREATE TRIGGER team_gone AFTER DELETE ON team BEGIN\n"
					+ "  INSERT INTO plain (word) VALUES ('gone; ' || OLD.name); -- say so\nEND;");
		}, (op) -> op.execute("DROP VIEW large; DROP TABLE member; DROP TABLE team; DROP TABLE plain"));
	}

	private static TestRevisions revisions() {
		return first().add("b", "a", (op) -> {
			op.alterColumn("team", "name", (name) -> name.notNull());
			op.createConstraint("team", check("ck_size", "size >= 0"));
			op.createConstraint("team", unique("uq_name").on("name"));
		}, (op) -> {
			op.dropConstraint("uq_name", "team");
			op.dropConstraint("ck_size", "team");
			op.alterColumn("team", "name", (name) -> name.nullable());
		}).add("c", "b", (op) -> op.batchAlterTable("team", (team) -> {
			team.alterColumn("size", (size) -> size.type(text()).serverDefault(literal("0")));
			team.renameColumn("note", "remark");
			team.addColumn(column("code", varchar(10)).notNull().serverDefault(literal("c;")));
		}), (op) -> op.batchAlterTable("team", (team) -> {
			team.dropColumn("code");
			team.renameColumn("remark", "note");
			team.alterColumn("size", (size) -> size.type(integer()).dropServerDefault());
		})).add("d", "c", (op) -> {
			op.batchAlterTable("plain", (plain) -> {
				plain.recreate(Recreate.ALWAYS);
				plain.createConstraint(check("ck_word", "word <> ';'"));
			});
			op.execute("UPDATE plain SET number = length(word)");
		}, (op) -> op.batchAlterTable("plain", (plain) -> {
			plain.recreate(Recreate.ALWAYS);
			plain.dropConstraint("ck_word");
		})).add("e", "d", (op) -> {
			op.addColumn("plain", column("team", bigint()));
			op.createConstraint("plain", foreignKey("fk_plain").on("team").references("team", "id"));
			op.execute("UPDATE plain SET team = (SELECT min(id) FROM team)");
		}, (op) -> {
			op.dropConstraint("fk_plain", "plain");
			op.dropColumn("plain", "team");
		}).add("f", "e", (op) -> {
			op.alterColumn("member", "team", (team) -> team.notNull());
			op.createConstraint("member", unique("uq_member").on("id", "team"));
		}, (op) -> {
			op.dropConstraint("uq_member", "member");
			op.alterColumn("member", "team", (team) -> team.nullable());
		})
			.add("g", "f", (op) -> op.dropConstraint("fk_boss", "team"), (op) -> op.createConstraint("team",
					foreignKey("fk_boss").on("boss").references("team", "id").onDelete(ReferentialAction.CASCADE)));
	}

	/**
	 * What runs a script that is written for what.
	 */
	enum Target {

		SHELL(DIALECT.offlineVersion(), ScriptClient::run),

		JDBC(DIALECT.offlineVersion(), ScriptClient::overJdbc),

		NEWEST_OVER_JDBC(new ServerVersion("SQLite", 3, 53, 0), ScriptClient::overJdbc);

		private final ServerVersion version;

		private final BiFunction<MigrationScript, TestDatabase, String> client;

		Target(ServerVersion version, BiFunction<MigrationScript, TestDatabase, String> client) {
			this.version = version;
			this.client = client;
		}

		String dialect() {
			return "sqlite:" + this.version.major() + "." + this.version.minor();
		}

		@Nullable String run(MigrationScript script, TestDatabase database) {
			return this.client.apply(script, database);
		}

	}

}
