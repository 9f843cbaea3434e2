package dev.migration.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.TimeUnit;

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
import dev.migration.runtime.MigratorBuilder;
import dev.migration.script.LocationRevisionSource;
import dev.migration.script.MigrationFactory;

/**
 * What a rebuild of a SQLite table costs beside the statements that somebody would write
 * by hand, without any check: create, {@code INSERT … SELECT}, drop, rename, commit.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 2)
@Measurement(iterations = 10)
public class RebuildBenchmark {

	private static final String COLUMNS = "(id INTEGER PRIMARY KEY, name varchar(80) NOT NULL, size integer, note text, "
			+ "at timestamp)";

	@Param("1000000")
	private int rows;

	private Path folder = Path.of("");

	@Setup
	public void fill() throws IOException, SQLException {
		this.folder = Files.createTempDirectory("migration-benchmark");
		try (Connection connection = connect("filled.db"); Statement statement = connection.createStatement()) {
			statement.execute("CREATE TABLE t " + COLUMNS);
			statement.execute("WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < " + this.rows
					+ ") INSERT INTO t SELECT i, 'name of ' || i, i % 1000, 'a note about ' || (i * 7), "
					+ "1700000000000 + i FROM n");
		}
	}

	@Setup(Level.Invocation)
	public void copy() throws IOException {
		Files.copy(this.folder.resolve("filled.db"), this.folder.resolve("test.db"),
				StandardCopyOption.REPLACE_EXISTING);
	}

	@TearDown
	public void deleteAll() throws IOException {
		FileSystemUtils.deleteRecursively(this.folder);
	}

	private Connection connect(String file) throws SQLException {
		return DriverManager.getConnection(url(file));
	}

	private String url(String file) {
		return "jdbc:sqlite:" + this.folder.resolve(file) + "?foreign_keys=on";
	}

	@Benchmark
	public void byHand() throws SQLException {
		try (Connection connection = connect("test.db"); Statement statement = connection.createStatement()) {
			statement.execute("BEGIN IMMEDIATE");
			statement.execute("CREATE TABLE copy " + COLUMNS.replace("size integer", "size integer DEFAULT 1"));
			statement.execute("INSERT INTO copy (id, name, size, note, at) SELECT id, name, size, note, at FROM t");
			statement.execute("DROP TABLE t");
			statement.execute("ALTER TABLE copy RENAME TO t");
			statement.execute("COMMIT");
		}
	}

	@Benchmark
	public MigrationResult byRevision() {
		return MigratorBuilder.forDataSource(new DriverManagerDataSource(url("test.db")))
			.revisions(new LocationRevisionSource(List.of("classpath:dev/migration/benchmark/rebuild"),
					RebuildBenchmark.class.getClassLoader(), MigrationFactory.withoutArguments()))
			.build()
			.upgrade("head");
	}

}
