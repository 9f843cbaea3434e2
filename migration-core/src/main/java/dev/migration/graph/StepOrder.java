package dev.migration.graph;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The order of the revisions of a plan, newest first. It is Alembic's: one branch is
 * followed as far as possible, and left only for one that must come first.
 *
 * @see <a href="https://alembic.sqlalchemy.org">Alembic, topological iteration of its
 * revision map</a>
 */
final class StepOrder {

	private final Set<Node> open;

	private final List<Node> current;

	private StepOrder(Collection<Node> heads, Set<Node> revisions) {
		this.open = new HashSet<>(revisions);
		this.current = new ArrayList<>(heads.stream()
			.filter(revisions::contains)
			.distinct()
			.sorted(Comparator.comparingInt(Node::position))
			.toList());
	}

	/**
	 * Order revisions.
	 * @param heads where to begin
	 * @param revisions the revisions, all of them at or below the heads
	 * @return the revisions, newest first
	 */
	static List<Node> newestFirst(Collection<Node> heads, Set<Node> revisions) {
		return new StepOrder(heads, revisions).order();
	}

	private List<Node> order() {
		List<Node> ordered = new ArrayList<>(this.open.size());
		int index = 0;
		while (!this.current.isEmpty()) {
			Node node = this.current.get(index);
			int above = indexOfOneAbove(index);
			if (above >= 0) {
				index = above;
				continue;
			}
			if (this.open.remove(node)) {
				ordered.add(node);
			}
			List<Node> next = below(node)
				.filter((parent) -> this.open.contains(parent) && !this.current.contains(parent))
				.toList();
			if (next.isEmpty()) {
				this.current.remove(index);
				index = Math.max(index - 1, 0);
			}
			else {
				this.current.set(index, next.get(0));
				this.current.addAll(next.subList(1, next.size()));
			}
		}
		return ordered;
	}

	/**
	 * Find the first of the other branches at hand that is still above this one. Only
	 * what is not ordered yet is searched.
	 */
	private int indexOfOneAbove(int index) {
		Node node = this.current.get(index);
		if (this.current.size() == 1 || above(node).noneMatch(this.open::contains)) {
			return -1;
		}
		Set<Node> seen = new HashSet<>(Set.of(node));
		Deque<Node> queue = new ArrayDeque<>(seen);
		while (!queue.isEmpty()) {
			above(queue.remove()).filter((candidate) -> this.open.contains(candidate) && seen.add(candidate))
				.forEach(queue::add);
		}
		for (int i = 0; i < this.current.size(); i++) {
			if (i != index && seen.contains(this.current.get(i))) {
				return i;
			}
		}
		return -1;
	}

	private static Stream<Node> above(Node node) {
		return Stream.concat(node.children().stream(), node.dependents().stream());
	}

	/**
	 * Parents first, then the dependencies that no ancestor has declared already.
	 */
	private static Stream<Node> below(Node node) {
		if (node.dependencies().isEmpty()) {
			return node.parents().stream();
		}
		Set<Node> below = new LinkedHashSet<>(node.parents());
		Set<Node> declared = new HashSet<>();
		Walk.ancestorsByParents(node)
			.stream()
			.filter((ancestor) -> ancestor != node)
			.forEach((ancestor) -> declared.addAll(ancestor.dependencies()));
		node.dependencies().stream().filter((dependency) -> !declared.contains(dependency)).forEach(below::add);
		return below.stream();
	}

}
