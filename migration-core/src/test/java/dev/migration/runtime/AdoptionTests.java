package dev.migration.runtime;

import java.io.IOException;
import java.lang.reflect.Constructor;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

import dev.migration.Adoption;
import dev.migration.AdoptionRefusedException;
import dev.migration.Direction;
import dev.migration.ExecutedStep;
import dev.migration.Migration;
import dev.migration.Migrator;
import dev.migration.Operations;
import dev.migration.RevisionBody;
import dev.migration.RevisionHeader;
import dev.migration.SchemaDifference;
import dev.migration.SchemaSnapshot;
import dev.migration.UnknownRevisionException;
import dev.migration.test.CompiledText;
import dev.migration.test.TestDatabase;
import dev.migration.test.TestDatabase.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static dev.migration.schema.Definitions.unique;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * A database with tables and without revisions is taken over.
 */
class AdoptionTests {

	private static final List<String> TABLES = List.of(
			"CREATE TABLE team (id integer, name varchar(20) DEFAULT 'none' NOT NULL, lead_id integer, "
					+ "CONSTRAINT pk_team PRIMARY KEY (id))",
			"CREATE TABLE person (id integer, team_id integer NOT NULL, points integer, email varchar(80), "
					+ "CONSTRAINT pk_person PRIMARY KEY (id), CONSTRAINT ck_points CHECK (points >= 0), "
					+ "CONSTRAINT uq_email UNIQUE (email), CONSTRAINT fk_person_team FOREIGN KEY (team_id) REFERENCES team (id) "
					+ "ON DELETE CASCADE)",
			"CREATE INDEX ix_person_points ON person (points)",
			"CREATE VIEW a_score AS SELECT id, points FROM b_member WHERE points > 3",
			"INSERT INTO team (id, name) VALUES (1, 'Graph Walkers')");

	private static final String INNER_VIEW = "CREATE VIEW b_member AS SELECT p.id, p.points, t.name FROM person p "
			+ "JOIN team t ON t.id = p.team_id";

	@TempDir
	private Path classes;

	@ParameterizedTest
	@EnumSource(names = { "SQLITE", "POSTGRESQL", "H2", "MARIADB" })
	void theRevisionCreatesWhatIsThereInJavaAndInSql(Kind kind) throws Exception {
		TestDatabase database = TestDatabase.create(kind);
		database.execute(schemaFor(kind));
		Adoption adoption = migrator(database, new TestRevisions()).adoption(Set.of());
		assertThat(adoption.tool()).isNull();
		assertThat(adoption.leftOut()).isEmpty();
		assertThat(adoption.inexact()).isEmpty();
		assertThat(adoption.contents()).contains("2 tables", "1 index", "2 views", "1 trigger");

		SchemaSnapshot original = migrator(database, new TestRevisions()).snapshots().take();
		Migration java = compile(adoption.revision().java());
		requireSameSchema(kind, original, java::upgrade, java::downgrade);
		RevisionBody sql = adoption.revision().sql();
		requireSameSchema(kind, original, (op) -> execute(op, sql.upgrade()), (op) -> execute(op, sql.downgrade()));
	}

	private static String[] schemaFor(Kind kind) {
		List<String> schema = new ArrayList<>(TABLES);
		schema.add(3, INNER_VIEW);
		schema.addAll(switch (kind) {
			case POSTGRESQL -> List.of(
					"CREATE FUNCTION touch() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN "
							+ "NEW.name := trim(NEW.name); RETURN NEW; END; $$",
					"CREATE TRIGGER tr_team BEFORE INSERT OR UPDATE ON team FOR EACH ROW EXECUTE FUNCTION touch()",
					"CREATE SEQUENCE ticket START WITH 100", "CREATE TYPE mood AS ENUM ('good', 'bad')",
					"ALTER TABLE team ADD COLUMN mood mood",
					"ALTER TABLE team ADD CONSTRAINT ck_team CHECK (name IN ('a', 'b', 'Graph Walkers'))",
					"ALTER TABLE team ADD CONSTRAINT fk_lead FOREIGN KEY (lead_id) REFERENCES person (id)");
			case H2 -> List.of(
					"CREATE TRIGGER tr_team BEFORE INSERT ON team FOR EACH ROW CALL '" + NoTrigger.class.getName()
							+ "'",
					"CREATE SEQUENCE ticket START WITH 100",
					"ALTER TABLE team ADD CONSTRAINT fk_lead FOREIGN KEY (lead_id) REFERENCES person (id)");
			case MARIADB -> List.of(
					"CREATE TRIGGER tr_team BEFORE INSERT ON team FOR EACH ROW BEGIN SET NEW.name = trim(NEW.name); "
							+ "SET NEW.lead_id = NULL; END",
					"ALTER TABLE team ADD CONSTRAINT fk_lead FOREIGN KEY (lead_id) REFERENCES person (id)");
			default -> List.of("CREATE TRIGGER tr_team AFTER INSERT ON team BEGIN UPDATE team SET name = trim(name) "
					+ "WHERE id = NEW.id; END");
		});
		return schema.toArray(String[]::new);
	}

	private static void requireSameSchema(Kind kind, SchemaSnapshot original, Consumer<Operations> upgrade,
			Consumer<Operations> downgrade) {
		TestDatabase other = TestDatabase.create(kind);
		Migrator migrator = migrator(other, new TestRevisions().add("a1", "", upgrade, downgrade));
		SchemaSnapshot empty = migrator.snapshots().take();
		migrator.upgrade("head");
		assertThat(migrator.snapshots().compare(original, migrator.snapshots().take()))
			.extracting(SchemaDifference::found)
			.isEmpty();
		other.execute("INSERT INTO team (id, name) VALUES (7, 'Graph Walkers')");
		assertThat(other.query("SELECT name FROM team")).containsExactly("Graph Walkers");
		migrator.downgrade("base");
		assertThat(migrator.snapshots().compare(empty, migrator.snapshots().take())).extracting(SchemaDifference::found)
			.isEmpty();
	}

	@Test
	void theDatabaseIsStampedAndKeepsItsRows() {
		TestDatabase database = TestDatabase.create(Kind.SQLITE);
		database.execute(schemaFor(Kind.SQLITE));
		Migrator migrator = migrator(database, new TestRevisions());
		migrator.adopt(header("a1"));
		assertThat(database.query("SELECT version_num FROM migration_version")).containsExactly("a1");
		assertThat(database.query("SELECT name FROM team")).containsExactly("Graph Walkers");
		assertThat(migrator.executedSteps()).extracting(ExecutedStep::direction).containsExactly(Direction.STAMP);
		assertThatExceptionOfType(UnknownRevisionException.class).isThrownBy(() -> migrator.adopt(header("b2")));
		assertThatExceptionOfType(AdoptionRefusedException.class).isThrownBy(() -> migrator.adoption(Set.of()))
			.withMessageContaining("The database is at a1 already");
	}

	@Test
	void anApplicationWithRevisionsHasNothingToTakeOver() {
		TestDatabase database = TestDatabase.create(Kind.SQLITE);
		database.execute(schemaFor(Kind.SQLITE));
		Migrator migrator = migrator(database, new TestRevisions().table("a1", ""));
		assertThatExceptionOfType(AdoptionRefusedException.class).isThrownBy(() -> migrator.adoption(Set.of()))
			.withMessageContaining("up to a1");
		assertThatExceptionOfType(AdoptionRefusedException.class).isThrownBy(() -> migrator.adopt(header("b2")));
		assertThat(database.tables()).doesNotContain("migration_version");
	}

	@Test
	void inAnEmptyDatabaseThereIsNothing() {
		Migrator migrator = migrator(TestDatabase.create(Kind.SQLITE), new TestRevisions());
		assertThatExceptionOfType(AdoptionRefusedException.class).isThrownBy(() -> migrator.adoption(Set.of()))
			.withMessageContaining("nothing in the database");
	}

	@Test
	void whatNoOperationCreatesIsNamed() {
		TestDatabase database = TestDatabase.create(Kind.POSTGRESQL);
		database.execute("CREATE TABLE team (id integer PRIMARY KEY)",
				"CREATE FUNCTION rank(integer) RETURNS integer LANGUAGE sql AS 'SELECT $1'",
				"CREATE PROCEDURE tidy() LANGUAGE sql AS 'DELETE FROM team'",
				"CREATE DOMAIN points AS integer CHECK (VALUE >= 0)", "CREATE TYPE span AS (a integer, b integer)",
				"CREATE TABLE entry (id integer, day date) PARTITION BY RANGE (day)",
				"CREATE TABLE entry_1 PARTITION OF entry FOR VALUES FROM ('2026-01-01') TO ('2027-01-01')",
				"CREATE TABLE guest () INHERITS (team)", "CREATE POLICY own ON team USING (id > 0)",
				"CREATE RULE quiet AS ON DELETE TO team DO INSTEAD NOTHING");
		Adoption adoption = migrator(database, new TestRevisions()).adoption(Set.of());
		assertThat(adoption.leftOut()).containsExactly("composite type span", "domain points", "function rank(integer)",
				"partitions of table entry", "policy own on table team", "procedure tidy()", "rule quiet on table team",
				"table guest, which inherits team");
		assertThat(adoption.contents()).isEqualTo("2 tables");
		assertThat(adoption.revision().java().upgrade()).contains("// Not in this revision: domain points.");
	}

	@Test
	void whatNoOperationCreatesIsNamedOnTheOthersToo() {
		TestDatabase mariadb = TestDatabase.create(Kind.MARIADB);
		mariadb.execute("CREATE TABLE team (id integer PRIMARY KEY) PARTITION BY HASH (id) PARTITIONS 2",
				"CREATE FUNCTION rank_of(a integer) RETURNS integer RETURN a",
				"CREATE PROCEDURE tidy() DELETE FROM team");
		assertThat(migrator(mariadb, new TestRevisions()).adoption(Set.of()).leftOut())
			.containsExactly("function rank_of", "partitions of table team", "procedure tidy");
		TestDatabase h2 = TestDatabase.create(Kind.H2);
		h2.execute("CREATE TABLE team (id integer PRIMARY KEY)", "CREATE ALIAS root FOR 'java.lang.Math.sqrt'",
				"CREATE DOMAIN points AS integer", "CREATE CONSTANT one VALUE 1");
		assertThat(migrator(h2, new TestRevisions()).adoption(Set.of()).leftOut()).containsExactly("constant ONE",
				"domain POINTS", "function ROOT");
		TestDatabase sqlite = TestDatabase.create(Kind.SQLITE);
		sqlite.execute("CREATE TABLE team (id integer PRIMARY KEY)", "CREATE VIRTUAL TABLE doc USING fts5(body)");
		Adoption adoption = migrator(sqlite, new TestRevisions()).adoption(Set.of());
		assertThat(adoption.leftOut()).containsExactly("virtual table doc");
		assertThat(adoption.contents()).isEqualTo("1 table");
	}

	@Test
	void aViewThatNamesItsColumnsKeepsThem() {
		TestDatabase database = TestDatabase.create(Kind.SQLITE);
		database.execute("CREATE TABLE team (id integer PRIMARY KEY)", "INSERT INTO team VALUES (4)",
				"CREATE VIEW \"as\" (\"number\", twice) AS SELECT id, id * 2 FROM team -- all");
		RevisionBody sql = migrator(database, new TestRevisions()).adoption(Set.of()).revision().sql();
		database.execute("DROP VIEW \"as\"", "DROP TABLE team");
		migrator(database, new TestRevisions().add("a1", "", (op) -> execute(op, sql.upgrade()), (op) -> {
		})).upgrade("head");
		database.execute("INSERT INTO team VALUES (4)");
		assertThat(database.query("SELECT \"number\" + twice FROM \"as\"")).containsExactly("12");
	}

	/**
	 * Only SQLite leaves constraints without a name. In a database that the revision
	 * makes they have that of the convention.
	 */
	@Test
	void whatHasNoNameIsDroppedByItsDefinitionInBothDatabases() {
		TestDatabase database = TestDatabase.create(Kind.SQLITE);
		database.execute("CREATE TABLE team (id integer PRIMARY KEY, name varchar(20) UNIQUE)",
				"INSERT INTO team VALUES (1, 'Ada')");
		RevisionBody sql = migrator(database, new TestRevisions()).adoption(Set.of()).revision().sql();
		migrator(database, new TestRevisions()).adopt(header("a1"));
		TestRevisions revisions = new TestRevisions()
			.add("a1", "", (op) -> execute(op, sql.upgrade()), (op) -> execute(op, sql.downgrade()))
			.add("b2", "a1", (op) -> op.dropConstraint("team", unique().on("name")), null);
		TestDatabase other = TestDatabase.create(Kind.SQLITE);
		for (TestDatabase each : List.of(database, other)) {
			migrator(each, revisions).upgrade("head");
			each.execute("INSERT INTO team VALUES (2, 'Ada')", "INSERT INTO team VALUES (3, 'Ada')");
		}
	}

	@Test
	void otherSchemasAreTakenOverIfTheyAreNamed() {
		TestDatabase database = TestDatabase.create(Kind.POSTGRESQL);
		database.execute("CREATE SCHEMA audit", "CREATE TABLE audit.entry (id integer PRIMARY KEY)",
				"CREATE TABLE team (id integer PRIMARY KEY)");
		Migrator migrator = migrator(database, new TestRevisions());
		assertThat(migrator.adoption(Set.of()).revision().sql().upgrade()).doesNotContain("entry");
		assertThat(migrator.adoption(Set.of("audit")).revision().sql().upgrade()).contains("audit.entry");
	}

	@Test
	void theRevisionOfAlembicBecomesOurs() {
		TestDatabase database = TestDatabase.create(Kind.SQLITE);
		database.execute("CREATE TABLE team (id integer PRIMARY KEY)",
				"CREATE TABLE alembic_version (version_num varchar(32) NOT NULL PRIMARY KEY)",
				"INSERT INTO alembic_version VALUES ('ae1027a6acf')");
		Adoption adoption = migrator(database, new TestRevisions()).adoption(Set.of());
		assertThat(adoption.tool().position()).isEqualTo("at ae1027a6acf");
		assertThat(adoption.revisionId()).contains("ae1027a6acf");
		assertThat(adoption.contents()).isEqualTo("1 table");
	}

	@Test
	void theVersionTableOfAlembicCanBeSharedUnlessItHasSeveralHeads() {
		TestDatabase database = TestDatabase.create(Kind.SQLITE);
		database.execute("CREATE TABLE team (id integer PRIMARY KEY)",
				"CREATE TABLE alembic_version (version_num varchar(32) NOT NULL PRIMARY KEY)",
				"INSERT INTO alembic_version VALUES ('ae1027a6acf')");
		Migrator migrator = MigratorBuilder.forDataSource(database.dataSource())
			.revisions(new TestRevisions())
			.versionTable("alembic_version")
			.build();
		assertThat(migrator.adoption(Set.of()).revisionId()).contains("ae1027a6acf");
		migrator.adopt(header("ae1027a6acf"));
		assertThat(database.query("SELECT version_num FROM alembic_version")).containsExactly("ae1027a6acf");
		database.execute("INSERT INTO alembic_version VALUES ('bb')");
		assertThatExceptionOfType(AdoptionRefusedException.class).isThrownBy(() -> migrator.adoption(Set.of()))
			.withMessageContaining("several heads: ae1027a6acf, bb");
	}

	@Test
	void theVersionTableOfAlembicCanBeInAnotherSchema() {
		TestDatabase database = TestDatabase.create(Kind.POSTGRESQL);
		database.execute("CREATE TABLE team (id integer PRIMARY KEY)", "CREATE SCHEMA ops",
				"CREATE TABLE ops.alembic_version (version_num varchar(32) NOT NULL PRIMARY KEY)",
				"INSERT INTO ops.alembic_version VALUES ('ae1027a6acf')");
		Migrator migrator = MigratorBuilder.forDataSource(database.dataSource())
			.revisions(new TestRevisions())
			.versionTable("ops.alembic_version")
			.build();
		Adoption adoption = migrator.adoption(Set.of());
		assertThat(adoption.tool().tables()).containsExactly("ops.alembic_version");
		assertThat(adoption.revisionId()).contains("ae1027a6acf");
		assertThat(adoption.contents()).isEqualTo("1 table");
	}

	private Migration compile(RevisionBody body) throws Exception {
		StringBuilder source = new StringBuilder("package adopted;\n");
		body.imports().forEach((each) -> source.append("import ").append(each).append(";\n"));
		source.append("import dev.migration.Migration;\nimport dev.migration.Operations;\n")
			.append("public class Adopted implements Migration {\npublic void upgrade(Operations op) {\n")
			.append(body.upgrade())
			.append("\n}\npublic void downgrade(Operations op) {\n")
			.append(body.downgrade())
			.append("\n}\n")
			.append(body.members())
			.append("\n}\n");
		assertThat(CompiledText.compile(List.of(new CompiledText("revision", "adopted/Adopted", source.toString())),
				this.classes))
			.isEmpty();
		return load();
	}

	private Migration load() throws ReflectiveOperationException, IOException {
		try (URLClassLoader loader = new URLClassLoader(new URL[] { this.classes.toUri().toURL() },
				getClass().getClassLoader())) {
			Constructor<?> constructor = loader.loadClass("adopted.Adopted").getConstructor();
			return (Migration) constructor.newInstance();
		}
	}

	private static void execute(Operations op, String sql) {
		op.execute(sql);
	}

	private static RevisionHeader header(String id) {
		return new RevisionHeader(id, List.of(), List.of(), List.of(), "adopt", null, "");
	}

	private static Migrator migrator(TestDatabase database, TestRevisions revisions) {
		return MigratorBuilder.forDataSource(database.dataSource()).revisions(revisions).build();
	}

	/**
	 * Does nothing.
	 */
	public static final class NoTrigger implements org.h2.api.Trigger {

		@Override
		public void fire(java.sql.Connection connection, Object[] oldRow, Object[] newRow) {
		}

	}

}
