package dev.migration.graph;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
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
 * What an upgrade runs: everything the targets stand on and the database does not have.
 */
final class UpgradePlanner {

	private final Collection<Node> all;

	private final Resolver resolver;

	UpgradePlanner(Collection<Node> all, Resolver resolver) {
		this.all = all;
		this.resolver = resolver;
	}

	MigrationPlan plan(Collection<String> targets, Collection<Node> rows) {
		Set<Node> wanted = new LinkedHashSet<>();
		targets.forEach((target) -> wanted.addAll(resolve(target, rows)));
		requireNoOverlap(wanted, "requested revisions");
		requireNoOverlap(rows, "current revisions");
		Set<Node> missing = Walk.ancestors(wanted);
		missing.removeAll(Walk.ancestors(rows));
		List<Node> order = new ArrayList<>(StepOrder.newestFirst(wanted, missing));
		Collections.reverse(order);
		VersionRows versions = new VersionRows(rows);
		List<String> from = versions.rows();
		List<MigrationStep> steps = order.stream().map(versions::upgrade).toList();
		return new MigrationPlan(Direction.UPGRADE, steps, from, versions.rows());
	}

	private void requireNoOverlap(Collection<Node> nodes, String what) {
		if (nodes.size() < 2) {
			return;
		}
		for (Node node : nodes) {
			Set<Node> below = Walk.ancestors(List.of(node));
			List<Node> overlap = nodes.stream().filter((other) -> other != node && below.contains(other)).toList();
			if (!overlap.isEmpty()) {
				throw new InvalidTargetException(Reason.OVERLAPPING_REVISIONS,
						"Among the " + what + ", " + node.id() + " already contains "
								+ overlap.stream().map(Node::id).collect(Collectors.joining(", ")),
						"Name only the topmost ones; if it is the version table that holds both, set it with 'migrate stamp'.");
			}
		}
	}

	private Collection<Node> resolve(String text, Collection<Node> rows) {
		Target target = Target.parse(text);
		if (!target.isRelative()) {
			return this.resolver.all(target.text());
		}
		if (target.symbol() == null) {
			return List.of(aboveCurrent(target, rows));
		}
		if (target.steps() > 0) {
			Node start = this.resolver.one(target.symbol());
			return List.of(walk(target).up(start, target.steps()));
		}
		Node end = walk(target).down(this.resolver.one(target.identifier()), -target.steps());
		if (end == null) {
			throw new InvalidTargetException(Reason.RELATIVE_OUT_OF_RANGE,
					"'" + text + "' is below the base, where there is nothing to upgrade to",
					"Ask for fewer steps, or name the revision.");
		}
		return List.of(end);
	}

	private Node aboveCurrent(Target target, Collection<Node> rows) {
		if (target.steps() < 0) {
			throw new InvalidTargetException(Reason.RELATIVE_OUT_OF_RANGE,
					"'" + target.text() + "' goes down, and an upgrade goes up",
					"Use 'migrate downgrade " + target.text() + "', or a positive number of steps.");
		}
		Set<Node> start = new LinkedHashSet<>(rows);
		if (target.branch() != null) {
			Set<Node> lineage = Walk.lineage(this.resolver.branch(target.branch()));
			start.retainAll(lineage);
			if (start.isEmpty()) {
				Set<Node> applied = Walk.ancestors(rows);
				applied.retainAll(lineage);
				start.addAll(VersionRows.tips(applied));
			}
		}
		return walk(target).up(only(start, target), target.steps());
	}

	private @Nullable Node only(Set<Node> start, Target target) {
		if (start.size() > 1) {
			throw new InvalidTargetException(Reason.AMBIGUOUS_CURRENT,
					"'" + target.text() + "' counts from the current revision, and there are several: "
							+ start.stream().map(Node::id).collect(Collectors.joining(", ")),
					"Name the branch, as in label@" + target.text() + ", or use 'heads'.");
		}
		return start.isEmpty() ? null : start.iterator().next();
	}

	private RelativeWalk walk(Target target) {
		Set<Node> branch = (target.branch() != null) ? Walk.lineage(this.resolver.branch(target.branch()))
				: new HashSet<>(this.all);
		return new RelativeWalk(target.text(), branch, this.all);
	}

}
