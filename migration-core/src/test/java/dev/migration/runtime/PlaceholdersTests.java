package dev.migration.runtime;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import dev.migration.ChangedRevisionException;
import dev.migration.Direction;
import dev.migration.InvalidGraphException;
import dev.migration.MigrationRequest;
import dev.migration.Migrator;
import dev.migration.MissingArgumentException;
import dev.migration.RevisionFailedException;
import dev.migration.ScriptRequest;
import dev.migration.UnsafeArgumentException;
import dev.migration.script.LocationRevisionSource;
import dev.migration.script.MigrationFactory;
import dev.migration.test.TestDatabase;
import dev.migration.test.TestDatabase.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * SQL files that want values.
 */
class PlaceholdersTests {

	private static final String TABLE = """
			-- placeholders: table, first
			-- upgrade
			CREATE TABLE ${table} (name varchar(40));
			INSERT INTO ${table} VALUES (${first});

			-- downgrade
			DROP TABLE ${table};
			""";

	@TempDir
	private Path folder;

	private TestDatabase database = TestDatabase.create(Kind.SQLITE);

	@ParameterizedTest
	@EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "MYSQL")
	void valuesArePutIn(Kind kind) throws IOException {
		this.database = TestDatabase.create(kind);
		write("a", "", TABLE);
		Migrator migrator = migrator(Map.of("table", "team", "first", "'it''s $1 \\ one'"));
		migrator.upgrade("head");
		assertThat(this.database.query("SELECT name FROM team")).hasSize(1).first().asString().startsWith("it's $1 ");
		migrator.downgrade("base");
		assertThat(this.database.tables()).doesNotContain("team");
	}

	@Test
	void aRequestReplacesAValue() throws IOException {
		write("a", "", TABLE);
		migrator(Map.of("table", "team", "first", "'a'"))
			.upgrade(MigrationRequest.to("head").with(Map.of("table", "crew")));
		assertThat(this.database.query("SELECT name FROM crew")).containsExactly("a");
	}

	@Test
	void whoMayNotWriteSqlCannotPutItIn() throws IOException {
		write("a", "", TABLE);
		Migrator migrator = migrator(Map.of("table", "team", "first", "'a'"));
		for (String value : List.of("t (id int); DROP TABLE x; --", "a'b", "a--b", "a b", "")) {
			MigrationRequest request = MigrationRequest.to("head").with(Map.of("table", value)).fromRemote();
			assertThatExceptionOfType(UnsafeArgumentException.class).isThrownBy(() -> migrator.upgrade(request))
				.withMessageContaining("'table'")
				.withMessageContaining("a.sql, line 3");
			assertThatExceptionOfType(UnsafeArgumentException.class)
				.isThrownBy(() -> migrator.script(Direction.UPGRADE, request));
		}
		assertThat(this.database.tables()).isEmpty();
		migrator.upgrade(MigrationRequest.to("head").with(Map.of("table", "crew_2", "free", "any; text")).fromRemote());
		assertThat(this.database.query("SELECT name FROM crew_2")).containsExactly("a");
	}

	@Test
	void theWayBackIsKeptWithTheValues() throws IOException {
		write("a", "", TABLE);
		migrator(Map.of("table", "team", "first", "'a'")).upgrade("head");
		Files.delete(this.folder.resolve("a.sql"));
		write("0", "", "-- upgrade\nSELECT 1;\n");
		assertThat(this.database.query("SELECT downgrade_sql FROM migration_history").get(0))
			.contains("DROP TABLE team");
		migrator(Map.of()).downgrade("base");
		assertThat(this.database.tables()).doesNotContain("team");
	}

	@Test
	void aScriptHasTheValues() throws IOException {
		write("a", "", TABLE);
		Migrator migrator = migrator(Map.of("table", "team", "first", "'a'"));
		assertThat(migrator.script(Direction.UPGRADE, ScriptRequest.to("head").forDialect("postgresql")).text())
			.contains("INSERT INTO team VALUES ('a')");
		assertThat(migrator
			.script(Direction.UPGRADE, ScriptRequest.to("head").forDialect("postgresql").skippingApplied(true))
			.text()).contains("INSERT INTO team VALUES ('a')").doesNotContain("${");
		assertThat(migrator.details("a").downgrade().statements()).containsExactly("DROP TABLE team");
	}

	@Test
	void aMissingValueStopsTheRunBeforeItBegins() throws IOException {
		write("a", "", "-- upgrade\nCREATE TABLE t_a (id integer);\n");
		write("b", "a", TABLE);
		write("c", "b", "-- upgrade\nCREATE TABLE t_c (id integer);\n");
		Migrator migrator = migrator(Map.of("first", "'a'"));
		assertThatExceptionOfType(MissingArgumentException.class).isThrownBy(() -> migrator.upgrade("head"))
			.withMessageContaining("There is no value for 'table', which is needed in ")
			.withMessageContaining("b.sql, line 3")
			.satisfies((ex) -> assertThat(ex.getAction()).contains("migration.arguments.table", "-x table=…"));
		assertThat(this.database.tables()).isEmpty();
		assertThatExceptionOfType(MissingArgumentException.class)
			.isThrownBy(() -> migrator.script(Direction.UPGRADE, ScriptRequest.to("head").forDialect("postgresql")));
		assertThatExceptionOfType(MissingArgumentException.class)
			.isThrownBy(() -> migrator.script(Direction.UPGRADE, ScriptRequest.to("b:head").forDialect("sqlite")));
		migrator.upgrade("a");
		assertThat(this.database.tables()).contains("t_a");
	}

	@Test
	void aPlaceholderThatIsNotDeclaredIsRefusedWithItsLine() throws IOException {
		write("a", "", TABLE.replace("VALUES (${first})", "VALUES\n(${frist})"));
		assertThatExceptionOfType(InvalidGraphException.class).isThrownBy(() -> migrator(Map.of()).upgrade("head"))
			.withMessageContaining("a.sql")
			.withMessageContaining("line 7 uses ${frist}, which the header does not declare")
			.withMessageContaining("declares table, first");
	}

	@Test
	void aFileThatDeclaresNoneIsTakenAsItIs() throws IOException {
		write("a", "", "-- upgrade\nCREATE TABLE t (name text DEFAULT '${table}');\nINSERT INTO t DEFAULT VALUES;\n");
		migrator(Map.of("table", "team")).upgrade("head");
		assertThat(this.database.query("SELECT name FROM t")).containsExactly("${table}");
	}

	@Test
	void aRevisionThatStoppedHalfWayDoesNotGoOnWithOtherValues() throws IOException {
		this.database = TestDatabase.create(Kind.H2);
		write("a", "", TABLE);
		assertThatExceptionOfType(RevisionFailedException.class)
			.isThrownBy(() -> migrator(Map.of("table", "team", "first", "nothing")).upgrade("head"));
		assertThatExceptionOfType(ChangedRevisionException.class)
			.isThrownBy(() -> migrator(Map.of("table", "crew", "first", "'a'")).upgrade("head"));
		migrator(Map.of("table", "team", "first", "'a'")).upgrade("head");
		assertThat(this.database.query("SELECT name FROM team")).containsExactly("a");
	}

	private void write(String id, String revises, String rest) throws IOException {
		Files.writeString(this.folder.resolve(id + ".sql"),
				"-- revision: " + id + "\n-- revises: " + revises + "\n" + rest);
	}

	private Migrator migrator(Map<String, String> arguments) {
		return MigratorBuilder.forDataSource(this.database.dataSource())
			.revisions(new LocationRevisionSource(List.of("filesystem:" + this.folder), getClass().getClassLoader(),
					MigrationFactory.withoutArguments()))
			.arguments(arguments)
			.build();
	}

}
