package dev.migration.graph;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import dev.migration.Direction;
import dev.migration.InvalidTargetException;
import dev.migration.InvalidTargetException.Reason;
import dev.migration.MigrationPlan;
import dev.migration.MigrationStep;

/**
 * What a downgrade takes back: everything the database has that stands on what comes
 * after the target.
 */
final class DowngradePlanner {

	private final Collection<Node> all;

	private final Resolver resolver;

	DowngradePlanner(Collection<Node> all, Resolver resolver) {
		this.all = all;
		this.resolver = resolver;
	}

	MigrationPlan plan(String text, Collection<Node> rows) {
		Destination destination = destination(Target.parse(text), rows);
		Set<Node> dropped = Walk.descendants(roots(destination, rows));
		dropped.retainAll(Walk.ancestors(rows));
		if (dropped.isEmpty() && destination.node() != null && !rows.contains(destination.node())) {
			throw notDowngradeable(destination.node().id(), rows);
		}
		VersionRows versions = new VersionRows(rows);
		List<String> from = versions.rows();
		List<MigrationStep> steps = StepOrder.newestFirst(rows, dropped).stream().map(versions::downgrade).toList();
		return new MigrationPlan(Direction.DOWNGRADE, steps, from, versions.rows());
	}

	private Destination destination(Target target, Collection<Node> rows) {
		Node branch = (target.branch() != null) ? this.resolver.branch(target.branch()) : null;
		if (!target.isRelative()) {
			String symbol = (target.symbol() != null) ? target.symbol() : "";
			return new Destination(
					this.resolver.one((branch != null && symbol.equals("head")) ? target.text() : symbol), branch);
		}
		if (target.symbol() != null) {
			Node start = this.resolver.one((target.steps() > 0) ? target.symbol() : target.identifier());
			RelativeWalk walk = walk(target, branch);
			return new Destination(
					(target.steps() > 0) ? walk.up(start, target.steps()) : walk.down(start, -target.steps()), branch);
		}
		if (target.steps() > 0) {
			throw new InvalidTargetException(Reason.RELATIVE_OUT_OF_RANGE,
					"'" + target.text() + "' goes up, and a downgrade goes down",
					"Use 'migrate upgrade " + target.text() + "', or a negative number of steps.");
		}
		Node start = current(target, branch, rows);
		return new Destination(walk(target, branch).down(start, -target.steps()), (branch != null) ? branch : start);
	}

	private Node current(Target target, @Nullable Node branch, Collection<Node> rows) {
		List<Node> start = new ArrayList<>(rows);
		if (branch != null) {
			Set<Node> lineage = Walk.lineage(branch);
			start.retainAll(lineage);
			if (start.isEmpty()) {
				Set<Node> applied = new LinkedHashSet<>(Walk.ancestors(rows));
				applied.removeIf((node) -> node.children().stream().anyMatch(applied::contains));
				applied.retainAll(lineage);
				start.addAll(applied);
			}
			if (start.size() > 1) {
				throw new InvalidTargetException(Reason.AMBIGUOUS_CURRENT,
						"'" + target.text()
								+ "' counts from the current revision of the branch, and there are several: "
								+ start.stream().map(Node::id).collect(Collectors.joining(", ")),
						"Name the revision to go down to.");
			}
		}
		if (start.isEmpty()) {
			throw new InvalidTargetException(Reason.RELATIVE_OUT_OF_RANGE,
					"'" + target.text() + "' counts from the current revision, and there is none",
					"There is nothing to take back.");
		}
		return start.get(0);
	}

	private RelativeWalk walk(Target target, @Nullable Node branch) {
		return new RelativeWalk(target.text(), (branch != null) ? Walk.lineage(branch) : new HashSet<>(this.all),
				this.all);
	}

	private List<Node> roots(Destination destination, Collection<Node> rows) {
		Node node = destination.node();
		List<Node> roots = (node != null) ? node.children() : this.all.stream().filter(Node::isBase).toList();
		if (destination.branch() == null || roots.size() < 2) {
			return roots;
		}
		Set<Node> below = Walk.ancestorsByParents(destination.branch());
		List<Node> onBranch = roots.stream().filter(below::contains).toList();
		if (onBranch.isEmpty()) {
			throw notDowngradeable(destination.branch().id(), rows);
		}
		return onBranch;
	}

	private static InvalidTargetException notDowngradeable(String id, Collection<Node> rows) {
		String current = rows.isEmpty() ? "base" : rows.stream().map(Node::id).collect(Collectors.joining(", "));
		return new InvalidTargetException(Reason.NOT_DOWNGRADEABLE,
				"There is no way down to " + id + ": it is not below the current " + current,
				"Choose a revision below the current ones, as 'migrate history' shows them.");
	}

	/**
	 * Where a downgrade goes.
	 *
	 * @param node the revision, {@code null} for base
	 * @param branch the branch to stay on where there are several
	 */
	private record Destination(@Nullable Node node, @Nullable Node branch) {
	}

}
