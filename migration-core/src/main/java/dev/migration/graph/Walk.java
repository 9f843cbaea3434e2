package dev.migration.graph;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Closures over edges, without recursion: a chain can be longer than a stack.
 */
final class Walk {

	private static final Function<Node, Stream<Node>> DOWN = (node) -> node.parents().stream();

	private static final Function<Node, Stream<Node>> DOWN_AND_DEPENDENCIES = (node) -> Stream
		.concat(node.parents().stream(), node.dependencies().stream());

	private static final Function<Node, Stream<Node>> UP = (node) -> node.children().stream();

	private static final Function<Node, Stream<Node>> UP_AND_DEPENDENTS = (node) -> Stream
		.concat(node.children().stream(), node.dependents().stream());

	private Walk() {
	}

	/**
	 * Everything that must be applied for the nodes to be, with the nodes.
	 */
	static Set<Node> ancestors(Collection<Node> nodes) {
		return closure(nodes, DOWN_AND_DEPENDENCIES);
	}

	/**
	 * Everything that needs the nodes to be applied, with the nodes.
	 */
	static Set<Node> descendants(Collection<Node> nodes) {
		return closure(nodes, UP_AND_DEPENDENTS);
	}

	/**
	 * Everything on the branches of a node, by parents only.
	 */
	static Set<Node> lineage(Node node) {
		Set<Node> lineage = closure(List.of(node), DOWN);
		lineage.addAll(closure(List.of(node), UP));
		return lineage;
	}

	/**
	 * Everything on the branches of a node, by dependencies too.
	 */
	static Set<Node> lineageWithDependencies(Node node) {
		Set<Node> lineage = ancestors(List.of(node));
		lineage.addAll(descendants(List.of(node)));
		return lineage;
	}

	/**
	 * The nodes below a node by parents only, with the node.
	 */
	static Set<Node> ancestorsByParents(Node node) {
		return closure(List.of(node), DOWN);
	}

	/**
	 * The nodes above a node by parents only, with the node.
	 */
	static Set<Node> descendantsByParents(Node node) {
		return closure(List.of(node), UP);
	}

	/**
	 * The newest revision of each branch that version rows stand for: the rows, and what
	 * is only applied because a row depends on it.
	 */
	static Set<Node> branchTips(Collection<Node> rows) {
		Set<Node> applied = ancestors(rows);
		Set<Node> tips = new LinkedHashSet<>(applied);
		tips.removeIf((node) -> node.children().stream().anyMatch(applied::contains));
		return tips;
	}

	private static Set<Node> closure(Collection<Node> nodes, Function<Node, Stream<Node>> edges) {
		Set<Node> seen = new LinkedHashSet<>(nodes);
		Deque<Node> open = new ArrayDeque<>(seen);
		while (!open.isEmpty()) {
			edges.apply(open.remove()).filter(seen::add).forEach(open::add);
		}
		return seen;
	}

}
