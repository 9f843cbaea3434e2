package dev.migration.graph;

import java.util.ArrayList;
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
 * Finds the revision that a target means when one goes down: also steps, counted from a
 * revision or from where the database is.
 */
final class DowngradeTargets {

	private final Collection<Node> all;

	private final Resolver resolver;

	private final boolean strict;

	/**
	 * Create new targets.
	 * @param all all revisions
	 * @param resolver what finds the identifiers
	 * @param strict whether it is an error to go further than there are revisions
	 */
	DowngradeTargets(Collection<Node> all, Resolver resolver, boolean strict) {
		this.all = all;
		this.resolver = resolver;
		this.strict = strict;
	}

	/**
	 * Find where a target leads.
	 * @param text the target
	 * @param rows where steps without a revision are counted from; asked only for those
	 * @return the revision and the branch
	 */
	Destination resolve(String text, Supplier<? extends Collection<Node>> rows) {
		Target target = Target.parse(text);
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
					"'" + target.text() + "' goes up, where one goes down",
					"Use 'migrate upgrade " + target.text() + "', or a negative number of steps.");
		}
		Node start = current(target, branch, rows.get());
		return new Destination(walk(target, branch).down(start, -target.steps()), (branch != null) ? branch : start);
	}

	private Node current(Target target, @Nullable Node branch, Collection<Node> rows) {
		List<Node> start = new ArrayList<>(rows);
		if (branch != null) {
			Set<Node> lineage = Walk.lineage(branch);
			start.retainAll(lineage);
			if (start.isEmpty()) {
				Set<Node> tips = Walk.branchTips(rows);
				tips.retainAll(lineage);
				start.addAll(tips);
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
				this.all, this.strict);
	}

	/**
	 * Where a downgrade goes.
	 *
	 * @param node the revision, {@code null} for base
	 * @param branch the branch to stay on where there are several
	 */
	record Destination(@Nullable Node node, @Nullable Node branch) {

		/**
		 * Return those of several revisions that lie on the branch.
		 * @param nodes the revisions
		 * @return those to take back; all if there is no branch, or nothing to choose
		 * @throws InvalidTargetException if none of them does
		 */
		Set<Node> onBranch(Collection<Node> nodes) {
			Set<Node> chosen = new LinkedHashSet<>(nodes);
			if (this.branch == null || chosen.size() < 2) {
				return chosen;
			}
			chosen.retainAll(Walk.ancestorsByParents(this.branch));
			if (chosen.isEmpty()) {
				throw new InvalidTargetException(Reason.NOT_DOWNGRADEABLE,
						"There is no way down to " + this.branch.id() + ": none of "
								+ nodes.stream().map(Node::id).collect(Collectors.joining(", ")) + " leads to it",
						"Choose a revision below the current ones, as 'migrate history' shows them.");
			}
			return chosen;
		}

	}

}
