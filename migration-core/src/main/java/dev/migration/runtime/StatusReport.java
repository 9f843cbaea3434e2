package dev.migration.runtime;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import dev.migration.DatabasePosition;
import dev.migration.ExecutedStep;
import dev.migration.MigrationStatus;
import dev.migration.RevisionHeader;
import dev.migration.RevisionPlace;
import dev.migration.RevisionStatus;
import dev.migration.RevisionStatus.State;
import dev.migration.UnknownRevisionException;
import dev.migration.graph.RevisionGraph;

/**
 * Where one database stands. A report must be possible when nothing else is: version rows
 * that nobody knows are shown as such.
 */
final class StatusReport {

	private final Session session;

	private final List<String> rows;

	private final Set<String> lost;

	private final KnownRevisions known;

	private final Set<String> applied;

	private final boolean endsHalfDone;

	private StatusReport(Session session, Standing standing, List<String> lost, KnownRevisions known) {
		List<String> rows = standing.versions();
		this.session = session;
		this.rows = rows;
		this.endsHalfDone = standing.endsHalfDone();
		this.lost = new HashSet<>(lost);
		this.known = known;
		this.applied = known.graph().appliedBy(rows.stream().filter((row) -> !this.lost.contains(row)).toList());
	}

	static StatusReport of(Session session, Revisions revisions) throws SQLException {
		return of(session, revisions, session.standing());
	}

	/**
	 * Report on a database that a run may have busy.
	 */
	static StatusReport withoutWaiting(Session session, Revisions revisions) throws SQLException {
		return of(session, revisions, session.standingWithoutWaiting());
	}

	private static StatusReport of(Session session, Revisions revisions, Standing standing) throws SQLException {
		List<String> rows = standing.versions();
		try {
			return new StatusReport(session, standing, List.of(), KnownRevisions.of(revisions, session, rows));
		}
		catch (UnknownRevisionException ex) {
			List<String> lost = revisions.graph().unknown(rows);
			List<String> placed = new ArrayList<>(rows);
			placed.removeAll(lost);
			return new StatusReport(session, standing, lost, KnownRevisions.of(revisions, session, placed));
		}
	}

	MigrationStatus status() throws SQLException {
		List<RevisionStatus> revisions = new ArrayList<>();
		this.rows.stream().filter(this.lost::contains).forEach((row) -> revisions.add(lost(row)));
		this.known.graph().history().forEach((place) -> revisions.add(status(place)));
		List<ExecutedStep> halfDone = HalfDoneSteps.of(this.session).left();
		boolean upToDate = this.lost.isEmpty() && halfDone.isEmpty()
				&& revisions.stream().noneMatch((status) -> status.state() == State.PENDING);
		return new MigrationStatus(this.session.database(), this.rows, heads(), upToDate, revisions, halfDone);
	}

	DatabasePosition position() throws SQLException {
		List<String> pending = this.known.graph()
			.history()
			.stream()
			.map(RevisionPlace::id)
			.filter((id) -> state(id) == State.PENDING)
			.collect(Collectors.toCollection(ArrayList::new));
		Collections.reverse(pending);
		return new DatabasePosition(this.session.database(), this.rows, heads(), pending,
				this.known.ahead().stream().sorted().toList(), this.lost.stream().sorted().toList(), halfDone());
	}

	/**
	 * What another version of the application left half done is its own affair.
	 */
	private List<ExecutedStep> halfDone() throws SQLException {
		return this.endsHalfDone ? HalfDoneSteps.withoutWaiting(this.session)
			.left()
			.stream()
			.filter((step) -> this.known.ownGraph().unknown(List.of(step.revision())).isEmpty())
			.toList() : List.of();
	}

	private List<String> heads() {
		return this.known.ownGraph().heads().stream().map(RevisionPlace::id).toList();
	}

	List<RevisionStatus> current() {
		List<RevisionStatus> current = new ArrayList<>();
		this.rows.stream().filter(this.lost::contains).forEach((row) -> current.add(lost(row)));
		List<String> tips = this.known.graph()
			.branchTips(this.rows.stream().filter((row) -> !this.lost.contains(row)).toList());
		this.known.graph().places(tips).forEach((place) -> current.add(status(place)));
		return current;
	}

	/**
	 * Return the revisions that an identifier names, also those that the application does
	 * not have.
	 */
	List<RevisionStatus> show(String identifier) {
		if (identifier.equals("current")) {
			return current();
		}
		if (this.lost.contains(identifier)) {
			return List.of(lost(identifier));
		}
		boolean isAhead = this.known.ahead().contains(identifier);
		RevisionGraph graph = (isAhead) ? this.known.graph() : this.known.ownGraph();
		return graph.show(identifier)
			.stream()
			.map((place) -> status(this.known.graph().places(List.of(place.id())).get(0)))
			.toList();
	}

	KnownRevisions known() {
		return this.known;
	}

	private RevisionStatus status(RevisionPlace place) {
		return new RevisionStatus(place, state(place.id()), this.rows.contains(place.id()));
	}

	private State state(String id) {
		if (this.known.ahead().contains(id)) {
			return State.AHEAD;
		}
		return this.applied.contains(id) ? State.APPLIED : State.PENDING;
	}

	private static RevisionStatus lost(String row) {
		RevisionHeader header = new RevisionHeader(row, List.of(), List.of(), List.of(), "", null, "nowhere");
		return new RevisionStatus(new RevisionPlace(header, List.of(), List.of(), List.of(), false), State.UNKNOWN,
				true);
	}

}
