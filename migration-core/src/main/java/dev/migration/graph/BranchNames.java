package dev.migration.graph;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Which branches a revision is on, by name: a branch label holds for all that comes after
 * the revision that gives it. Where that is a single line, it holds for what comes before
 * it, too, down to the next fork or merge.
 */
final class BranchNames {

	private final Map<Node, Set<String>> names = new HashMap<>();

	private final Set<String> all = new LinkedHashSet<>();

	BranchNames(Collection<Node> nodes) {
		for (Node node : nodes) {
			List<String> labels = node.header().branchLabels();
			if (!labels.isEmpty()) {
				this.all.addAll(labels);
				Set<Node> after = Walk.descendantsByParents(node);
				after.forEach((other) -> add(other, labels));
				if (after.stream().noneMatch(BranchNames::isForkOrMerge)) {
					addBelow(node, labels);
				}
			}
		}
	}

	private void addBelow(Node start, List<String> labels) {
		Node node = start;
		while (!node.parents().isEmpty()) {
			node = node.parents().get(0);
			if (isForkOrMerge(node)) {
				return;
			}
			add(node, labels);
		}
	}

	private static boolean isForkOrMerge(Node node) {
		return node.parents().size() > 1
				|| Stream.concat(node.children().stream(), node.dependents().stream()).distinct().count() > 1;
	}

	private void add(Node node, List<String> labels) {
		this.names.computeIfAbsent(node, (key) -> new TreeSet<>()).addAll(labels);
	}

	boolean isName(String name) {
		return this.all.contains(name);
	}

	Set<String> of(Node node) {
		return this.names.getOrDefault(node, Set.of());
	}

}
