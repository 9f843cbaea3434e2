package dev.migration.graph;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Collectors;

import dev.migration.InvalidTargetException;
import dev.migration.InvalidTargetException.Reason;
import dev.migration.NewRevision;
import dev.migration.RevisionHeader;

/**
 * Works out what a new revision comes after and depends on.
 */
final class DraftPlanner {

	private final Collection<Node> all;

	private final Resolver resolver;

	DraftPlanner(Collection<Node> all, Resolver resolver) {
		this.all = all;
		this.resolver = resolver;
	}

	RevisionHeader plan(NewRevision request) {
		List<Node> parents = parents(request);
		List<String> dependencies = request.dependsOn().stream().map(this::dependency).distinct().toList();
		RevisionHeader header = new RevisionHeader(request.id(), parents.stream().map(Node::id).toList(), dependencies,
				request.branchLabels(), request.message(), null, "");
		List<RevisionHeader> headers = new ArrayList<>(this.all.stream().map(Node::header).toList());
		headers.add(new RevisionHeader(header.id(), header.revises(), header.dependsOn(), header.branchLabels(),
				header.message(), null, "the new revision"));
		GraphBuilder.build(headers);
		return header;
	}

	private List<Node> parents(NewRevision request) {
		List<Node> parents = request.revises()
			.stream()
			.flatMap((identifier) -> this.resolver.all(identifier).stream())
			.toList();
		if (new HashSet<>(parents).size() < parents.size()) {
			throw new InvalidTargetException(Reason.DUPLICATE_HEADS,
					"The new revision would come after the same revision twice: " + ids(parents),
					"Name each revision once.");
		}
		List<Node> inside = parents.stream().filter((parent) -> !parent.isHead()).toList();
		if (!request.splice() && !inside.isEmpty()) {
			throw new InvalidTargetException(Reason.NOT_A_HEAD,
					"The new revision would start a branch: others already come after " + ids(inside),
					"Add --splice if that is what you want, or name a head: " + ids(this.resolver.headsOf(null)) + ".");
		}
		return parents;
	}

	/**
	 * A label stays a label, so that the dependency says what is meant.
	 */
	private String dependency(String identifier) {
		if (this.resolver.isLabel(identifier)) {
			return identifier;
		}
		Node node = this.resolver.one(identifier);
		if (node == null) {
			throw new InvalidTargetException(Reason.NO_SUCH_REVISION,
					"'" + identifier + "' is no revision that another could depend on", "Name a revision or a label.");
		}
		return node.id();
	}

	private static String ids(Collection<Node> nodes) {
		return nodes.stream().map(Node::id).collect(Collectors.joining(", "));
	}

}
