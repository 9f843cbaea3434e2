package dev.migration.runtime;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import java.util.zip.GZIPInputStream;

import dev.migration.Direction;
import dev.migration.InvalidGraphException;
import dev.migration.InvalidTargetException;
import dev.migration.MigrationException;
import dev.migration.MigrationPlan;
import dev.migration.MigrationStep;
import dev.migration.RevisionHeader;
import dev.migration.dialect.sqlite.SqliteDialect;
import dev.migration.graph.RevisionGraph;
import org.junit.jupiter.api.Test;
import org.springframework.util.StringUtils;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Our graph against what Alembic did, case by case, with the version rows in a real
 * table. Commands that do not exist yet are counted as such.
 */
class GraphConformanceTests {

	private static final Set<String> COMMANDS = Set.of("upgrade", "downgrade", "stamp", "resolve", "heads", "steps");

	private final VersionTable table = new VersionTable("migration_version", new SqliteDialect());

	private final Map<String, Map<String, Integer>> counts = new TreeMap<>();

	private final List<String> failures = new ArrayList<>();

	@Test
	void everyCaseHoldsOrIsJudgedByARule() throws Exception {
		try (Connection connection = DriverManager.getConnection("jdbc:sqlite::memory:")) {
			connection.createStatement().execute("CREATE TABLE migration_version (version_num varchar(32))");
			connection.setAutoCommit(false);
			for (Path file : files()) {
				JsonMapper json = new JsonMapper();
				try (BufferedReader reader = open(file)) {
					for (String line = reader.readLine(); line != null; line = reader.readLine()) {
						judge(json.readTree(line), connection);
					}
				}
			}
		}
		this.counts.forEach((command, results) -> System.out.println(command + " " + results));
		assertThat(this.failures).as(() -> this.failures.size() + " cases fail").isEmpty();
	}

	private static List<Path> files() throws Exception {
		String folder = System.getProperty("conformance.dir");
		Path root = StringUtils.hasText(folder) ? Path.of(folder)
				: Path.of(GraphConformanceTests.class.getResource("/conformance").toURI());
		try (Stream<Path> files = Files.list(root)) {
			return files.filter((file) -> file.getFileName().toString().matches("graphs.*\\.jsonl(\\.gz)?"))
				.sorted()
				.toList();
		}
	}

	private static BufferedReader open(Path file) throws IOException {
		InputStream in = Files.newInputStream(file);
		return new BufferedReader(new InputStreamReader(file.toString().endsWith(".gz") ? new GZIPInputStream(in) : in,
				StandardCharsets.UTF_8));
	}

	private void judge(JsonNode test, Connection connection) throws SQLException {
		String command = test.get("command").asString();
		if (!COMMANDS.contains(command)) {
			count(command, "command not there yet");
			return;
		}
		Outcome expected = Expected.of(test);
		Outcome actual = run(test, connection);
		if (expected.matches(actual, test)) {
			count(command, "held");
			return;
		}
		Rule rule = Rule.firstFor(test, expected, actual);
		count(command, (rule != null) ? rule.name() : "FAILED");
		if (rule == null) {
			this.failures.add(test.get("id").asString() + " " + command + " " + test.path("target") + " from "
					+ test.path("current") + " [" + test.path("source").asString() + "]\n  expected " + expected
					+ "\n  actual   " + actual);
		}
	}

	private void count(String command, String result) {
		this.counts.computeIfAbsent(command, (name) -> new TreeMap<>()).merge(result, 1, Integer::sum);
	}

	private Outcome run(JsonNode test, Connection connection) throws SQLException {
		try {
			List<RevisionHeader> headers = new ArrayList<>();
			test.get("revisions").forEach((revision) -> headers.add(header(revision)));
			RevisionGraph graph = RevisionGraph.of(headers);
			List<String> rows = strings(test.path("current"));
			List<String> targets = strings(test.path("target"));
			return switch (test.get("command").asString()) {
				case "heads" -> new Outcome(graph.heads()
					.stream()
					.map(RevisionHeader::id)
					.filter((id) -> !test.path("options").path("resolve_dependencies").asBoolean(false)
							|| graph.isEffectiveHead(id))
					.toList(), null, null);
				case "resolve" -> resolve(graph, targets, test.path("options").path("single").asBoolean(false));
				case "steps" -> apply(steps(graph, test), rows, connection);
				case "stamp" -> apply(
						graph.planStamp(targets.isEmpty() ? List.of("base") : targets,
								test.path("options").path("purge").asBoolean(false) ? List.of() : rows),
						rows, connection);
				case "upgrade" ->
					offline(test) ? Outcome.NOT_THERE_YET : apply(graph.planUpgrade(targets, rows), rows, connection);
				default -> offline(test) ? Outcome.NOT_THERE_YET : apply(
						graph.planDowngrade(targets.isEmpty() ? "base" : targets.get(0), rows), rows, connection);
			};
		}
		catch (InvalidTargetException ex) {
			return Outcome.error(ex.getReason().name().toLowerCase().replace('_', '-'));
		}
		catch (InvalidGraphException ex) {
			return Outcome.error(String.join("; ", ex.getProblems()));
		}
		catch (MigrationException ex) {
			return Outcome.error("version-row-mismatch");
		}
	}

	private static boolean offline(JsonNode test) {
		return test.path("options").path("sql").asBoolean(false);
	}

	private static Outcome resolve(RevisionGraph graph, List<String> targets, boolean single) {
		List<String> found = new ArrayList<>();
		if (single) {
			targets.forEach((target) -> graph.resolveOne(target).ifPresent((header) -> found.add(header.id())));
			return new Outcome(found, null, null);
		}
		targets.forEach((target) -> graph.resolve(target).forEach((header) -> found.add(header.id())));
		return new Outcome(found, null, null);
	}

	private static MigrationPlan steps(RevisionGraph graph, JsonNode test) {
		List<String> ids = new ArrayList<>();
		test.get("steps").forEach((step) -> ids.add(step.get("revision").asString()));
		boolean up = test.get("steps").isEmpty()
				|| test.get("steps").get(0).get("direction").asString().equals("upgrade");
		return graph.planSteps(up ? Direction.UPGRADE : Direction.DOWNGRADE, ids, strings(test.path("current")));
	}

	private Outcome apply(MigrationPlan plan, List<String> rows, Connection connection) throws SQLException {
		connection.createStatement().execute("DELETE FROM migration_version");
		this.table.replace(connection, List.of(), rows);
		for (MigrationStep step : plan.steps()) {
			this.table.replace(connection, step.removedVersions(), step.addedVersions());
		}
		if (plan.direction() == Direction.STAMP) {
			Set<String> removed = new HashSet<>(rows);
			plan.to().forEach(removed::remove);
			Set<String> added = new HashSet<>(plan.to());
			rows.forEach(added::remove);
			this.table.replace(connection, List.copyOf(removed), List.copyOf(added));
		}
		return new Outcome(plan.steps().stream().map((step) -> step.direction() + " " + step.revision().id()).toList(),
				this.table.read(connection), null);
	}

	private static RevisionHeader header(JsonNode revision) {
		return new RevisionHeader(revision.get("revision").asString(), strings(revision.get("down_revision")),
				strings(revision.get("depends_on")), strings(revision.get("branch_labels")), "", null,
				revision.get("revision").asString());
	}

	private static List<String> strings(JsonNode node) {
		if (node.isMissingNode() || node.isNull()) {
			return List.of();
		}
		if (!node.isArray()) {
			return List.of(node.asString());
		}
		return StreamSupport.stream(node.spliterator(), false).map(JsonNode::asString).toList();
	}

	/**
	 * What a command gave.
	 *
	 * @param result steps or revisions, or {@code null} if they do not matter
	 * @param versions the version rows, or {@code null} if they do not matter
	 * @param error the kind of error
	 */
	private record Outcome(List<String> result, List<String> versions, String error) {

		static final Outcome NOT_THERE_YET = error("offline ranges are not there yet");

		static Outcome error(String kind) {
			return new Outcome(List.of(), null, kind);
		}

		boolean matches(Outcome actual, JsonNode test) {
			if (this.error != null) {
				return actual.error != null && (this.error.equals(actual.error)
						|| GraphError.matches(this.error, actual.error) || this.error.equals("internal"));
			}
			if (actual.error != null || (this.versions != null && !this.versions.equals(actual.versions))) {
				return false;
			}
			if (this.result == null) {
				return true;
			}
			if (test.path("order").asString().equals("exact")) {
				return this.result.equals(actual.result);
			}
			return new HashSet<>(this.result).equals(new HashSet<>(actual.result)) && keepsOrder(actual.result, test);
		}

		private static boolean keepsOrder(List<String> result, JsonNode test) {
			List<String> ids = result.stream().map((step) -> step.substring(step.indexOf(' ') + 1)).toList();
			for (JsonNode pair : test.path("constraint").path("before")) {
				if (ids.indexOf(pair.get(0).asString()) > ids.indexOf(pair.get(1).asString())) {
					return false;
				}
			}
			return true;
		}

	}

	/**
	 * What a case asks for: what follows from the graph where Alembic is wrong.
	 */
	private static final class Expected {

		static Outcome of(JsonNode test) {
			JsonNode expect = test.has("ideal") ? test.get("ideal") : test.get("expect");
			if (expect.has("error")) {
				return Outcome.error(test.path("anchor_defect").asString("").equals("crash") && !test.has("ideal")
						? "internal" : expect.get("error").asString());
			}
			if (expect.has("revisions")) {
				return new Outcome(strings(expect.get("revisions")), null, null);
			}
			List<String> steps = expect.has("steps") ? new ArrayList<>() : null;
			expect.path("steps")
				.forEach((step) -> steps
					.add(step.path("direction").asString("") + " " + step.path("revision").asString("")));
			List<String> versions = expect.path("versions_after").isArray()
					? strings(expect.get("versions_after")).stream().sorted().toList() : null;
			return new Outcome(steps, versions, null);
		}

	}

	/**
	 * How the kinds of broken graph read in our one error.
	 */
	private enum GraphError {

		CYCLE("There is a cycle"), MISSING_REVISION("which is not there"), DUPLICATE_BRANCH_LABEL("is already"),
		ILLEGAL_REVISION_ID("must not be empty");

		private final String words;

		GraphError(String words) {
			this.words = words;
		}

		static boolean matches(String kind, String message) {
			for (GraphError error : values()) {
				if (error.name().toLowerCase().replace('_', '-').equals(kind)) {
					return message.contains(error.words);
				}
			}
			return false;
		}

	}

	/**
	 * What is different on purpose.
	 */
	private enum Rule {

		/** The same id twice is an error here; Alembic warns and the later file wins. */
		DUPLICATE_ID_IS_AN_ERROR {
			@Override
			boolean applies(JsonNode test, Outcome expected, Outcome actual) {
				return actual.error() != null && actual.error().contains("is used twice");
			}
		},

		/** A row that is no full id of a revision is an error, whatever is asked. */
		UNKNOWN_VERSION_ROW_IS_AN_ERROR {
			@Override
			boolean applies(JsonNode test, Outcome expected, Outcome actual) {
				Set<String> ids = new HashSet<>();
				test.get("revisions").forEach((revision) -> ids.add(revision.get("revision").asString()));
				return "no-such-revision".equals(actual.error()) && !ids.containsAll(strings(test.path("current")));
			}
		},

		/**
		 * From version rows that contain one another the steps are the same, but the rows
		 * that come out need not be as redundant as those that went in.
		 */
		OVERLAPPING_VERSION_ROWS {
			@Override
			boolean applies(JsonNode test, Outcome expected, Outcome actual) {
				if (actual.error() != null) {
					return false;
				}
				List<RevisionHeader> headers = new ArrayList<>();
				test.get("revisions").forEach((revision) -> headers.add(header(revision)));
				List<String> rows = strings(test.path("current"));
				RevisionGraph graph = RevisionGraph.of(headers);
				return graph.unknown(rows).isEmpty() && graph.tips(graph.appliedBy(rows)).size() < rows.size()
						&& actual.result().equals(expected.result());
			}
		},

		/**
		 * What is asked to be stamped is there afterwards, also where Alembic loses it or
		 * crashes.
		 */
		STAMP_SETS_WHAT_IS_ASKED {
			@Override
			boolean applies(JsonNode test, Outcome expected, Outcome actual) {
				return test.get("command").asString().equals("stamp") && actual.error() == null
						&& actual.versions().containsAll(strings(test.path("target")));
			}
		},

		/** A parent that is named twice is one parent. */
		REPEATED_PARENT_COUNTS_ONCE {
			@Override
			boolean applies(JsonNode test, Outcome expected, Outcome actual) {
				for (JsonNode revision : test.get("revisions")) {
					List<String> parents = strings(revision.get("down_revision"));
					if (new HashSet<>(parents).size() < parents.size()) {
						return true;
					}
				}
				return false;
			}
		},

		/** Base is no revision, so it is not in a list of revisions. */
		BASE_IS_NO_REVISION {
			@Override
			boolean applies(JsonNode test, Outcome expected, Outcome actual) {
				return expected.result() != null && expected.result().contains("base");
			}
		},

		/** An identifier that names nothing is an error. */
		NAMING_NOTHING_IS_AN_ERROR {
			@Override
			boolean applies(JsonNode test, Outcome expected, Outcome actual) {
				return test.get("command").asString().equals("resolve") && expected.error() == null
						&& expected.result().isEmpty() && "no-such-revision".equals(actual.error());
			}
		},

		/** The primary key of the version table keeps a row from being there twice. */
		DUPLICATE_VERSION_ROWS_CANNOT_BE {
			@Override
			boolean applies(JsonNode test, Outcome expected, Outcome actual) {
				List<String> rows = strings(test.path("current"));
				return new HashSet<>(rows).size() < rows.size();
			}
		},

		/**
		 * A branch that is not there, or not clear, is said as such, where Alembic says
		 * something else or looks away.
		 */
		WRONG_BRANCH_IS_SAID {
			@Override
			boolean applies(JsonNode test, Outcome expected, Outcome actual) {
				return strings(test.path("target")).stream().anyMatch((target) -> target.contains("@"))
						&& Set.of("no-such-branch", "ambiguous-id").contains(String.valueOf(actual.error()));
			}
		},

		/** Downgrading to the head of a branch means that branch, not all heads. */
		HEAD_OF_A_BRANCH_IS_ON_THE_BRANCH {
			@Override
			boolean applies(JsonNode test, Outcome expected, Outcome actual) {
				return test.get("command").asString().equals("downgrade") && "multiple-heads".equals(expected.error())
						&& strings(test.path("target")).get(0).endsWith("@head")
						&& (actual.error() == null || actual.error().equals("not-downgradeable"));
			}
		},

		/** An id with a dot can be counted from, as any other. */
		DOTTED_IDS_CAN_BE_COUNTED_FROM {
			@Override
			boolean applies(JsonNode test, Outcome expected, Outcome actual) {
				return "no-such-revision".equals(expected.error()) && strings(test.path("target")).stream()
					.anyMatch((target) -> target.matches(".*\\..*[+-]\\d+"));
			}
		},

		/** A stamp says what the database is, so it cannot be counted from the heads. */
		RELATIVE_STAMP_IS_REFUSED {
			@Override
			boolean applies(JsonNode test, Outcome expected, Outcome actual) {
				return test.get("command").asString().equals("stamp") && "no-such-revision".equals(actual.error())
						&& strings(test.path("target")).stream().anyMatch((target) -> target.matches("(.*@)?-\\d+"));
			}
		},

		/** What contains one another cannot be stamped together. */
		OVERLAPPING_STAMP_IS_REFUSED {
			@Override
			boolean applies(JsonNode test, Outcome expected, Outcome actual) {
				return test.get("command").asString().equals("stamp") && "overlapping-revisions".equals(actual.error());
			}
		},

		/** Offline ranges come with the offline output. */
		OFFLINE_IS_NOT_THERE_YET {
			@Override
			boolean applies(JsonNode test, Outcome expected, Outcome actual) {
				return offline(test);
			}
		};

		abstract boolean applies(JsonNode test, Outcome expected, Outcome actual);

		static Rule firstFor(JsonNode test, Outcome expected, Outcome actual) {
			for (Rule rule : values()) {
				if (rule.applies(test, expected, actual)) {
					return rule;
				}
			}
			return null;
		}

	}

}
