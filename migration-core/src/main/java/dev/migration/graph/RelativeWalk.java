package dev.migration.graph;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import dev.migration.InvalidTargetException;
import dev.migration.InvalidTargetException.Reason;

/**
 * Counts steps: up within a branch, and down along the parents. Below the bases, and
 * above the heads, stands {@code null}.
 */
final class RelativeWalk {

	private final String identifier;

	private final Set<Node> branch;

	private final Collection<Node> all;

	private final boolean strict;

	RelativeWalk(String identifier, Set<Node> branch, Collection<Node> all) {
		this(identifier, branch, all, true);
	}

	/**
	 * Create a new walk.
	 * @param identifier what was written, for errors
	 * @param branch where it may go up
	 * @param all all revisions
	 * @param strict whether it is an error when there are not so many steps; else the
	 * walk ends where they end
	 */
	RelativeWalk(String identifier, Set<Node> branch, Collection<Node> all, boolean strict) {
		this.identifier = identifier;
		this.branch = branch;
		this.all = all;
		this.strict = strict;
	}

	/**
	 * Go up.
	 * @param start where to begin, {@code null} for below the bases
	 * @param steps how many steps
	 * @return where it ends
	 */
	Node up(@Nullable Node start, int steps) {
		Node node = start;
		for (int step = 0; step < steps; step++) {
			List<Node> next = ((node != null) ? node.children().stream() : this.all.stream().filter(Node::isBase))
				.filter(this.branch::contains)
				.toList();
			if (next.isEmpty()) {
				if (this.strict || node == null) {
					throw outOfRange(step);
				}
				return node;
			}
			node = only(next);
		}
		if (node == null) {
			throw outOfRange(0);
		}
		return node;
	}

	/**
	 * Go down.
	 * @param start where to begin, {@code null} for above the heads
	 * @param steps how many steps
	 * @return where it ends, {@code null} for below a base
	 */
	@Nullable Node down(@Nullable Node start, int steps) {
		Node node = start;
		boolean belowBase = false;
		for (int step = 0; step < steps; step++) {
			if (belowBase) {
				if (this.strict) {
					throw outOfRange(step);
				}
				return null;
			}
			List<Node> next = (node != null) ? node.parents() : this.all.stream().filter(Node::isHead).toList();
			belowBase = next.isEmpty();
			node = belowBase ? null : only(next);
		}
		return node;
	}

	/**
	 * Go down as far as there are revisions.
	 * @param start where to begin
	 * @param steps how many steps
	 * @return where it ends, {@code null} if there are not so many
	 */
	@Nullable Node downOrNull(Node start, int steps) {
		Node node = start;
		for (int step = 0; step < steps; step++) {
			if (node.parents().isEmpty()) {
				return null;
			}
			node = only(node.parents());
		}
		return node;
	}

	private Node only(List<Node> next) {
		if (next.size() > 1) {
			throw new InvalidTargetException(Reason.AMBIGUOUS_WALK,
					"The steps of '" + this.identifier + "' fork at "
							+ next.stream().map(Node::id).collect(Collectors.joining(", ")),
					"Name the branch, as in label@" + this.identifier + ", or the revision itself.");
		}
		return next.get(0);
	}

	private InvalidTargetException outOfRange(int steps) {
		return new InvalidTargetException(Reason.RELATIVE_OUT_OF_RANGE,
				"'" + this.identifier + "' goes further than there are revisions: only " + steps
						+ ((steps == 1) ? " step" : " steps") + " that way",
				"Ask for fewer steps, or name the revision.");
	}

}
