package dev.migration.graph;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import dev.migration.InvalidTargetException;
import dev.migration.InvalidTargetException.Reason;

/**
 * Finds the revisions that an identifier names: {@code [label@]symbol}, where the symbol
 * is {@code head}, {@code heads}, {@code base}, an id, a branch label, or a unique prefix
 * of one. In front of the {@code @} stands a label or a revision; both mean its branch.
 */
final class Resolver {

	/** What is no longer than this is never found by a prefix. */
	private static final int SHORTEST_PREFIXED = 4;

	private static final int SHOWN_CANDIDATES = 5;

	private final Map<String, Node> nodes;

	private final Map<String, Node> labels;

	Resolver(Map<String, Node> nodes, Map<String, Node> labels) {
		this.nodes = nodes;
		this.labels = labels;
	}

	/**
	 * Find all revisions that an identifier names.
	 * @param identifier the identifier
	 * @return the revisions; none for {@code base}
	 */
	List<Node> all(String identifier) {
		int at = identifier.indexOf('@');
		String symbol = identifier.substring(at + 1);
		Node branch = (at > 0) ? branch(identifier.substring(0, at)) : null;
		if (symbol.isEmpty()) {
			throw new InvalidTargetException(Reason.MALFORMED, "'" + identifier + "' names no revision",
					"Name one, such as head, base, an id, or label@head.");
		}
		if (symbol.matches("-\\d{1,9}")) {
			List<Node> found = belowHeads(identifier).stream().flatMap(Optional::stream).distinct().toList();
			if (found.isEmpty()) {
				throw noSuchRevision(identifier);
			}
			return found;
		}
		return switch (symbol) {
			case "heads" ->
				(branch != null) ? headsOf(branch) : this.nodes.values().stream().filter(Node::isRealHead).toList();
			case "head" -> single(identifier, headsOf(branch));
			case "base" -> List.of();
			default -> List.of(byName(symbol, branch, identifier));
		};
	}

	/**
	 * Find the one revision that an identifier names.
	 * @param identifier the identifier
	 * @return the revision, or {@code null} for {@code base}
	 */
	@Nullable Node one(String identifier) {
		if (identifier.substring(identifier.indexOf('@') + 1).matches("-\\d{1,9}")) {
			throw noSuchRevision(identifier);
		}
		List<Node> found = single(identifier, all(identifier));
		return found.isEmpty() ? null : found.get(0);
	}

	private InvalidTargetException noSuchRevision(String name) {
		return new InvalidTargetException(Reason.NO_SUCH_REVISION,
				"There is no revision '" + name + "'" + nearRevision(name),
				"Run 'migrate history' to see all revisions.");
	}

	private List<Node> single(String identifier, List<Node> heads) {
		if (heads.size() > 1) {
			String names = heads.stream().map(Node::id).collect(Collectors.joining(", "));
			throw new InvalidTargetException(Reason.MULTIPLE_HEADS,
					"'" + identifier + "' means one revision, and there are " + heads.size() + " heads: " + names,
					"Name one of them, use 'heads' for all, or join them with 'migrate merge heads'.");
		}
		return heads;
	}

	List<Node> headsOf(@Nullable Node branch) {
		List<Node> heads = this.nodes.values().stream().filter(Node::isHead).toList();
		if (branch == null) {
			return heads;
		}
		Set<Node> lineage = Walk.lineage(branch);
		return heads.stream().filter(lineage::contains).toList();
	}

	/**
	 * Count down from each head.
	 * @param identifier {@code -2}, or {@code label@-2} for the heads of a branch
	 * @return where each count ends; nothing where there are not so many revisions
	 */
	List<Optional<Node>> belowHeads(String identifier) {
		int at = identifier.indexOf('@');
		int steps = Integer.parseInt(identifier.substring(at + 2));
		Set<Node> lineage = (at > 0) ? Walk.lineage(branch(identifier.substring(0, at)))
				: Set.copyOf(this.nodes.values());
		RelativeWalk walk = new RelativeWalk(identifier, lineage, this.nodes.values());
		return this.nodes.values()
			.stream()
			.filter((node) -> node.isRealHead() && lineage.contains(node))
			.map((head) -> Optional.ofNullable(walk.downOrNull(head, steps)))
			.toList();
	}

	/**
	 * Find the branch that stands in front of an {@code @}.
	 * @param name a label, an id or a prefix
	 * @return the revision whose branch it is
	 */
	Node branch(String name) {
		Node exact = name.equals("head") ? one(name) : exact(name);
		if (exact != null) {
			return exact;
		}
		Set<Node> candidates = byPrefix(name);
		if (candidates.isEmpty()) {
			throw new InvalidTargetException(Reason.NO_SUCH_BRANCH,
					"There is no branch '" + name + "'" + nearBranch(name),
					this.labels.isEmpty() ? "No revision has a branch label; name a revision instead."
							: "The branch labels are " + String.join(", ", this.labels.keySet()) + ".");
		}
		return onlyOne(name, candidates);
	}

	private Node byName(String name, @Nullable Node branch, String identifier) {
		Set<Node> lineage = (branch != null) ? Walk.lineage(branch) : null;
		Node exact = exact(name);
		if (exact == null) {
			return onlyOne(name, candidates(name, lineage, identifier));
		}
		if (lineage != null && !lineage.contains(exact)) {
			throw new InvalidTargetException(Reason.NOT_IN_BRANCH,
					"Revision " + exact.header().describe() + " is not on the branch '" + branchOf(identifier) + "'",
					"Name it without the branch, or name one that is on it.");
		}
		return exact;
	}

	private Set<Node> candidates(String prefix, @Nullable Set<Node> lineage, String identifier) {
		Set<Node> candidates = byPrefix(prefix);
		if (candidates.isEmpty()) {
			throw noSuchRevision(prefix);
		}
		if (lineage == null) {
			return candidates;
		}
		Set<Node> onBranch = new LinkedHashSet<>(candidates);
		onBranch.retainAll(lineage);
		if (onBranch.isEmpty()) {
			throw new InvalidTargetException(Reason.NO_SUCH_REVISION,
					"There is no revision '" + prefix + "' on the branch '" + branchOf(identifier) + "', only "
							+ list(candidates.stream().map(Node::id).toList()) + " elsewhere",
					"Name it without the branch, or name one that is on it.");
		}
		return onBranch;
	}

	private static String branchOf(String identifier) {
		return identifier.substring(0, identifier.indexOf('@'));
	}

	private Node onlyOne(String name, Set<Node> candidates) {
		if (candidates.size() > 1) {
			throw new InvalidTargetException(Reason.AMBIGUOUS_ID,
					"'" + name + "' is ambiguous: " + list(candidates.stream().map(Node::id).toList()),
					"Write more of the id.");
		}
		return candidates.iterator().next();
	}

	boolean isLabel(String name) {
		return this.labels.containsKey(name);
	}

	private @Nullable Node exact(String name) {
		Node node = this.nodes.get(name);
		return (node != null) ? node : this.labels.get(name);
	}

	private Set<Node> byPrefix(String prefix) {
		Set<Node> found = new LinkedHashSet<>();
		addByPrefix(prefix, this.nodes, found);
		addByPrefix(prefix, this.labels, found);
		return found;
	}

	private static void addByPrefix(String prefix, Map<String, Node> names, Set<Node> found) {
		names.forEach((name, node) -> {
			if (name.length() >= SHORTEST_PREFIXED && name.startsWith(prefix)) {
				found.add(node);
			}
		});
	}

	/**
	 * Suggest revisions, labels and the words of the identifier language for what was
	 * typed.
	 */
	private String nearRevision(String name) {
		return suggest(name, List.of("head", "heads", "base"));
	}

	private String nearBranch(String name) {
		return suggest(name, List.of());
	}

	private String suggest(String name, List<String> words) {
		List<String> names = new ArrayList<>(words);
		names.addAll(this.labels.keySet());
		names.addAll(this.nodes.keySet());
		return new Suggestions(names).question(name);
	}

	private static String list(List<String> ids) {
		String shown = ids.stream().limit(SHOWN_CANDIDATES).collect(Collectors.joining(", "));
		return (ids.size() > SHOWN_CANDIDATES) ? shown + " and " + (ids.size() - SHOWN_CANDIDATES) + " more" : shown;
	}

}
