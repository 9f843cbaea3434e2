package dev.migration.runtime;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import dev.migration.Direction;
import dev.migration.InvalidGraphException;
import dev.migration.InvalidTargetException;
import dev.migration.InvalidTargetException.Reason;
import dev.migration.MigrationException;
import dev.migration.MigrationPlan;
import dev.migration.MigrationStep;
import dev.migration.NewRevision;
import dev.migration.RevisionHeader;
import dev.migration.RevisionPlace;
import dev.migration.dialect.sqlite.SqliteDialect;
import dev.migration.graph.RevisionGraph;
import dev.migration.graph.RevisionRange;
import dev.migration.test.ConformanceCases;
import dev.migration.schema.QualifiedName;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

/**
 * Our graph against what Alembic did, case by case, with the version rows in a real
 * table.
 */
class GraphConformanceTests {

	private final VersionTable table = new VersionTable(QualifiedName.of("migration_version"), new SqliteDialect());

	private final Map<String, Map<String, Integer>> counts = new TreeMap<>();

	private final List<String> failures = new ArrayList<>();

	@Test
	void everyCaseHoldsOrIsJudgedByARule() throws Exception {
		ConformanceCases cases = ConformanceCases.of("graphs");
		assumeThat(cases.isEmpty()).isFalse();
		try (Connection connection = DriverManager.getConnection("jdbc:sqlite::memory:")) {
			connection.createStatement().execute("CREATE TABLE migration_version (version_num varchar(32))");
			connection.setAutoCommit(false);
			cases.forEach((json) -> judge(new GraphCase(json), connection));
		}
		this.counts.forEach((command, results) -> System.out.println(command + " " + results));
		assertThat(this.failures).as(() -> this.failures.size() + " cases fail").isEmpty();
	}

	private void judge(GraphCase test, Connection connection) throws SQLException {
		GraphOutcome expected = GraphOutcome.expected(test);
		GraphOutcome actual = run(test, connection);
		if (expected.matches(actual, test)) {
			count(test, "held");
			return;
		}
		GraphRule rule = GraphRule.firstFor(test, expected, actual);
		count(test, (rule != null) ? rule.name() : "FAILED");
		if (rule == null) {
			this.failures.add(test.describe() + "\n  expected " + expected + "\n  actual   " + actual);
		}
	}

	private void count(GraphCase test, String result) {
		this.counts
			.computeIfAbsent(test.isOffline() ? test.command() + " --sql" : test.command(), (name) -> new TreeMap<>())
			.merge(result, 1, Integer::sum);
	}

	private GraphOutcome run(GraphCase test, Connection connection) throws SQLException {
		try {
			return run(test, test.graph(), connection);
		}
		catch (InvalidTargetException ex) {
			return GraphOutcome.error((ex.getReason() == Reason.INVALID_RANGE) ? "range-error"
					: ex.getReason().name().toLowerCase().replace('_', '-'));
		}
		catch (InvalidGraphException ex) {
			return GraphOutcome.error(String.join("; ", ex.getProblems()));
		}
		catch (MigrationException ex) {
			return GraphOutcome.error("version-row-mismatch");
		}
	}

	private GraphOutcome run(GraphCase test, RevisionGraph graph, Connection connection) throws SQLException {
		List<String> rows = test.rows();
		return switch (test.command()) {
			case "upgrade" -> test.isOffline() ? offline(test, graph)
					: apply(graph.planUpgrade(test.targets(), rows), rows, connection);
			case "downgrade" -> test.isOffline() ? offline(test, graph)
					: apply(graph.planDowngrade(targetsOr(test, "base").get(0), rows), rows, connection);
			case "stamp" -> test.isOffline() ? offline(test, graph)
					: apply(graph.planStamp(targetsOr(test, "base"), test.option("purge") ? List.of() : rows), rows,
							connection);
			case "steps" -> apply(steps(graph, test), rows, connection);
			case "resolve" -> GraphOutcome.of(resolve(test, graph));
			case "heads" -> GraphOutcome.of(ids(graph.heads()
				.stream()
				.filter((head) -> !test.option("resolve_dependencies") || !head.isEffectiveHead())
				.toList()));
			case "history" -> history(test, graph);
			case "branches" -> GraphOutcome.of(graph.branchPoints()
				.stream()
				.map((place) -> GraphOutcome.branch(place.id(), place.next()))
				.toList());
			case "current" -> current(test, graph);
			case "revision" -> draft(test, graph, test.hasOption("head") ? test.optionValues("head") : List.of("head"));
			case "merge" -> draft(test, graph, test.targets());
			case "iterate" -> GraphOutcome.of(graph.iterate(range(test)).stream().map(RevisionHeader::id).toList());
			default -> throw new IllegalStateException("No such command: " + test.command());
		};
	}

	private static List<String> targetsOr(GraphCase test, String otherwise) {
		return test.targets().isEmpty() ? List.of(otherwise) : test.targets();
	}

	private static List<String> ids(List<RevisionPlace> places) {
		return places.stream().map(RevisionPlace::id).toList();
	}

	private static GraphOutcome offline(GraphCase test, RevisionGraph graph) {
		if (test.option("purge")) {
			return GraphOutcome.error("other");
		}
		MigrationPlan plan = graph.planScript(Direction.valueOf(test.command().toUpperCase()), targetsOr(test, "base"));
		return new GraphOutcome(names(plan), plan.to(), null);
	}

	private static List<String> resolve(GraphCase test, RevisionGraph graph) {
		List<String> found = new ArrayList<>();
		for (String target : test.targets()) {
			if (test.option("single")) {
				graph.resolveOne(target).ifPresent((header) -> found.add(header.id()));
			}
			else {
				graph.resolve(target).forEach((header) -> found.add(header.id()));
			}
		}
		return found;
	}

	private static GraphOutcome history(GraphCase test, RevisionGraph graph) {
		List<String> found = ids(
				test.hasTarget() ? graph.history(test.targets().get(0), test.rows()) : graph.history());
		List<String> marked = test.option("indicate_current")
				? test.rows().stream().filter(found::contains).sorted().toList() : null;
		return new GraphOutcome(found, marked, null);
	}

	private static GraphOutcome current(GraphCase test, RevisionGraph graph) {
		List<String> tips = graph.branchTips(test.rows());
		if (test.option("check_heads") && !graph.appliedBy(test.rows()).containsAll(ids(graph.heads()))) {
			return GraphOutcome.error("not-at-head");
		}
		return GraphOutcome.of(tips);
	}

	private static GraphOutcome draft(GraphCase test, RevisionGraph graph, List<String> parents) {
		RevisionHeader header = graph.draft(
				new NewRevision(test.optionValues("rev_id").get(0), "", parents.isEmpty() ? List.of("base") : parents,
						test.option("splice"), test.optionValues("branch_label"), test.optionValues("depends_on")));
		List<RevisionHeader> headers = new ArrayList<>(graph.revisions());
		headers.add(header);
		return new GraphOutcome(GraphOutcome.created(header),
				ids(RevisionGraph.of(headers).heads()).stream().sorted().toList(), null);
	}

	private static RevisionRange range(GraphCase test) {
		return new RevisionRange(GraphCase.strings(test.json().path("upper")),
				GraphCase.strings(test.json().path("lower")),
				test.option("select_for_downgrade") ? Direction.DOWNGRADE : Direction.UPGRADE, test.option("inclusive"),
				test.option("implicit_base"), test.option("assert_relative_length", true));
	}

	private static MigrationPlan steps(RevisionGraph graph, GraphCase test) {
		List<String> ids = new ArrayList<>();
		test.json().get("steps").forEach((step) -> ids.add(step.get("revision").asString()));
		boolean up = test.json().get("steps").isEmpty()
				|| test.json().get("steps").get(0).get("direction").asString().equals("upgrade");
		return graph.planSteps(up ? Direction.UPGRADE : Direction.DOWNGRADE, ids, test.rows());
	}

	private GraphOutcome apply(MigrationPlan plan, List<String> rows, Connection connection) throws SQLException {
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
		return new GraphOutcome(names(plan), this.table.read(connection), null);
	}

	private static List<String> names(MigrationPlan plan) {
		return plan.steps().stream().map((step) -> step.direction() + " " + step.revision().id()).toList();
	}

}
