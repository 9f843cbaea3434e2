package dev.migration.runtime;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

import dev.migration.autogenerate.ProposedChange;
import dev.migration.schema.TargetSchema;
import dev.migration.test.TestDatabase;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.util.StringUtils;

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
		List<Path> files = files();
		assumeThat(files).isNotEmpty();
		JsonMapper json = new JsonMapper();
		String only = System.getProperty("conformance.case");
		for (Path file : files) {
			try (BufferedReader reader = open(file)) {
				for (String line = reader.readLine(); line != null; line = reader.readLine()) {
					AutogenCase test = new AutogenCase(json.readTree(line));
					if (only == null || test.id().matches(only)) {
						judge(test);
					}
				}
			}
		}
		this.counts.forEach((result, count) -> System.out.println("autogenerate " + result + ": " + count));
		assertThat(this.failures).as(() -> this.failures.size() + " cases fail").isEmpty();
	}

	private static List<Path> files() throws Exception {
		String folder = System.getProperty("conformance.dir");
		Path root = StringUtils.hasText(folder) ? Path.of(folder)
				: Path.of(AutogenConformanceTests.class.getResource("/conformance").toURI());
		try (Stream<Path> files = Files.list(root)) {
			return files.filter((file) -> file.getFileName().toString().matches("autogen.*\\.jsonl(\\.gz)?"))
				.sorted()
				.toList();
		}
	}

	private static BufferedReader open(Path file) throws IOException {
		InputStream in = Files.newInputStream(file);
		return new BufferedReader(new InputStreamReader(file.toString().endsWith(".gz") ? new GZIPInputStream(in) : in,
				StandardCharsets.UTF_8));
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
