package dev.migration.runtime;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import javax.sql.DataSource;

import dev.migration.Direction;
import dev.migration.MigrationRequest;
import dev.migration.MigrationResult;
import dev.migration.Migrator;
import dev.migration.MissingSchemaException;
import dev.migration.ProposalRequest;
import dev.migration.RenameDecision;
import dev.migration.RevisionFailedException;
import dev.migration.SchemaDifference;
import dev.migration.SchemaSnapshot;
import dev.migration.ScriptRequest;
import dev.migration.UnsupportedChangeException;
import dev.migration.schema.QualifiedName;
import dev.migration.schema.Schema;
import dev.migration.schema.Table;
import dev.migration.schema.TargetSchema;
import dev.migration.test.TestDatabase;
import dev.migration.test.TestDatabase.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import org.springframework.jdbc.datasource.SingleConnectionDataSource;

import static dev.migration.schema.Definitions.column;
import static dev.migration.schema.Types.integer;
import static dev.migration.schema.Types.varchar;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Runs in another schema than the one that the connection has.
 */
class DefaultSchemaTests {

	private final String schema = "ops_" + UUID.randomUUID().toString().substring(0, 8);

	private TestDatabase database = TestDatabase.create(Kind.SQLITE);

	@ParameterizedTest
	@EnumSource(names = { "POSTGRESQL", "H2", "MARIADB" })
	void everythingIsInTheSchemaAndTheConnectionIsLeftAsItWas(Kind kind) throws SQLException {
		this.database = TestDatabase.create(kind);
		try (SingleConnectionDataSource pool = pool()) {
			String before = current(pool);
			Migrator migrator = migrator(pool, revisions());
			assertThat(migrator.status().current()).isEmpty();
			assertThat(migrator.plan(Direction.UPGRADE, MigrationRequest.to("head")).steps()).hasSize(2);
			assertThat(migrator.destruction(Direction.UPGRADE, MigrationRequest.to("head")).tables()).isEmpty();
			assertThat(hasSchema()).as("schema after commands that only read").isFalse();
			assertThat(current(pool)).isEqualTo(before);
			assertThat(migrator.upgrade("head").to()).containsExactly("b1");
			assertThat(current(pool)).isEqualTo(before);
			assertThat(this.database.tables()).isEmpty();
			assertThat(tables()).containsExactly("migration_history", "migration_version", "t_a1", "t_b1");
			assertThat(migrator.upgrade("head").steps()).isEmpty();
			assertThat(migrator.downgrade("-1").to()).containsExactly("a1");
			assertThat(migrator.executedSteps()).hasSize(3);
			assertThat(current(pool)).isEqualTo(before);
			assertThat(tables()).doesNotContain("t_b1");
		}
	}

	@ParameterizedTest
	@EnumSource(names = { "POSTGRESQL", "H2", "MARIADB" })
	void aFailureLeavesTheConnectionAsItWas(Kind kind) throws SQLException {
		this.database = TestDatabase.create(kind);
		try (SingleConnectionDataSource pool = pool()) {
			String before = current(pool);
			Migrator migrator = migrator(pool, revisions().add("c1", "b1", (op) -> op.execute("no SQL"), null));
			assertThatExceptionOfType(RevisionFailedException.class).isThrownBy(() -> migrator.upgrade("head"));
			assertThat(current(pool)).isEqualTo(before);
			assertThat(pool.getConnection().getAutoCommit()).isTrue();
			assertThat(migrator.status().current()).hasSize(1);
		}
	}

	@ParameterizedTest
	@EnumSource(names = { "POSTGRESQL", "H2", "MARIADB" })
	void autogenerateTakesItForTheDefaultSchema(Kind kind) {
		this.database = TestDatabase.create(kind);
		this.database.execute("CREATE TABLE elsewhere (id integer)");
		for (String named : new String[] { null, this.schema }) {
			TargetSchema target = TargetSchema.of(new Schema(
					List.of(Table.of(new QualifiedName(named, "team"),
							List.of(column("id", integer()).primaryKey(), column("name", varchar(40))))),
					List.of(), List.of(), List.of()));
			Migrator migrator = MigratorBuilder.forDataSource(this.database.dataSource())
				.revisions(new TestRevisions())
				.defaultSchema(this.schema)
				.targetSchema((product) -> target)
				.build();
			if (named == null) {
				assertThatExceptionOfType(MissingSchemaException.class).isThrownBy(migrator::drift)
					.withMessageContaining("There is no schema '" + this.schema + "' in the database");
				assertThat(migrator.ensureVersionTable()).isTrue();
				assertThat(migrator.drift()).extracting(SchemaDifference::operation)
					.containsExactly("create table team");
				assertThat(migrator.propose(new ProposalRequest(List.of(), Map.of(), RenameDecision.ACCEPT_DROP))
					.sql()
					.upgrade()).doesNotContain(this.schema);
				this.database.execute("CREATE TABLE " + this.schema
						+ ".team (id integer NOT NULL, name varchar(40), CONSTRAINT pk_team PRIMARY KEY (id))");
			}
			assertThat(migrator.drift()).isEmpty();
		}
	}

	@ParameterizedTest
	@EnumSource(names = { "POSTGRESQL", "H2", "MARIADB" })
	void aScriptDoesTheSame(Kind kind) throws SQLException {
		this.database = TestDatabase.create(kind);
		Migrator migrator = migrator(this.database.dataSource(), revisions());
		run(migrator
			.script(Direction.UPGRADE, ScriptRequest.to("a1").forDialect(this.database.kind().name().toLowerCase()))
			.statements());
		run(migrator
			.script(Direction.UPGRADE, ScriptRequest.to("a1:b1").forDialect(this.database.kind().name().toLowerCase()))
			.statements());
		assertThat(this.database.tables()).isEmpty();
		assertThat(tables()).contains("migration_history", "migration_version", "t_a1", "t_b1");
		assertThat(migrator.upgrade("head").steps()).isEmpty();
		assertThat(migrator.downgrade("base").steps()).hasSize(2);
	}

	@ParameterizedTest
	@EnumSource(names = { "POSTGRESQL", "H2", "MARIADB" })
	void theVersionTableOfAnotherApplicationIsNotMistaken(Kind kind) {
		this.database = TestDatabase.create(kind);
		MigratorBuilder.forDataSource(this.database.dataSource())
			.revisions(new TestRevisions().table("z1", ""))
			.build()
			.upgrade("head");
		Migrator migrator = migrator(this.database.dataSource(), revisions());
		assertThat(migrator.status().current()).isEmpty();
		migrator.upgrade("head");
		assertThat(this.database.query("SELECT version_num FROM migration_version")).containsExactly("z1");
		assertThat(this.database.query("SELECT version_num FROM " + this.schema + ".migration_version"))
			.containsExactly("b1");
	}

	@ParameterizedTest
	@EnumSource(names = { "POSTGRESQL", "H2", "MARIADB" })
	void theTablesOfTheToolCanBeInASchemaOfTheirOwn(Kind kind) throws SQLException {
		this.database = TestDatabase.create(kind);
		Migrator migrator = MigratorBuilder.forDataSource(this.database.dataSource())
			.revisions(revisions())
			.versionTable(this.schema + ".alembic_version")
			.historyTable(this.schema + ".steps")
			.build();
		assertThat(migrator.upgrade("head").to()).containsExactly("b1");
		assertThat(tables()).containsExactly("alembic_version", "steps");
		assertThat(this.database.tables()).containsExactly("t_a1", "t_b1");
		assertThat(migrator.upgrade("head").steps()).isEmpty();
		assertThat(migrator.downgrade("base").to()).isEmpty();
		run(migrator.script(Direction.UPGRADE, MigrationRequest.to("head")).statements());
		assertThat(migrator.upgrade("head").steps()).isEmpty();
	}

	@ParameterizedTest
	@EnumSource(names = { "POSTGRESQL", "H2", "MARIADB" })
	void severalThatStartAtOnceMakeOneSchema(Kind kind) throws Exception {
		this.database = TestDatabase.create(kind);
		ExecutorService threads = Executors.newFixedThreadPool(6);
		try {
			Callable<MigrationResult> start = () -> migrator(this.database.dataSource(), revisions()).upgrade("head");
			List<Future<MigrationResult>> results = new ArrayList<>();
			for (int i = 0; i < 6; i++) {
				results.add(threads.submit(start));
			}
			for (Future<MigrationResult> result : results) {
				assertThat(result.get().to()).containsExactly("b1");
			}
		}
		finally {
			threads.shutdownNow();
		}
		assertThat(migrator(this.database.dataSource(), revisions()).executedSteps()).hasSize(2);
	}

	@Test
	void onPostgresqlOtherSchemasAreStillSearchedBehindIt() {
		this.database = TestDatabase.create(Kind.POSTGRESQL);
		this.database.execute("CREATE FUNCTION public.answer() RETURNS integer LANGUAGE sql AS 'SELECT 42'");
		migrator(this.database.dataSource(), new TestRevisions().add("a1", "",
				(op) -> op.execute("CREATE TABLE t_a1 (id integer DEFAULT answer())"), null))
			.upgrade("head");
		assertThat(this.database.query("SELECT count(*) FROM " + this.schema + ".t_a1")).containsExactly("0");
	}

	@ParameterizedTest
	@EnumSource(names = { "POSTGRESQL", "MARIADB" })
	void aRevisionThatChoosesASchemaKeepsNoLock(Kind kind) throws SQLException {
		this.database = TestDatabase.create(kind);
		boolean isPostgresql = kind == Kind.POSTGRESQL;
		try (SingleConnectionDataSource pool = pool()) {
			Migrator migrator = MigratorBuilder.forDataSource(pool)
				.revisions(new TestRevisions().add("a1", "", (op) -> {
					op.createSchema(this.schema);
					op.execute((isPostgresql) ? "SET search_path TO " + this.schema : "USE " + this.schema);
					op.execute("no SQL");
				}, null))
				.build();
			assertThatExceptionOfType(RevisionFailedException.class).isThrownBy(() -> migrator.upgrade("head"));
			assertThat(migrator(this.database.dataSource(), revisions()).upgrade("head").to()).containsExactly("b1");
			assertThat(MigratorBuilder.forDataSource(this.database.dataSource())
				.revisions(revisions())
				.lockTimeout(Duration.ofMillis(100))
				.historyTable("other_history")
				.build()
				.upgrade("head")
				.to()).containsExactly("b1");
		}
	}

	@ParameterizedTest
	@EnumSource(names = { "POSTGRESQL", "H2", "MARIADB" })
	void aTestThatBeginsWithoutTheSchemaLeavesItEmpty(Kind kind) {
		this.database = TestDatabase.create(kind);
		this.database.execute("CREATE TABLE elsewhere (id integer)");
		Migrator migrator = migrator(this.database.dataSource(), revisions());
		SchemaSnapshot before = migrator.snapshots().take();
		migrator.upgrade("head");
		assertThat(migrator.snapshots().compare(before, migrator.snapshots().take())).hasSize(2);
		migrator.snapshots().dropAllSince(before);
		assertThat(tables()).isEmpty();
		assertThat(this.database.tables()).containsExactly("elsewhere");
	}

	@Test
	void sqliteHasNoSchemasAndSaysSo() {
		assertThatExceptionOfType(UnsupportedChangeException.class)
			.isThrownBy(() -> migrator(this.database.dataSource(), revisions()).upgrade("head"))
			.withMessageContaining("use schema " + this.schema)
			.satisfies((ex) -> assertThat(ex.getAction()).contains("migration.default-schema"));
		assertThatExceptionOfType(UnsupportedChangeException.class)
			.isThrownBy(() -> migrator(this.database.dataSource(), revisions()).script(Direction.UPGRADE,
					ScriptRequest.to("b1").forDialect("sqlite")));
		assertThat(this.database.tables()).isEmpty();
	}

	private static TestRevisions revisions() {
		return new TestRevisions().table("a1", "")
			.add("b1", "a1", (op) -> op.createTable("t_b1", column("id", integer()).primaryKey()),
					(op) -> op.dropTable("t_b1"));
	}

	private Migrator migrator(DataSource dataSource, TestRevisions revisions) {
		return MigratorBuilder.forDataSource(dataSource).revisions(revisions).defaultSchema(this.schema).build();
	}

	private SingleConnectionDataSource pool() throws SQLException {
		return new SingleConnectionDataSource(this.database.connect(), true);
	}

	private String current(DataSource pool) throws SQLException {
		String sql = switch (this.database.kind()) {
			case POSTGRESQL -> "SHOW search_path";
			case H2 -> "SELECT CURRENT_SCHEMA";
			default -> "SELECT DATABASE()";
		};
		try (Statement statement = pool.getConnection().createStatement()) {
			ResultSet row = statement.executeQuery(sql);
			row.next();
			return row.getString(1);
		}
	}

	private boolean hasSchema() {
		return !this.database
			.query("SELECT schema_name FROM information_schema.schemata WHERE lower(schema_name) = '" + this.schema
					+ "'")
			.isEmpty();
	}

	private List<String> tables() {
		return this.database
			.query("SELECT lower(table_name) FROM information_schema.tables WHERE lower(table_schema) = '" + this.schema
					+ "' AND table_type = 'BASE TABLE' AND lower(table_name) NOT LIKE '%_lock' ORDER BY 1");
	}

	private void run(List<String> statements) throws SQLException {
		try (Connection connection = this.database.connect(); Statement statement = connection.createStatement()) {
			for (String sql : statements) {
				statement.execute(sql);
			}
		}
	}

}
