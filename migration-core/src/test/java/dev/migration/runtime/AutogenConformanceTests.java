package dev.migration.runtime;

import java.sql.Connection;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import javax.sql.DataSource;

import dev.migration.autogenerate.ProposedChange;
import dev.migration.schema.TargetSchema;
import dev.migration.test.ConformanceCases;
import dev.migration.test.TestDatabase;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import org.springframework.jdbc.datasource.SingleConnectionDataSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

/**
 * Our autogenerate against what Alembic reported, case by case, on real databases.
 */
class AutogenConformanceTests {

	private static final String DROP_ALL = """
			DO $$ DECLARE name text; BEGIN
				FOR name IN SELECT nspname FROM pg_namespace
					WHERE nspname NOT LIKE 'pg\\_%' AND nspname <> 'information_schema'
				LOOP EXECUTE format('DROP SCHEMA %I CASCADE', name); END LOOP;
			END $$""";

	private final Map<String, Integer> counts = new TreeMap<>();

	private final List<String> failures = new ArrayList<>();

	private @Nullable TestDatabase postgresql;

	private AutogenFacts facts;

	@Test
	void everyCaseHoldsOrIsJudgedByARule() throws Exception {
		ConformanceCases cases = ConformanceCases.of("autogen");
		assumeThat(cases.isEmpty()).isFalse();
		cases.forEach((json) -> judge(new AutogenCase(json)));
		this.counts.forEach((result, count) -> System.out.println("autogenerate " + result + ": " + count));
		assertThat(this.failures).as(() -> this.failures.size() + " cases fail").isEmpty();
	}

	private void judge(AutogenCase test) {
		List<String> expected = AutogenOperations.ofCase(test.json().get("expect").get("ops"));
		List<String> ours = new ArrayList<>();
		String problem;
		try {
			problem = problem(test, expected, ours);
		}
		catch (Exception ex) {
			problem = "fails: " + ex;
		}
		Set<AutogenRule> rules = "differs".equals(problem) ? AutogenRule.rulesFor(test, this.facts, ours, expected)
				: Set.of();
		if (problem != null && rules.isEmpty()) {
			this.counts.merge("FAILED", 1, Integer::sum);
			this.failures.add(test.id() + " " + test.group() + " (" + test.anchor() + ") " + problem + "\n  expected "
					+ expected + "\n  ours " + ours);
			return;
		}
		this.counts.merge(rules.isEmpty() ? "held" : "by rule " + rules, 1, Integer::sum);
	}

	/**
	 * Return an empty database. To create one on a server takes longer than to judge a
	 * case.
	 */
	private TestDatabase database(AutogenCase test) {
		if (!test.isPostgresql()) {
			return TestDatabase.create(test.database());
		}
		if (this.postgresql == null) {
			this.postgresql = TestDatabase.create(test.database());
		}
		this.postgresql.execute(DROP_ALL, "CREATE SCHEMA public");
		return this.postgresql;
	}

	private String problem(AutogenCase test, List<String> expected, List<String> ours) throws Exception {
		TestDatabase database = database(test);
		try (Connection connection = database.connect()) {
			// A connection for each look takes more time than the looks.
			return problem(test, expected, ours, new SingleConnectionDataSource(connection, true));
		}
	}

	private String problem(AutogenCase test, List<String> expected, List<String> ours, DataSource database)
			throws Exception {
		try (Connection connection = database.getConnection(); Statement statement = connection.createStatement()) {
			for (String sql : test.creation()) {
				statement.execute(sql);
			}
			this.facts = AutogenFacts.read(test, connection);
		}
		AutogenRun run = new AutogenRun(database);
		TargetSchema target = test.target();
		Map<String, Object> before = run.inspect(target);
		List<ProposedChange> changes = run.compare(target);
		ours.addAll(AutogenOperations.of(changes));
		if (!changes.isEmpty()) {
			run.upgrade(changes);
			List<String> again = AutogenOperations.of(run.compare(target));
			if (!again.isEmpty()) {
				return "is not empty the second time: " + again;
			}
			run.downgrade();
			Map<String, Object> after = run.inspect(target);
			if (!after.equals(before)) {
				return "does not come back:\n  " + before + "\n  " + after;
			}
		}
		boolean isAsExpected = switch (test.anchor()) {
			case "noise" -> ours.isEmpty();
			case "miss" -> !ours.isEmpty();
			case "apply-error", "does-not-converge", "error" -> true;
			default -> ours.equals(expected);
		};
		return isAsExpected ? null : "differs";
	}

}
