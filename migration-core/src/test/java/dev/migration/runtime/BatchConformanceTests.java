package dev.migration.runtime;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import dev.migration.MigrationException;
import dev.migration.test.ConformanceCases;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.jdbc.datasource.SingleConnectionDataSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

/**
 * Our batches against what Alembic did, case by case, through a migrator on a real file.
 */
class BatchConformanceTests {

	@TempDir
	private Path directory;

	private final Map<String, Integer> counts = new TreeMap<>();

	private final List<String> failures = new ArrayList<>();

	private int number;

	@Test
	void everyCaseHoldsOrIsJudgedByARule() throws Exception {
		ConformanceCases cases = ConformanceCases.of("batch");
		assumeThat(cases.isEmpty()).isFalse();
		cases.forEach((json) -> judge(new BatchCase(json)));
		this.counts.forEach((result, count) -> System.out.println("batch " + result + ": " + count));
		assertThat(this.failures).as(() -> this.failures.size() + " cases fail").isEmpty();
	}

	private void judge(BatchCase test) throws SQLException {
		Path file = this.directory.resolve("case" + this.number++ + ".db");
		try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file + "?synchronous=off")) {
			for (String sql : test.creation()) {
				execute(connection, sql);
			}
			execute(connection,
					"PRAGMA foreign_keys = " + (test.options().path("foreign_keys").asBoolean(false) ? "ON" : "OFF"));
			BatchState before = BatchState.read(connection, test.table());
			String error = run(test, connection, before);
			judge(test, before, BatchState.read(connection, test.table()), error);
		}
	}

	private static void execute(Connection connection, String sql) throws SQLException {
		try (Statement statement = connection.createStatement()) {
			statement.execute(sql);
		}
	}

	private static @Nullable String run(BatchCase test, Connection connection, BatchState before) {
		List<String> columns = before.list("columns").stream().map((column) -> (String) column.get("name")).toList();
		TestRevisions revisions = new TestRevisions().add("a", "",
				(op) -> op.batchAlterTable(test.table(), new BatchOperationsOfCase(test, columns)::apply), null);
		try {
			MigratorBuilder.forDataSource(new SingleConnectionDataSource(connection, true))
				.revisions(revisions)
				.namingConvention(BatchOperationsOfCase.names(test))
				.build()
				.upgrade("head");
			return null;
		}
		catch (MigrationException ex) {
			return ex.getDescription();
		}
	}

	private void judge(BatchCase test, BatchState before, BatchState after, @Nullable String error) {
		BatchComparison comparison = new BatchComparison(test, before, after);
		List<String> problems = new ArrayList<>();
		Map<String, String> differences = Map.of();
		if (error != null) {
			if (!before.equals(after)) {
				problems.add("the failure has changed the database");
			}
		}
		else {
			problems.addAll(comparison.losses());
			problems.addAll(comparison.missingChanges());
			differences = test.isExpectedToFail() ? Map.of() : comparison.differences();
		}
		boolean isHeld = test.isExpectedToFail() == (error != null) && differences.isEmpty();
		BatchRule rule = isHeld ? null : BatchRule.firstFor(test, error, differences);
		if (!problems.isEmpty() || (!isHeld && rule == null)) {
			this.counts.merge("FAILED", 1, Integer::sum);
			this.failures.add(test.describe() + "\n  problems " + problems + "\n  differences " + differences
					+ "\n  expected error " + test.expected().path("error") + "\n  error " + error);
			return;
		}
		this.counts.merge(isHeld ? "held" : rule.name(), 1, Integer::sum);
	}

}
