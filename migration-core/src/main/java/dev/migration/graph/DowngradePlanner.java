package dev.migration.graph;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import dev.migration.Direction;
import dev.migration.InvalidTargetException;
import dev.migration.InvalidTargetException.Reason;
import dev.migration.MigrationPlan;
import dev.migration.MigrationStep;
import dev.migration.graph.DowngradeTargets.Destination;

/**
 * What a downgrade takes back: everything the database has that stands on what comes
 * after the target.
 */
final class DowngradePlanner {

	private final Collection<Node> all;

	private final DowngradeTargets targets;

	DowngradePlanner(Collection<Node> all, Resolver resolver) {
		this.all = all;
		this.targets = new DowngradeTargets(all, resolver, true);
	}

	MigrationPlan plan(String text, Collection<Node> rows) {
		Destination destination = this.targets.resolve(text, () -> rows);
		Node target = destination.node();
		Set<Node> dropped = Walk.descendants(destination
			.onBranch((target != null) ? target.children() : this.all.stream().filter(Node::isBase).toList()));
		dropped.retainAll(Walk.ancestors(rows));
		if (dropped.isEmpty() && target != null && !rows.contains(target)) {
			throw notDowngradeable(target.id(), rows);
		}
		VersionRows versions = new VersionRows(rows);
		List<String> from = versions.rows();
		List<MigrationStep> steps = StepOrder.newestFirst(rows, dropped).stream().map(versions::downgrade).toList();
		return new MigrationPlan(Direction.DOWNGRADE, steps, from, versions.rows());
	}

	private static InvalidTargetException notDowngradeable(String id, Collection<Node> rows) {
		String current = rows.isEmpty() ? "base" : rows.stream().map(Node::id).collect(Collectors.joining(", "));
		return new InvalidTargetException(Reason.NOT_DOWNGRADEABLE,
				"There is no way down to " + id + ": it is not below the current " + current,
				"Choose a revision below the current ones, as 'migrate history' shows them.");
	}

}
