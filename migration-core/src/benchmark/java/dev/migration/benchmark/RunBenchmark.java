package dev.migration.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

import javax.sql.DataSource;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.util.FileSystemUtils;

import dev.migration.MigrationResult;
import dev.migration.Migrator;
import dev.migration.runtime.MigratorBuilder;
import dev.migration.script.LocationRevisionSource;
import dev.migration.script.MigrationFactory;

/**
 * What a run on a SQLite file costs, by the number of revisions that there are. Each is
 * an SQL file that creates a table of five columns.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 5)
@Measurement(iterations = 15)
public class RunBenchmark {

	@Param({ "100", "1000", "10000" })
	private int revisions;

	private Path folder = Path.of("");

	private Path scratch = Path.of("");

	private Migrator applied = migrator(Path.of("none.db"));

	private Migrator empty = this.applied;

	@Setup
	public void write() throws IOException {
		this.folder = Files.createTempDirectory("migration-benchmark");
		for (int i = 0; i < this.revisions; i++) {
			Files.writeString(this.folder.resolve("r%05d.sql".formatted(i)), """
					-- revision: r%05d
					-- revises: %s

					-- upgrade
					CREATE TABLE t%d (id integer PRIMARY KEY, a text NOT NULL, b integer, c timestamp, d boolean);

					-- downgrade
					DROP TABLE t%d;
					""".formatted(i, (i == 0) ? "" : "r%05d".formatted(i - 1), i, i));
		}
		this.applied = migrator(this.folder.resolve("applied.db"));
		this.applied.upgrade("head");
	}

	@Setup(Level.Invocation)
	public void newDatabase() throws IOException {
		this.scratch = Files.createTempFile(this.folder, "scratch", ".db");
		this.empty = migrator(this.scratch);
	}

	@TearDown(Level.Invocation)
	public void deleteDatabase() throws IOException {
		Files.deleteIfExists(this.scratch);
	}

	@TearDown
	public void deleteAll() throws IOException {
		FileSystemUtils.deleteRecursively(this.folder);
	}

	private Migrator migrator(Path file) {
		DataSource dataSource = new DriverManagerDataSource("jdbc:sqlite:" + file);
		return MigratorBuilder.forDataSource(dataSource)
			.revisions(new LocationRevisionSource(List.of("filesystem:" + this.folder),
					RunBenchmark.class.getClassLoader(), MigrationFactory.withoutArguments()))
			.build();
	}

	/**
	 * Nothing is pending, and the revisions have been read before.
	 */
	@Benchmark
	public MigrationResult nothingToDo() {
		return this.applied.upgrade("head");
	}

	/**
	 * Nothing is pending, and the revisions are read first, as at a start.
	 */
	@Benchmark
	public MigrationResult nothingToDoAtAStart() {
		return migrator(this.folder.resolve("applied.db")).upgrade("head");
	}

	/**
	 * A hundred revisions are applied, whatever the number that there are.
	 */
	@Benchmark
	public MigrationResult applyAHundred() {
		return this.empty.upgrade("+100");
	}

}
