package dev.migration.runtime;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import dev.migration.autogenerate.ProposedChange;
import dev.migration.schema.TargetSchema;
import dev.migration.test.ConformanceCases;
import dev.migration.test.TestDatabase;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

/**
 * Our autogenerate against what Alembic reported, case by case, on real databases.
 */
class AutogenConformanceTests {

	private final Map<String, Integer> counts = new TreeMap<>();

	private final List<String> failures = new ArrayList<>();

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
		Set<AutogenRule> rules = "differs".equals(problem) ? AutogenRule.rulesFor(test, ours, expected) : Set.of();
		if (problem != null && rules.isEmpty()) {
			this.counts.merge("FAILED", 1, Integer::sum);
			this.failures.add(test.id() + " " + test.group() + " (" + test.anchor() + ") " + problem + "\n  expected "
					+ expected + "\n  ours " + ours);
			return;
		}
		this.counts.merge(rules.isEmpty() ? "held" : "by rule " + rules, 1, Integer::sum);
	}

	private static String problem(AutogenCase test, List<String> expected, List<String> ours) throws Exception {
		TestDatabase database = TestDatabase.create(test.database());
		database.execute(test.creation().toArray(String[]::new));
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
