package dev.migration.graph;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Set;

import dev.migration.Direction;
import dev.migration.MigrationPlan;
import dev.migration.MigrationStep;

/**
 * What an upgrade runs: everything the targets stand on and the database does not have.
 */
final class UpgradePlanner {

	private final UpgradeTargets targets;

	UpgradePlanner(Collection<Node> all, Resolver resolver) {
		this.targets = new UpgradeTargets(all, resolver, true);
	}

	MigrationPlan plan(Collection<String> requested, Collection<Node> rows) {
		Set<Node> wanted = this.targets.resolve(requested, () -> rows);
		UpgradeTargets.requireNoOverlap(rows, "current revisions");
		Set<Node> missing = Walk.ancestors(wanted);
		missing.removeAll(Walk.ancestors(rows));
		List<Node> order = new ArrayList<>(StepOrder.newestFirst(wanted, missing));
		Collections.reverse(order);
		VersionRows versions = new VersionRows(rows);
		List<String> from = versions.rows();
		List<MigrationStep> steps = order.stream().map(versions::upgrade).toList();
		return new MigrationPlan(Direction.UPGRADE, steps, from, versions.rows());
	}

}
