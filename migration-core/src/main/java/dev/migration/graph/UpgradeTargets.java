package dev.migration.graph;

import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import dev.migration.InvalidTargetException;
import dev.migration.InvalidTargetException.Reason;

/**
 * Finds the revisions that a target means when one goes up: also steps, counted from a
 * revision or from where the database is.
 */
final class UpgradeTargets {

	private final Collection<Node> all;

	private final Resolver resolver;

	private final boolean strict;

	/**
	 * Create new targets.
	 * @param all all revisions
	 * @param resolver what finds the identifiers
	 * @param strict whether it is an error to go further than there are revisions
	 */
	UpgradeTargets(Collection<Node> all, Resolver resolver, boolean strict) {
		this.all = all;
		this.resolver = resolver;
		this.strict = strict;
	}

	/**
	 * Find the revisions of several targets.
	 * @param targets the targets
	 * @param rows where steps without a revision are counted from; asked only for those
	 * @return the revisions
	 * @throws InvalidTargetException also if one of them contains another
	 */
	Set<Node> resolve(Collection<String> targets, Supplier<? extends Collection<Node>> rows) {
		Set<Node> found = new LinkedHashSet<>();
		targets.forEach((target) -> found.addAll(resolve(target, rows)));
		requireNoOverlap(found, "requested revisions");
		return found;
	}

	static void requireNoOverlap(Collection<Node> nodes, String what) {
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

	private Collection<Node> resolve(String text, Supplier<? extends Collection<Node>> rows) {
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
					"'" + text + "' is below the base, where there is nothing to go up to",
					"Ask for fewer steps, or name the revision.");
		}
		return List.of(end);
	}

	private Node aboveCurrent(Target target, Supplier<? extends Collection<Node>> current) {
		if (target.steps() < 0) {
			throw new InvalidTargetException(Reason.RELATIVE_OUT_OF_RANGE,
					"'" + target.text() + "' goes down, where one goes up",
					"Use 'migrate downgrade " + target.text() + "', or a positive number of steps.");
		}
		Collection<Node> rows = current.get();
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
		return new RelativeWalk(target.text(), branch, this.all, this.strict);
	}

}
