package dev.migration.graph;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

import dev.migration.Direction;
import dev.migration.MigrationStep;
import dev.migration.StateConflictException;

/**
 * The version rows while steps are applied: the applied revisions that no other applied
 * one stands on, by parents and dependencies. Each step looks at its own neighbours only,
 * and is refused where they do not allow it.
 */
final class VersionRows {

	private final Set<Node> applied;

	private final TreeSet<String> rows = new TreeSet<>();

	VersionRows(Collection<Node> rows) {
		this.applied = Walk.ancestors(rows);
		rows.forEach((row) -> this.rows.add(row.id()));
	}

	static List<Node> tips(Set<Node> applied) {
		return applied.stream().filter((node) -> above(node).noneMatch(applied::contains)).toList();
	}

	List<String> rows() {
		return List.copyOf(this.rows);
	}

	MigrationStep upgrade(Node node) {
		if (!below(node).allMatch(this.applied::contains)) {
			throw new StateConflictException(below(node).map(Node::id).toList(), this.rows);
		}
		this.applied.add(node);
		List<String> removed = below(node).map(Node::id).filter(this.rows::contains).distinct().sorted().toList();
		List<String> added = above(node).anyMatch(this.applied::contains) ? List.of() : List.of(node.id());
		return step(node, Direction.UPGRADE, removed, added);
	}

	MigrationStep downgrade(Node node) {
		if (!this.applied.remove(node) || above(node).anyMatch(this.applied::contains)) {
			throw new StateConflictException(List.of(node.id()), this.rows);
		}
		List<String> removed = this.rows.contains(node.id()) ? List.of(node.id()) : List.of();
		List<String> added = below(node).filter((parent) -> above(parent).noneMatch(this.applied::contains))
			.map(Node::id)
			.filter((id) -> !this.rows.contains(id))
			.distinct()
			.sorted()
			.toList();
		return step(node, Direction.DOWNGRADE, removed, added);
	}

	private MigrationStep step(Node node, Direction direction, List<String> removed, List<String> added) {
		removed.forEach(this.rows::remove);
		this.rows.addAll(added);
		return new MigrationStep(node.header(), direction, removed, added);
	}

	private static Stream<Node> above(Node node) {
		return Stream.concat(node.children().stream(), node.dependents().stream());
	}

	private static Stream<Node> below(Node node) {
		return Stream.concat(node.parents().stream(), node.dependencies().stream());
	}

}
