package dev.migration.graph;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import dev.migration.Direction;
import dev.migration.InvalidGraphException;
import dev.migration.InvalidTargetException;
import dev.migration.InvalidTargetException.Reason;
import dev.migration.MigrationPlan;
import dev.migration.MigrationStep;
import dev.migration.NewRevision;
import dev.migration.RevisionDirectory;
import dev.migration.RevisionHeader;
import dev.migration.RevisionPlace;
import dev.migration.StateConflictException;

/**
 * The revisions with what comes after what: immutable and valid. Version rows go in as
 * ids, and plans come out.
 */
public final class RevisionGraph implements RevisionDirectory {

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

	@Override
	public List<RevisionPlace> history() {
		Set<Node> all = new LinkedHashSet<>(this.nodes.values());
		return places(StepOrder.newestFirst(all.stream().filter(Node::isRealHead).toList(), all));
	}

	@Override
	public List<RevisionPlace> history(String range, Collection<String> current) {
		List<String> ends = RangeText.ends(range);
		return places(between(RevisionRange.history(historyEnd(ends.get(0), "base", current),
				historyEnd(ends.get(1), "heads", current))));
	}

	private static Collection<String> historyEnd(String text, String otherwise, Collection<String> current) {
		if (text.equals("current")) {
			return current;
		}
		return List.of(text.isEmpty() ? otherwise : text);
	}

	/**
	 * Return the revisions of a range.
	 * @param range the range
	 * @return the revisions, newest first
	 * @throws InvalidTargetException if an end does not name what it needs to, or they do
	 * not lie on one line
	 */
	public List<RevisionHeader> iterate(RevisionRange range) {
		return headers(between(range));
	}

	private List<Node> between(RevisionRange range) {
		return new RangeWalk(this.nodes.values(), this.resolver, new BranchNames(this.nodes.values()))
			.newestFirst(range);
	}

	@Override
	public List<RevisionPlace> heads() {
		return places(this.nodes.values().stream().filter(Node::isHead).toList());
	}

	@Override
	public List<RevisionPlace> branchPoints() {
		return history().stream().filter(RevisionPlace::isBranchPoint).toList();
	}

	@Override
	public List<RevisionPlace> show(String identifier) {
		return places(this.resolver.all(identifier));
	}

	@Override
	public RevisionHeader draft(NewRevision request) {
		return new DraftPlanner(this.nodes.values(), this.resolver).plan(request);
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
	 * Return what must be applied for a revision to be: its parents, and what it depends
	 * on.
	 * @param id the id of a revision of this graph
	 * @return the ids
	 */
	public List<String> below(String id) {
		Node node = node(id);
		return Stream.concat(node.parents().stream(), node.dependencies().stream()).map(Node::id).distinct().toList();
	}

	/**
	 * Return everything that needs revisions to be applied.
	 * @param ids ids of this graph
	 * @return the ids, with those given
	 */
	public Set<String> neededBy(Collection<String> ids) {
		Set<String> above = new LinkedHashSet<>();
		Walk.descendants(nodes(ids)).forEach((node) -> above.add(node.id()));
		return above;
	}

	/**
	 * Return revisions with their places.
	 * @param ids ids of this graph
	 * @return the revisions, in the same order
	 */
	public List<RevisionPlace> places(List<String> ids) {
		return places(nodes(ids));
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
	 * Return the newest revision of each branch that version rows stand for.
	 * @param rows the version rows
	 * @return the ids of the rows, and of what is only applied because a row depends on
	 * it, sorted
	 */
	public List<String> branchTips(Collection<String> rows) {
		return Walk.branchTips(nodes(rows)).stream().map(Node::id).sorted().toList();
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
	 * Plan what a script does that is only written: it begins where the targets say.
	 * @param direction what the script is to do
	 * @param targets the targets, as {@code from:to}; an upgrade or a stamp without
	 * {@code from} begins at base
	 * @return the plan
	 * @throws InvalidTargetException if a target does not name what it needs to, or a
	 * range is missing
	 */
	public MigrationPlan planScript(Direction direction, List<String> targets) {
		ScriptRange range = ScriptRange.of(direction, targets);
		List<String> from = resolveOne(range.from()).map((header) -> List.of(header.id())).orElse(List.of());
		return switch (direction) {
			case UPGRADE -> planUpgrade(range.to(), from);
			case DOWNGRADE -> planDowngrade(range.to().get(0), from);
			case STAMP -> planStamp(range.to(), from);
		};
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

	private List<RevisionPlace> places(Collection<Node> found) {
		BranchNames branches = new BranchNames(this.nodes.values());
		return found.stream()
			.map((node) -> new RevisionPlace(node.header(), node.children().stream().map(Node::id).toList(),
					node.dependencies().stream().map(Node::id).toList(), List.copyOf(branches.of(node)),
					!node.dependents().isEmpty()))
			.toList();
	}

	private static List<RevisionHeader> headers(Collection<Node> nodes) {
		return nodes.stream().map(Node::header).toList();
	}

}
