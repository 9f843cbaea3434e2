package dev.migration.runtime;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.function.Consumer;

import dev.migration.BatchOperations;
import dev.migration.BatchOperations.Recreate;
import dev.migration.IncompatibleRowsException;
import dev.migration.Operations;
import dev.migration.RevisionFailedException;
import dev.migration.UnsupportedChangeException;
import dev.migration.schema.Identity;
import dev.migration.test.TestDatabase;
import dev.migration.test.TestDatabase.Kind;
import org.junit.jupiter.api.Test;

import org.springframework.jdbc.datasource.SingleConnectionDataSource;

import static dev.migration.schema.Definitions.check;
import static dev.migration.schema.Definitions.column;
import static dev.migration.schema.Definitions.currentTimestamp;
import static dev.migration.schema.Definitions.foreignKey;
import static dev.migration.schema.Definitions.literal;
import static dev.migration.schema.Definitions.primaryKey;
import static dev.migration.schema.Definitions.stored;
import static dev.migration.schema.Definitions.unique;
import static dev.migration.schema.Types.bigint;
import static dev.migration.schema.Types.integer;
import static dev.migration.schema.Types.sqlType;
import static dev.migration.schema.Types.text;
import static dev.migration.schema.Types.varchar;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * What a rebuild of a SQLite table does beside the cases of Alembic. Foreign keys are on,
 * as applications have them.
 */
class SqliteRebuildTests {

	private final TestDatabase database = TestDatabase.create(Kind.SQLITE);

	@Test
	void aCheckThatIsNullForARowLetsItIn() {
		this.database.execute("CREATE TABLE t (id INTEGER PRIMARY KEY, a TEXT)",
				"INSERT INTO t (a) VALUES ('x'), (NULL)");
		upgrade((op) -> op.createConstraint("t", check("ck_a", "a IN ('x', 'y')")));
		assertThat(this.database.query("SELECT a FROM t ORDER BY id")).containsExactly("x", null);
		assertThat(this.database.query("SELECT sql FROM sqlite_schema WHERE name = 't'").get(0)).contains("ck_a");
	}

	@Test
	void childrenOfTheTableStayWithTheirActions() {
		this.database.execute(
				"CREATE TABLE team (id INTEGER PRIMARY KEY, name TEXT, boss REFERENCES team ON DELETE CASCADE)",
				"CREATE TABLE member (id INTEGER PRIMARY KEY, team REFERENCES team (id) ON DELETE CASCADE)",
				"INSERT INTO team VALUES (1, 'a', NULL), (2, 'b', 1)", "INSERT INTO member VALUES (1, 1), (2, 2)");
		upgrade((op) -> op.alterColumn("team", "name", (name) -> name.type(varchar(80)).notNull()));
		assertThat(this.database.query("SELECT count(*) FROM member")).containsExactly("2");
		this.database.execute("DELETE FROM team WHERE id = 1");
		assertThat(this.database.query("SELECT id FROM member UNION ALL SELECT id FROM team")).isEmpty();
	}

	@Test
	void theConnectionKeepsForeignKeysAgainAfterwards() throws SQLException {
		this.database.execute("CREATE TABLE team (id INTEGER PRIMARY KEY, name TEXT)",
				"CREATE TABLE member (id INTEGER PRIMARY KEY, team REFERENCES team (id))",
				"INSERT INTO team VALUES (1, NULL)");
		try (Connection connection = this.database.connect(); Statement statement = connection.createStatement()) {
			SingleConnectionDataSource dataSource = new SingleConnectionDataSource(connection, true);
			MigratorBuilder.forDataSource(dataSource)
				.revisions(new TestRevisions().add("a", "",
						(op) -> op.alterColumn("team", "name", (name) -> name.type(varchar(9))), null))
				.build()
				.upgrade("head");
			assertThat(statement.executeQuery("PRAGMA foreign_keys").getInt(1)).isEqualTo(1);
			assertThat(statement.executeQuery("PRAGMA legacy_alter_table").getInt(1)).isZero();
			assertThatExceptionOfType(RevisionFailedException.class).isThrownBy(
					() -> MigratorBuilder.forDataSource(dataSource).revisions(new TestRevisions().add("a", "", (op) -> {
					}, null).add("b", "a", (op) -> {
						op.alterColumn("team", "name", (name) -> name.type(text()));
						op.execute("INSERT INTO team VALUES (1, NULL)");
					}, null)).build().upgrade("head"));
			assertThat(statement.executeQuery("PRAGMA foreign_keys").getInt(1)).isEqualTo(1);
		}
	}

	@Test
	void whatTheConnectionWouldHaveRefusedIsRefusedAtTheCommit() {
		this.database.execute("CREATE TABLE team (id INTEGER PRIMARY KEY, name TEXT)",
				"CREATE TABLE member (id INTEGER PRIMARY KEY, team REFERENCES team (id))",
				"INSERT INTO team VALUES (1, 'a')");
		assertThatExceptionOfType(RevisionFailedException.class).isThrownBy(() -> upgrade((op) -> {
			op.alterColumn("team", "name", (name) -> name.type(varchar(80)));
			op.execute("INSERT INTO member VALUES (7, 4)");
		})).withMessageContaining("row 7 of table member refers to a row that table team does not have");
		assertThat(this.database.query("SELECT count(*) FROM member")).containsExactly("0");
		assertThat(definition("team")).contains("name TEXT");
	}

	@Test
	void violationsThatWereThereBeforeAreNobodysFault() {
		this.database.execute("CREATE TABLE team (id INTEGER PRIMARY KEY, name TEXT)",
				"CREATE TABLE member (id INTEGER PRIMARY KEY, team REFERENCES team (id))");
		TestDatabase lax = new TestDatabase(TestDatabase.Kind.SQLITE, this.database.jdbcUrl().replace("=on", "=off"),
				"", "", "");
		lax.execute("INSERT INTO member VALUES (7, 4)");
		upgrade((op) -> op.alterColumn("member", "team", (team) -> team.type(integer())));
		assertThat(this.database.query("SELECT team FROM member")).containsExactly("4");
	}

	@Test
	void aForeignKeyThatRowsViolateIsRefusedEvenIfNobodyLooks() {
		TestDatabase lax = new TestDatabase(TestDatabase.Kind.SQLITE, this.database.jdbcUrl().replace("=on", "=off"),
				"", "", "");
		lax.execute("CREATE TABLE team (id INTEGER PRIMARY KEY)",
				"CREATE TABLE member (id INTEGER PRIMARY KEY, team INT)", "INSERT INTO member VALUES (1, 4), (2, 5)");
		assertThatExceptionOfType(RevisionFailedException.class)
			.isThrownBy(() -> upgrade(lax,
					(op) -> op.createConstraint("member", foreignKey("fk_team").on("team").references("team", "id"))))
			.withMessageContaining("2 foreign keys do not hold, for example: row 1 of table member");
		assertThat(definition("member")).doesNotContain("fk_team");
	}

	@Test
	void aCounterGoesOnWhereItWasEvenIfTheTableIsEmpty() {
		this.database.execute("CREATE TABLE t (id INTEGER PRIMARY KEY AUTOINCREMENT, a TEXT)",
				"INSERT INTO t (a) VALUES ('x'), ('y'), ('z')", "DELETE FROM t",
				"CREATE TABLE never (id INTEGER PRIMARY KEY AUTOINCREMENT, a TEXT)");
		upgrade((op) -> {
			op.alterColumn("t", "a", (a) -> a.serverDefault(literal("q")));
			op.alterColumn("never", "a", (a) -> a.serverDefault(literal("q")));
		});
		this.database.execute("INSERT INTO t DEFAULT VALUES", "INSERT INTO never DEFAULT VALUES");
		assertThat(this.database.query("SELECT id || a FROM t UNION ALL SELECT id || a FROM never"))
			.containsExactly("4q", "1q");
	}

	@Test
	void whatAnalyzeFoundAndTheRowidsStay() {
		this.database.execute("CREATE TABLE t (a TEXT, b INT)", "CREATE INDEX ix ON t (a)",
				"INSERT INTO t (rowid, a, b) VALUES (-5, 'x', 1), (1000, 'y', 2)", "ANALYZE");
		List<String> statistics = this.database.query("SELECT tbl || idx || stat FROM sqlite_stat1");
		upgrade((op) -> op.alterColumn("t", "b", (b) -> b.serverDefault(literal(1))));
		assertThat(this.database.query("SELECT tbl || idx || stat FROM sqlite_stat1")).isEqualTo(statistics);
		assertThat(this.database.query("SELECT rowid FROM t ORDER BY rowid")).containsExactly("-5", "1000");
	}

	@Test
	void severalChangesAreOneRebuildAndTheOrderCanBeGiven() {
		this.database.execute("CREATE TABLE t (id INTEGER PRIMARY KEY, a TEXT, b TEXT, c INT)",
				"INSERT INTO t VALUES (1, 'a', 'b', 3)");
		batch("t", (t) -> {
			t.renameColumn("a", "title");
			t.alterColumn("title", (title) -> title.type(varchar(9)).notNull());
			t.createConstraint(check("ck_title", "length(title) < 10"));
			t.dropColumn("b");
			t.addColumn(column("made", bigint()).notNull().serverDefault(currentTimestamp()));
			t.createConstraint(unique("uq").on("title", "c"));
			t.columnOrder("c", "title");
		});
		assertThat(this.database.query("SELECT name FROM pragma_table_info('t')")).containsExactly("c", "title", "id",
				"made");
		assertThat(this.database.query("SELECT c || title || id || (made > 0) FROM t")).containsExactly("3a11");
		assertThat(this.database.query("SELECT statements_total FROM migration_history")).containsExactly("8");
	}

	@Test
	void columnsCanSwapTheirNames() {
		this.database.execute("CREATE TABLE t (a TEXT, b TEXT, c TEXT)", "CREATE INDEX ix ON t (a)",
				"INSERT INTO t VALUES ('1', '2', '3')");
		batch("t", (t) -> {
			t.recreate(Recreate.ALWAYS);
			t.renameColumn("a", "x");
			t.renameColumn("b", "a");
			t.renameColumn("x", "b");
			t.dropColumn("c");
			t.renameColumn("b", "c");
		});
		assertThat(this.database.query("SELECT a || c FROM t")).containsExactly("21");
		assertThat(definition("ix")).isEqualTo("CREATE INDEX ix ON t (c)");
	}

	@Test
	void whatSqliteCanDoItselfMovesNoRow() {
		this.database.execute("CREATE TABLE t (id INTEGER PRIMARY KEY, a TEXT, b TEXT)",
				"INSERT INTO t VALUES (1, 'a', 'b')");
		List<String> page = this.database.query("SELECT rootpage FROM sqlite_master WHERE name = 't'");
		batch("t", (t) -> {
			t.addColumn(column("n", integer()).notNull().serverDefault(literal(7)));
			t.renameColumn("a", "title");
			t.alterColumn("title", (title) -> title.notNull());
			t.dropColumn("b");
		});
		assertThat(this.database.query("SELECT rootpage FROM sqlite_master WHERE name = 't'")).isEqualTo(page);
		assertThat(this.database.query("SELECT id || title || n FROM t")).containsExactly("1a7");
		assertThat(definition("t")).containsIgnoringCase("not null");
	}

	@Test
	void neverMeansNever() {
		this.database.execute("CREATE TABLE t (id INTEGER PRIMARY KEY, a TEXT)");
		assertThatExceptionOfType(RevisionFailedException.class).isThrownBy(() -> batch("t", (t) -> {
			t.recreate(Recreate.NEVER);
			t.alterColumn("a", (a) -> a.type(integer()));
		})).withCauseInstanceOf(UnsupportedChangeException.class).withMessageContaining("needs a rebuild of table t");
	}

	@Test
	void valuesThatWouldNotSurviveAreCountedAndAnExpressionIsTheWayOut() {
		this.database.execute("CREATE TABLE t (id INTEGER PRIMARY KEY, v TEXT)",
				"INSERT INTO t VALUES (1, '12'), (2, 'abc'), (3, '0012'), (4, NULL), (5, '-7')");
		assertThatExceptionOfType(RevisionFailedException.class)
			.isThrownBy(() -> upgrade((op) -> op.alterColumn("t", "v", (v) -> v.type(integer()))))
			.withCauseInstanceOf(IncompatibleRowsException.class)
			.withMessageContaining(
					"2 rows of table 't' do not fit: column v has values that would not survive as integer,"
							+ " for example in the row with id = 2")
			.satisfies((ex) -> assertThat(ex.getAction()).contains("using("));
		upgrade((op) -> op.alterColumn("t", "v", (v) -> v.type(integer()).using("CAST(v AS INTEGER) * 2")));
		assertThat(this.database.query("SELECT typeof(v) || coalesce(v, '') FROM t ORDER BY id"))
			.containsExactly("integer24", "integer0", "integer24", "null", "integer-14");
	}

	@Test
	void rowsThatDoNotFitAreCountedWithAnExample() {
		this.database.execute("CREATE TABLE t (k TEXT PRIMARY KEY, a INT, b INT) WITHOUT ROWID",
				"INSERT INTO t VALUES ('x', 1, NULL), ('y', 1, 5), ('z', 2, NULL)");
		assertFails((op) -> op.alterColumn("t", "b", (b) -> b.notNull()),
				"2 rows of table 't' do not fit: column b is null, for example in the row with k = x");
		assertFails((op) -> op.createConstraint("t", unique("uq").on("a")),
				"2 rows of table 't' do not fit: the values of \"a\" are there more than once");
		assertFails((op) -> op.createConstraint("t", check("ck", "a > 1")), "2 rows of table 't' do not fit");
		assertFails((op) -> op.addColumn("t", column("n", integer()).notNull()), "Give it a serverDefault(…)");
	}

	@Test
	void aStrictTableSaysWhichValuesHaveAnotherType() {
		this.database.execute("CREATE TABLE t (id INTEGER PRIMARY KEY, a ANY) STRICT",
				"INSERT INTO t VALUES (1, 5), (2, x'00')");
		assertFails((op) -> op.alterColumn("t", "a", (a) -> a.type(sqlType("INTEGER")).using("a")),
				"1 row of table 't' does not fit: column \"a\" has values that are not of type INTEGER");
		assertThat(definition("t")).contains("STRICT").contains("ANY");
	}

	@Test
	void whatMentionsADroppedColumnAndOthersTooIsAnErrorBeforeAnythingChanges() {
		this.database.execute(
				"CREATE TABLE t (id INTEGER PRIMARY KEY, a INT CHECK (a > 0), b INT, c INT AS (b + 1), CHECK (a < b))",
				"CREATE INDEX ix_alone ON t (a DESC)", "CREATE INDEX ix_both ON t (b) WHERE c > 1",
				"CREATE TABLE log (m)", "CREATE TRIGGER tr AFTER INSERT ON log BEGIN UPDATE t SET a = 1; END");
		assertFails((op) -> op.dropColumn("t", "a"), "check 'CHECK (a < b)' mentions it together with something else");
		assertFails((op) -> op.dropColumn("t", "b"), "mentions it together with something else");
		this.database.execute("DROP INDEX ix_both");
		assertFails((op) -> op.batchAlterTable("t", (t) -> {
			t.dropConstraint(check("nosuch", "a < b"));
			t.dropColumn("a");
		}), "trigger tr");
		this.database.execute("DROP TRIGGER tr");
		batch("t", (t) -> {
			t.dropConstraint(check("nosuch", "a < b"));
			t.dropColumn("a");
		});
		assertThat(this.database.query("SELECT name FROM sqlite_master WHERE name LIKE 'ix%'")).isEmpty();
	}

	@Test
	void aRenameReachesEverythingThatMentionsTheColumn() {
		this.database.execute(
				"CREATE TABLE t (id INTEGER PRIMARY KEY, a INT CHECK (a > 0), g INT AS (a * 2), UNIQUE (a))",
				"CREATE TABLE child (a REFERENCES t (a))", "CREATE INDEX ix ON t (abs(a)) WHERE a > 1",
				"CREATE VIEW v AS SELECT a FROM t", "CREATE VIEW broken AS SELECT x FROM nowhere",
				"CREATE TABLE log (m)",
				"CREATE TRIGGER tr AFTER UPDATE OF a ON t BEGIN INSERT INTO log VALUES (new.a); END",
				"INSERT INTO t (id, a) VALUES (1, 5)", "INSERT INTO child VALUES (5)");
		batch("t", (t) -> {
			t.renameColumn("a", "size");
			t.alterColumn("size", (size) -> size.serverDefault(literal(3)));
		});
		this.database.execute("UPDATE t SET size = size");
		assertThat(this.database.query("SELECT m FROM log UNION ALL SELECT * FROM v UNION ALL SELECT g FROM t"))
			.containsExactly("5", "5", "10");
		assertThat(definition("child")).contains("\"size\"");
		assertThat(definition("ix")).contains("size");
		assertThat(definition("broken")).isEqualTo("CREATE VIEW broken AS SELECT x FROM nowhere");
	}

	@Test
	void aKeyCanBecomeNumberedAndBack() {
		this.database.execute("CREATE TABLE t (id INT NOT NULL, a TEXT, CONSTRAINT pk PRIMARY KEY (id))",
				"INSERT INTO t VALUES (5, 'x')");
		upgrade((op) -> op.alterColumn("t", "id", (id) -> id.identity(Identity.BY_DEFAULT)));
		this.database.execute("INSERT INTO t (a) VALUES ('y')", "DELETE FROM t WHERE a = 'y'",
				"INSERT INTO t (a) VALUES ('z')");
		assertThat(this.database.query("SELECT id FROM t WHERE a = 'z'")).containsExactly("7");
		assertThat(definition("t")).contains("pk");
		upgrade((op) -> op.alterColumn("t", "id", (id) -> id.dropIdentity()));
		assertThat(definition("t")).doesNotContain("AUTOINCREMENT");
		assertThat(this.database.query("SELECT count(*) FROM t")).containsExactly("2");
	}

	@Test
	void keysComputedColumnsAndConstraintsWithoutNamesCanChange() {
		this.database.execute("CREATE TABLE t (a INT, b INT UNIQUE, c INT, UNIQUE (a, b), CHECK (c <> 4))",
				"INSERT INTO t VALUES (1, 2, 3)");
		batch("t", (t) -> {
			t.dropConstraint(unique().on("a", "b"));
			t.dropConstraint(unique().on("b"));
			t.dropConstraint(check("c <> 4"));
			t.createConstraint(primaryKey("b", "a").named("pk_t"));
			t.addColumn(column("d", integer()).computed(stored("a + b")));
			t.alterColumn("c", (c) -> c.collation("NOCASE"));
		});
		assertThat(this.database.query("SELECT origin FROM pragma_index_list('t')")).containsExactly("pk");
		assertThat(this.database.query("SELECT a || b || c || d FROM t")).containsExactly("1233");
		upgrade((op) -> op.alterColumn("t", "d", (d) -> d.dropComputed()));
		assertThat(this.database.query("SELECT hidden FROM pragma_table_xinfo('t') WHERE name = 'd'"))
			.containsExactly("0");
		assertThat(this.database.query("SELECT d FROM t")).containsExactly("3");
	}

	@Test
	void aRebuildThatCannotFitIsRefusedBeforehand() throws SQLException {
		this.database.execute("CREATE TABLE t (id INTEGER PRIMARY KEY, a BLOB)",
				"INSERT INTO t WITH RECURSIVE s (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM s WHERE n < 5000)"
						+ " SELECT n, randomblob(2000) FROM s");
		try (Connection connection = this.database.connect(); Statement statement = connection.createStatement()) {
			statement.execute("PRAGMA max_page_count = 3000");
			assertThatExceptionOfType(RevisionFailedException.class)
				.isThrownBy(() -> MigratorBuilder.forDataSource(new SingleConnectionDataSource(connection, true))
					.revisions(new TestRevisions().add("a", "",
							(op) -> op.alterColumn("t", "a", (a) -> a.serverDefault(literal(""))), null))
					.build()
					.upgrade("head"))
				.withMessageContaining("the copy of table t needs about")
				.satisfies((ex) -> assertThat(ex.getAction()).contains("Make room"));
		}
	}

	@Test
	void aRebuildInAutocommitIsRefused() {
		this.database.execute("CREATE TABLE t (id INTEGER PRIMARY KEY, a TEXT)");
		assertFails((op) -> op.autocommit((inner) -> inner.alterColumn("t", "a", (a) -> a.serverDefault(literal("")))),
				"outside of a transaction");
	}

	private void batch(String table, Consumer<BatchOperations> changes) {
		upgrade((op) -> op.batchAlterTable(table, changes));
	}

	private void assertFails(Consumer<Operations> change, String message) {
		List<String> before = this.database.query("SELECT sql FROM sqlite_master ORDER BY name");
		assertThatExceptionOfType(RevisionFailedException.class).isThrownBy(() -> upgrade(change))
			.satisfies((ex) -> assertThat(ex.getDescription() + " " + ex.getAction()).contains(message));
		assertThat(this.database.query("SELECT sql FROM sqlite_master ORDER BY name")).containsAll(before);
	}

	private void upgrade(Consumer<Operations> change) {
		upgrade(this.database, change);
	}

	private static void upgrade(TestDatabase database, Consumer<Operations> change) {
		database.execute("DROP TABLE IF EXISTS migration_version", "DROP TABLE IF EXISTS migration_history");
		MigratorBuilder.forDataSource(database.dataSource())
			.revisions(new TestRevisions().add("a", "", change, null))
			.build()
			.upgrade("head");
	}

	private String definition(String name) {
		return this.database.query("SELECT sql FROM sqlite_master WHERE name = '" + name + "'").get(0);
	}

}
