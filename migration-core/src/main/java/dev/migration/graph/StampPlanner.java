package dev.migration.graph;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

import dev.migration.Direction;
import dev.migration.InvalidTargetException;
import dev.migration.InvalidTargetException.Reason;
import dev.migration.MigrationPlan;

/**
 * What a stamp does to the version rows: rows that lie above or below a destination make
 * place for it, and unrelated rows stay.
 */
final class StampPlanner {

	private static final Pattern RELATIVE = Pattern.compile("(.*@)?[+-]\\d+");

	private final Resolver resolver;

	StampPlanner(Resolver resolver) {
		this.resolver = resolver;
	}

	MigrationPlan plan(Collection<String> targets, Collection<Node> rows) {
		Set<Node> result = new LinkedHashSet<>(rows);
		Set<Node> added = new LinkedHashSet<>();
		for (String target : targets) {
			if (RELATIVE.matcher(target).matches()) {
				throw new InvalidTargetException(Reason.NO_SUCH_REVISION,
						"'" + target + "' names no revision to stamp: there is nothing to count from",
						"Name the revision, as 'migrate history' shows it.");
			}
			List<Node> destinations = this.resolver.all(target);
			if (destinations.isEmpty()) {
				result.removeIf((row) -> isOn(row, target) && !added.contains(row));
			}
			for (Node destination : destinations) {
				if (!result.contains(destination)) {
					Set<Node> related = Walk.lineageWithDependencies(destination);
					result.removeIf((row) -> related.contains(row) && !added.contains(row));
					result.add(destination);
				}
				added.add(destination);
			}
		}
		requireNoOverlap(added);
		return new MigrationPlan(Direction.STAMP, List.of(), ids(rows), ids(result));
	}

	private static void requireNoOverlap(Set<Node> destinations) {
		for (Node destination : destinations) {
			Set<Node> below = Walk.ancestors(List.of(destination));
			destinations.stream()
				.filter((other) -> other != destination && below.contains(other))
				.findFirst()
				.ifPresent((other) -> {
					throw new InvalidTargetException(Reason.OVERLAPPING_REVISIONS,
							"Both " + destination.id() + " and " + other.id()
									+ " are to be stamped, and the first contains the second",
							"Name only the topmost ones.");
				});
		}
	}

	private boolean isOn(Node row, String base) {
		int at = base.indexOf('@');
		return at <= 0 || Walk.lineageWithDependencies(this.resolver.branch(base.substring(0, at))).contains(row);
	}

	private static List<String> ids(Collection<Node> nodes) {
		TreeSet<String> ids = new TreeSet<>();
		nodes.forEach((node) -> ids.add(node.id()));
		return List.copyOf(ids);
	}

}
