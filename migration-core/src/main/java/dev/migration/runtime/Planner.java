package dev.migration.runtime;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import dev.migration.Direction;
import dev.migration.MigrationPlan;
import dev.migration.MigrationRequest;
import dev.migration.MigrationStep;
import dev.migration.RevisionHeader;
import dev.migration.StateConflictException;
import dev.migration.graph.RevisionGraph;

/**
 * Computes what a request means for version rows.
 */
final class Planner {

	private final Direction direction;

	private final MigrationRequest request;

	Planner(Direction direction, MigrationRequest request) {
		this.direction = direction;
		this.request = request;
	}

	/**
	 * Plan the request.
	 * @param revisions the revisions that the database is made of
	 * @param rows the version rows, sorted
	 * @param baseline the version rows that an upgrade sets first, if there are none
	 * @return the plan
	 * @throws StateConflictException if the request expects other rows
	 */
	MigrationPlan plan(KnownRevisions revisions, List<String> rows, List<String> baseline) {
		Set<String> expected = this.request.expectedCurrent();
		if (expected != null && !expected.equals(Set.copyOf(rows))) {
			throw new StateConflictException(expected, rows);
		}
		return switch (this.direction) {
			case UPGRADE -> baseline.isEmpty() ? upgrade(revisions, rows) : upgradeBehind(baseline, revisions, rows);
			case DOWNGRADE -> downgrade(revisions, rows);
			case STAMP -> stamp(revisions, rows);
		};
	}

	private MigrationPlan stamp(KnownRevisions revisions, List<String> rows) {
		if (!this.request.purge()) {
			return revisions.graph().planStamp(this.request.targets(), rows);
		}
		MigrationPlan plan = revisions.graph().planStamp(this.request.targets(), List.of());
		return new MigrationPlan(Direction.STAMP, List.of(), rows, plan.to());
	}

	private MigrationPlan upgradeBehind(List<String> baseline, KnownRevisions revisions, List<String> rows) {
		MigrationPlan plan = upgrade(revisions, baseline);
		return new MigrationPlan(Direction.UPGRADE, plan.steps(), rows, plan.to());
	}

	/**
	 * When the database is ahead, the targets are still those of the application: its
	 * head is not the head of the database.
	 */
	private MigrationPlan upgrade(KnownRevisions revisions, List<String> rows) {
		if (revisions.ahead().isEmpty()) {
			return revisions.graph().planUpgrade(this.request.targets(), rows);
		}
		RevisionGraph own = revisions.ownGraph();
		Set<String> applied = new TreeSet<>(revisions.graph().appliedBy(rows));
		applied.removeAll(revisions.ahead());
		MigrationPlan plan = own.planUpgrade(this.request.targets(), own.tips(applied));
		if (plan.steps().isEmpty()) {
			return new MigrationPlan(Direction.UPGRADE, List.of(), rows, rows);
		}
		List<String> missing = plan.steps().stream().map((step) -> step.revision().id()).toList();
		return revisions.graph().planUpgrade(own.tips(missing), rows);
	}

	private MigrationPlan downgrade(KnownRevisions revisions, List<String> rows) {
		String target = this.request.targets().get(0);
		if (target.equals("head") && !revisions.ahead().isEmpty()) {
			target = revisions.ownGraph().resolveOne(target).map(RevisionHeader::id).orElse("base");
		}
		MigrationPlan plan = revisions.graph().planDowngrade(target, rows);
		revisions.requireReversible(plan.steps());
		return plan;
	}

	/**
	 * Return the steps that are left after another process has done some of them.
	 * @param revisions the revisions that the database is made of
	 * @param remaining the steps that were left before
	 * @param rows the version rows now
	 * @return the steps that are left
	 * @throws StateConflictException if the other process went another way
	 */
	List<MigrationStep> catchUp(KnownRevisions revisions, List<MigrationStep> remaining, List<String> rows) {
		Set<String> applied = revisions.graph().appliedBy(rows);
		List<String> left = remaining.stream()
			.map((step) -> step.revision().id())
			.filter((id) -> applied.contains(id) == (this.direction == Direction.DOWNGRADE))
			.toList();
		return revisions.graph().planSteps(this.direction, left, rows).steps();
	}

}
