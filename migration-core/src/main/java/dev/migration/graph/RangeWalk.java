package dev.migration.graph;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

import dev.migration.Direction;
import dev.migration.InvalidTargetException;
import dev.migration.InvalidTargetException.Reason;
import dev.migration.graph.DowngradeTargets.Destination;

/**
 * Finds the revisions between two ends, as Alembic's iteration over its revision map
 * does.
 *
 * @see <a href="https://alembic.sqlalchemy.org/en/latest/api/script.html">Alembic,
 * ScriptDirectory.iterate_revisions</a>
 */
final class RangeWalk {

	private static final Pattern STEPS_DOWN = Pattern.compile("(?:(.+)@)?-(\\d{1,9})");

	private final Collection<Node> all;

	private final Resolver resolver;

	private final BranchNames branches;

	RangeWalk(Collection<Node> all, Resolver resolver, BranchNames branches) {
		this.all = all;
		this.resolver = resolver;
		this.branches = branches;
	}

	List<Node> newestFirst(RevisionRange range) {
		Set<Node> found = (range.selection() == Direction.DOWNGRADE) ? takenBack(range) : leadingUp(range);
		return StepOrder.newestFirst(VersionRows.tips(found), found);
	}

	private Set<Node> leadingUp(RevisionRange range) {
		Set<Node> upper = new UpgradeTargets(this.all, this.resolver, range.strict()).resolve(range.upper(),
				() -> named(range.lower()));
		String onlyLower = (range.lower().size() == 1) ? range.lower().get(0) : "";
		if (onlyLower.indexOf('@') > 0) {
			String branch = onlyLower.substring(0, onlyLower.indexOf('@'));
			upper.removeIf((node) -> !isOnBranch(node, branch));
		}
		Set<Node> found = Walk.ancestors(upper);
		Set<Node> lower = STEPS_DOWN.matcher(onlyLower).matches() ? stepsDown(onlyLower, range, upper, found)
				: named(range.lower());
		boolean oneLine = found.containsAll(lower);
		if (!range.everyBranch() && !oneLine) {
			throw notOneLine(range);
		}
		UpgradeTargets.requireNoOverlap(lower, "lower ends");
		if (range.inclusive() && !oneLine) {
			throw notOneLine(range);
		}
		found.removeAll(Walk.ancestors(lower));
		if (range.inclusive()) {
			found.addAll(lower);
		}
		if (!lower.isEmpty() && !range.everyBranch()) {
			Set<Node> above = new LinkedHashSet<>();
			lower.forEach((node) -> above.addAll(Walk.descendantsByParents(node)));
			found.retainAll(above);
		}
		return found;
	}

	private Set<Node> named(Collection<String> identifiers) {
		Set<Node> found = new LinkedHashSet<>();
		identifiers.forEach((identifier) -> found.addAll(this.resolver.all(identifier)));
		return found;
	}

	/**
	 * A lower end such as {@code -2} counts from each head. Where there are not so many
	 * revisions below the first one, it counts from the upper end.
	 */
	private Set<Node> stepsDown(String text, RevisionRange range, Set<Node> upper, Set<Node> leadingUp) {
		List<Optional<Node>> ends = this.resolver.belowHeads(text);
		Set<Node> found = new LinkedHashSet<>();
		ends.forEach((end) -> end.ifPresent(found::add));
		if (!ends.isEmpty() && ends.get(0).isPresent()) {
			if (ends.stream().anyMatch(Optional::isEmpty)) {
				throw notOneLine(range);
			}
			return found;
		}
		if (!leadingUp.containsAll(found)) {
			throw notOneLine(range);
		}
		if (upper.isEmpty()) {
			return found;
		}
		Node node = new DowngradeTargets(this.all, this.resolver, range.strict()).resolve(text, () -> upper).node();
		return (node != null) ? new LinkedHashSet<>(Set.of(node)) : new LinkedHashSet<>();
	}

	/**
	 * A revision in front of the {@code @} stands for its branch: the named one, if it is
	 * on one alone, else its line.
	 */
	private boolean isOnBranch(Node node, String branch) {
		Node revision = this.resolver.branch(branch);
		Set<String> names = this.branches.isName(branch) ? Set.of(branch) : this.branches.of(revision);
		return (names.size() == 1) ? this.branches.of(node).containsAll(names) : Walk.lineage(revision).contains(node);
	}

	private Set<Node> takenBack(RevisionRange range) {
		Destination destination = range.lower().isEmpty() ? new Destination(null, null)
				: new DowngradeTargets(this.all, this.resolver, range.strict()).resolve(range.lower().get(0),
						() -> named(range.upper()));
		Set<Node> roots = roots(destination, range.inclusive());
		Set<Node> upper = named(range.upper());
		Set<Node> active = Walk.ancestors(upper);
		Set<Node> found = Walk.descendants(roots);
		found.retainAll(active);
		if (range.everyBranch()) {
			Set<Node> others = new LinkedHashSet<>(active);
			others.removeAll(Walk.ancestors(roots));
			found.addAll(others);
		}
		if (found.isEmpty() && destination.node() != null && !upper.contains(destination.node())) {
			throw notOneLine(range);
		}
		return found;
	}

	private Set<Node> roots(Destination destination, boolean inclusive) {
		Node node = destination.node();
		if (node == null) {
			return destination.onBranch(this.all.stream().filter(Node::isBase).toList());
		}
		return destination.onBranch(inclusive ? List.of(node) : node.children());
	}

	private static InvalidTargetException notOneLine(RevisionRange range) {
		return new InvalidTargetException(Reason.INVALID_RANGE,
				"'" + String.join(", ", range.lower()) + ":" + String.join(", ", range.upper())
						+ "' is no range: its first end is not below its second",
				"Write the older revision first, and choose two of the same branch, as 'migrate history' shows them.");
	}

}
