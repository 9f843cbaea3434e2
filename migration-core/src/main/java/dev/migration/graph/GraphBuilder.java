package dev.migration.graph;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import dev.migration.InvalidGraphException;
import dev.migration.RevisionHeader;

/**
 * Links headers to a graph, and collects everything that is wrong with them.
 */
final class GraphBuilder {

	/** The width of the column of the version table. */
	private static final int LONGEST_ID = 32;

	private static final Pattern ILLEGAL = Pattern.compile("[@+:,\\-\\p{Cntrl}]|^\\s|\\s$");

	private final Map<String, Node> nodes = new LinkedHashMap<>();

	private final Map<String, Node> labels = new LinkedHashMap<>();

	private final List<String> problems = new ArrayList<>();

	private GraphBuilder() {
	}

	static RevisionGraph build(Collection<RevisionHeader> headers) {
		GraphBuilder builder = new GraphBuilder();
		headers.forEach(builder::addNode);
		builder.nodes.values().forEach(builder::addLabels);
		builder.nodes.values().forEach(builder::link);
		if (builder.problems.isEmpty()) {
			builder.findCycle();
		}
		if (!builder.problems.isEmpty()) {
			throw new InvalidGraphException(builder.problems);
		}
		return new RevisionGraph(builder.nodes, builder.labels);
	}

	private void addNode(RevisionHeader header) {
		checkName("id", header.id(), header);
		if (header.id().length() > LONGEST_ID) {
			this.problems.add("The id '" + header.id() + "' [" + header.location() + "] has more than " + LONGEST_ID
					+ " characters, which the version table cannot hold");
		}
		Node present = this.nodes.putIfAbsent(header.id(), new Node(header, this.nodes.size()));
		if (present != null) {
			this.problems.add("The id '" + header.id() + "' is used twice: by " + present.header().location()
					+ " and by " + header.location());
		}
	}

	private void checkName(String kind, String name, RevisionHeader header) {
		if (name.isEmpty() || ILLEGAL.matcher(name).find()) {
			this.problems.add("The " + kind + " '" + name + "' [" + header.location()
					+ "] must not be empty, begin or end with a space, or hold any of @ + - : ,");
		}
	}

	private void addLabels(Node node) {
		for (String label : new LinkedHashSet<>(node.header().branchLabels())) {
			checkName("branch label", label, node.header());
			Node other = this.nodes.getOrDefault(label, this.labels.get(label));
			if (other != null) {
				this.problems.add("The branch label '" + label + "' of " + describe(node) + " is already "
						+ (other.id().equals(label) ? "the id of " : "a label of ") + describe(other));
			}
			else {
				this.labels.put(label, node);
			}
		}
	}

	private void link(Node node) {
		for (String id : node.header().revises()) {
			Node parent = this.nodes.get(id);
			if (parent != null) {
				node.addParent(parent);
			}
			else {
				this.problems.add(describe(node) + " revises '" + id + "', which is not there");
			}
		}
		for (String name : node.header().dependsOn()) {
			Node dependency = this.nodes.getOrDefault(name, this.labels.get(name));
			if (dependency != null) {
				node.addDependency(dependency);
			}
			else {
				this.problems.add(describe(node) + " depends on '" + name + "', which is not there");
			}
		}
	}

	private static String describe(Node node) {
		return "revision " + node.header().describe() + " [" + node.header().location() + "]";
	}

	/**
	 * Take away what has nothing left below it, over and over (Kahn, 1962). What remains
	 * is in a cycle or above one.
	 */
	private void findCycle() {
		Map<Node, Integer> missing = new HashMap<>();
		Deque<Node> free = new ArrayDeque<>();
		for (Node node : this.nodes.values()) {
			int below = (int) below(node).count();
			missing.put(node, below);
			if (below == 0) {
				free.add(node);
			}
		}
		while (!free.isEmpty()) {
			Node node = free.remove();
			missing.remove(node);
			Stream.of(node.children(), node.dependents()).flatMap(List::stream).forEach((above) -> {
				if (missing.merge(above, -1, Integer::sum) == 0) {
					free.add(above);
				}
			});
		}
		Set<Node> reported = new LinkedHashSet<>();
		for (Node node : missing.keySet().stream().sorted((a, b) -> a.position() - b.position()).toList()) {
			List<Node> cycle = cycleBelow(node, missing.keySet());
			if (cycle.stream().noneMatch(reported::contains)) {
				this.problems.add("There is a cycle: " + Stream.concat(cycle.stream(), Stream.of(cycle.get(0)))
					.map(Node::id)
					.collect(Collectors.joining(" -> ")));
				reported.addAll(cycle);
			}
		}
	}

	private static Stream<Node> below(Node node) {
		return Stream.concat(node.parents().stream(), node.dependencies().stream());
	}

	/**
	 * Everything that remains has something that remains below it, so going down must
	 * come back to where it was.
	 */
	private static List<Node> cycleBelow(Node start, Set<Node> remaining) {
		Map<Node, Integer> seen = new HashMap<>();
		List<Node> path = new ArrayList<>();
		Node node = start;
		while (seen.putIfAbsent(node, path.size()) == null) {
			path.add(node);
			Node next = below(node).filter(remaining::contains).findFirst().orElse(null);
			node = requireNonNull(next);
		}
		return path.subList(seen.getOrDefault(node, 0), path.size());
	}

	private static Node requireNonNull(@Nullable Node node) {
		if (node == null) {
			throw new IllegalStateException("A remaining revision has nothing below it");
		}
		return node;
	}

}
