package dev.migration.runtime;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import dev.migration.InvalidGraphException;
import dev.migration.IrreversibleRevisionException;
import dev.migration.Migrator;
import dev.migration.script.LocationRevisionSource;
import dev.migration.script.MigrationFactory;
import dev.migration.test.TestDatabase;
import dev.migration.test.TestDatabase.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * SQL files on a real database, where a slip of the pen could lose data.
 */
class SqlRevisionRunTests {

	@TempDir
	private Path folder;

	private final TestDatabase database = TestDatabase.create(Kind.SQLITE);

	@Test
	void aMistypedSectionRunsNothing() throws IOException {
		this.database.execute("CREATE TABLE team (id integer)", "INSERT INTO team VALUES (1)");
		write("a", "", "-- upgrade\nALTER TABLE team ADD COLUMN name text;\n-- downgrade:\nDROP TABLE team;\n");
		assertThatExceptionOfType(InvalidGraphException.class).isThrownBy(() -> migrator().upgrade("head"))
			.withMessageContaining("could be meant as a section");
		assertThat(this.database.query("SELECT id FROM team")).containsExactly("1");
		assertThat(this.database.tables()).containsExactly("team");
	}

	@Test
	void aWayBackForAnotherDatabaseIsNoneAndNothingAboveItIsTakenBack() throws IOException {
		write("a", "", "-- upgrade\nCREATE TABLE t_a (id integer);\n-- downgrade: postgresql\nDROP TABLE t_a;\n");
		write("b", "a", "-- upgrade\nCREATE TABLE t_b (id integer);\n-- downgrade\nDROP TABLE t_b;\n");
		Migrator migrator = migrator();
		migrator.upgrade("head");
		assertThatExceptionOfType(IrreversibleRevisionException.class).isThrownBy(() -> migrator.downgrade("base"));
		assertThat(this.database.tables()).contains("t_a", "t_b");
		assertThat(migrator.downgrade("-1").to()).containsExactly("a");
	}

	private void write(String id, String revises, String sections) throws IOException {
		Files.writeString(this.folder.resolve(id + ".sql"),
				"-- revision: " + id + "\n-- revises: " + revises + "\n" + sections);
	}

	private Migrator migrator() {
		return MigratorBuilder.forDataSource(this.database.dataSource())
			.revisions(new LocationRevisionSource(List.of("filesystem:" + this.folder), getClass().getClassLoader(),
					MigrationFactory.withoutArguments()))
			.build();
	}

}
