package dev.migration.graph;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import dev.migration.Direction;
import dev.migration.InvalidGraphException;
import dev.migration.InvalidTargetException;
import dev.migration.InvalidTargetException.Reason;
import dev.migration.MigrationPlan;
import dev.migration.MigrationStep;
import dev.migration.RevisionHeader;
import dev.migration.StateConflictException;

/**
 * The revisions with what comes after what: immutable and valid. Version rows go in as
 * ids, and plans come out.
 */
public final class RevisionGraph {

	private final Map<String, Node> nodes;

	private final Resolver resolver;

	RevisionGraph(Map<String, Node> nodes, Map<String, Node> labels) {
		this.nodes = nodes;
		this.resolver = new Resolver(nodes, labels);
	}

	/**
	 * Make a graph.
	 * @param headers the revisions, in load order: it decides the order of independent
	 * branches
	 * @return the graph
	 * @throws InvalidGraphException if anything is wrong with them; it lists everything
	 */
	public static RevisionGraph of(Collection<RevisionHeader> headers) {
		return GraphBuilder.build(headers);
	}

	/**
	 * Return all revisions.
	 * @return the revisions, in load order
	 */
	public List<RevisionHeader> revisions() {
		return headers(this.nodes.values());
	}

	/**
	 * Return all revisions as a history shows them.
	 * @return the revisions, newest first
	 */
	public List<RevisionHeader> newestFirst() {
		Set<Node> all = new LinkedHashSet<>(this.nodes.values());
		List<Node> heads = all.stream().filter(Node::isEffectiveHead).toList();
		return headers(StepOrder.newestFirst(heads, all));
	}

	/**
	 * Return the revisions that no other comes after.
	 * @return the heads, in load order
	 */
	public List<RevisionHeader> heads() {
		return headers(this.nodes.values().stream().filter(Node::isHead).toList());
	}

	/**
	 * Return what a revision depends on without being its child.
	 * @param id the id of a revision of this graph
	 * @return the ids, also where the revision says labels
	 */
	public List<String> dependencies(String id) {
		return node(id).dependencies().stream().map(Node::id).toList();
	}

	/**
	 * Return whether a revision is a head that no other depends on either.
	 * @param id the id of a revision of this graph
	 * @return whether it is an effective head
	 */
	public boolean isEffectiveHead(String id) {
		return node(id).isEffectiveHead();
	}

	/**
	 * Return whether no revision comes after one.
	 * @param id the id of a revision of this graph
	 * @return whether it is a head
	 */
	public boolean isHead(String id) {
		return node(id).isHead();
	}

	/**
	 * Return whether several revisions come directly after one.
	 * @param id the id of a revision of this graph
	 * @return whether it is a branch point
	 */
	public boolean isBranchPoint(String id) {
		return node(id).children().size() > 1;
	}

	/**
	 * Return whether a revision comes directly after several others.
	 * @param id the id of a revision of this graph
	 * @return whether it is a merge point
	 */
	public boolean isMergePoint(String id) {
		return node(id).parents().size() > 1;
	}

	/**
	 * Return the revisions that an identifier names.
	 * @param identifier the identifier
	 * @return the revisions; none for {@code base}
	 * @throws InvalidTargetException if it names none, or not clearly
	 */
	public List<RevisionHeader> resolve(String identifier) {
		return headers(this.resolver.all(identifier));
	}

	/**
	 * Return the one revision that an identifier names.
	 * @param identifier the identifier
	 * @return the revision; none for {@code base}
	 * @throws InvalidTargetException if it names none, several, or not clearly
	 */
	public Optional<RevisionHeader> resolveOne(String identifier) {
		return Optional.ofNullable(this.resolver.one(identifier)).map(Node::header);
	}

	/**
	 * Return the ids that are not in this graph.
	 * @param ids any ids
	 * @return those that are not known, in their order
	 */
	public List<String> unknown(Collection<String> ids) {
		return ids.stream().filter((id) -> !this.nodes.containsKey(id)).toList();
	}

	/**
	 * Return the revisions that version rows stand for.
	 * @param rows the version rows
	 * @return the ids of the rows and of all that they stand on
	 */
	public Set<String> appliedBy(Collection<String> rows) {
		Set<String> applied = new LinkedHashSet<>();
		Walk.ancestors(nodes(rows)).forEach((node) -> applied.add(node.id()));
		return applied;
	}

	/**
	 * Return the version rows that stand for applied revisions.
	 * @param applied the ids of applied revisions, with all that they stand on
	 * @return the ids of those that no other of them stands on, sorted
	 */
	public List<String> tips(Collection<String> applied) {
		return VersionRows.tips(new LinkedHashSet<>(nodes(applied))).stream().map(Node::id).sorted().toList();
	}

	/**
	 * Plan an upgrade.
	 * @param targets the targets
	 * @param rows the version rows
	 * @return the plan
	 * @throws InvalidTargetException if a target does not name what it needs to
	 */
	public MigrationPlan planUpgrade(Collection<String> targets, Collection<String> rows) {
		return new UpgradePlanner(this.nodes.values(), this.resolver).plan(targets, nodes(rows));
	}

	/**
	 * Plan a downgrade.
	 * @param target the target
	 * @param rows the version rows
	 * @return the plan
	 * @throws InvalidTargetException if the target is not below the rows
	 */
	public MigrationPlan planDowngrade(String target, Collection<String> rows) {
		return new DowngradePlanner(this.nodes.values(), this.resolver).plan(target, nodes(rows));
	}

	/**
	 * Plan a stamp.
	 * @param targets the revisions to stamp
	 * @param rows the version rows
	 * @return the plan, without steps
	 * @throws InvalidTargetException if a target does not name what it needs to
	 */
	public MigrationPlan planStamp(Collection<String> targets, Collection<String> rows) {
		return new StampPlanner(this.resolver).plan(targets, nodes(rows));
	}

	/**
	 * Plan given steps, in their order.
	 * @param direction {@link Direction#UPGRADE} or {@link Direction#DOWNGRADE}
	 * @param ids the revisions
	 * @param rows the version rows before
	 * @return the plan
	 * @throws StateConflictException if the rows do not allow one of the steps
	 */
	public MigrationPlan planSteps(Direction direction, List<String> ids, Collection<String> rows) {
		VersionRows versions = new VersionRows(nodes(rows));
		List<String> from = versions.rows();
		List<MigrationStep> steps = nodes(ids).stream()
			.map((direction == Direction.UPGRADE) ? versions::upgrade : versions::downgrade)
			.toList();
		return new MigrationPlan(direction, steps, from, versions.rows());
	}

	private List<Node> nodes(Collection<String> ids) {
		return ids.stream().map(this::node).toList();
	}

	private Node node(String id) {
		Node node = this.nodes.get(id);
		if (node == null) {
			throw new InvalidTargetException(Reason.NO_SUCH_REVISION, "There is no revision '" + id + "'",
					"Run 'migrate history' to see all revisions.");
		}
		return node;
	}

	private static List<RevisionHeader> headers(Collection<Node> nodes) {
		return nodes.stream().map(Node::header).toList();
	}

}
