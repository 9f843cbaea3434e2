package dev.migration.runtime;

import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import dev.migration.IrreversibleRevisionException;
import dev.migration.Migration;
import dev.migration.MigrationStep;
import dev.migration.Operations;
import dev.migration.RevisionHeader;
import dev.migration.SqlScript;
import dev.migration.UnknownRevisionException;
import dev.migration.graph.RevisionGraph;
import dev.migration.runtime.HistoryTable.RecordedRevision;
import dev.migration.script.RequiredArgument;
import dev.migration.script.RevisionScript;

/**
 * The revisions that one database is made of: those of the application and, when the
 * database is ahead of it, those that only the history table still knows.
 */
final class KnownRevisions {

	private final Revisions revisions;

	private final RevisionGraph graph;

	private final Map<String, RecordedRevision> ahead;

	private final String dialect;

	private KnownRevisions(Revisions revisions, RevisionGraph graph, Map<String, RecordedRevision> ahead,
			String dialect) {
		this.dialect = dialect;
		this.revisions = revisions;
		this.graph = graph;
		this.ahead = ahead;
	}

	/**
	 * Find out what the version rows stand for. The history table is read only if the
	 * application does not know them all.
	 * @param revisions the revisions of the application
	 * @param session the database
	 * @param rows its version rows
	 * @return the revisions
	 * @throws UnknownRevisionException if a row is in neither
	 */
	static KnownRevisions of(Revisions revisions, Session session, Collection<String> rows) throws SQLException {
		List<String> unknown = revisions.graph().unknown(rows);
		if (unknown.isEmpty()) {
			return new KnownRevisions(revisions, revisions.graph(), Map.of(), session.dialect().id());
		}
		Map<String, RecordedRevision> recorded = session.historyTable().readRevisions(session.connection());
		Map<String, RecordedRevision> ahead = new LinkedHashMap<>();
		List<String> lost = new ArrayList<>();
		Deque<String> open = new ArrayDeque<>(unknown);
		while (!open.isEmpty()) {
			String id = open.remove();
			RecordedRevision revision = recorded.get(id);
			if (revision == null) {
				lost.add(id);
			}
			else if (ahead.putIfAbsent(id, revision) == null) {
				open.addAll(revisions.graph().unknown(revision.header().revises()));
				open.addAll(revisions.graph().unknown(revision.header().dependsOn()));
			}
		}
		if (!lost.isEmpty()) {
			throw new UnknownRevisionException(session.versionTable().name().toString(), lost);
		}
		List<RevisionHeader> headers = new ArrayList<>(revisions.graph().revisions());
		ahead.values().forEach((revision) -> headers.add(revision.header()));
		return new KnownRevisions(revisions, RevisionGraph.of(headers), ahead, session.dialect().id());
	}

	/**
	 * Return the revisions of the application for a database that is not there.
	 * @param revisions the revisions of the application
	 * @param dialect the id of the dialect of the database
	 * @return the revisions
	 */
	static KnownRevisions own(Revisions revisions, String dialect) {
		return new KnownRevisions(revisions, revisions.graph(), Map.of(), dialect);
	}

	/**
	 * Return the graph of all known revisions.
	 * @return the graph
	 */
	RevisionGraph graph() {
		return this.graph;
	}

	/**
	 * Return the graph of the application alone.
	 * @return the graph
	 */
	RevisionGraph ownGraph() {
		return this.revisions.graph();
	}

	/**
	 * Return the revisions that the application does not have.
	 * @return the ids
	 */
	Set<String> ahead() {
		return this.ahead.keySet();
	}

	/**
	 * Refuse a downgrade that one of its steps cannot do, before anything runs.
	 * @param steps the steps
	 * @throws IrreversibleRevisionException if one of them has no way back
	 */
	void requireReversible(List<MigrationStep> steps) {
		for (MigrationStep step : steps) {
			if (!isReversible(step.revision().id())) {
				throw new IrreversibleRevisionException(step.revision().describe());
			}
		}
	}

	/**
	 * Return the values that steps cannot do without.
	 * @param steps the steps
	 * @return the arguments
	 */
	List<RequiredArgument> requiredArguments(List<MigrationStep> steps) {
		List<RequiredArgument> required = new ArrayList<>();
		for (MigrationStep step : steps) {
			RevisionScript script = this.revisions.script(step.revision().id());
			if (script != null) {
				required.addAll(script.requiredArguments());
			}
		}
		return required;
	}

	/**
	 * Return whether a revision has a way back.
	 * @param id the id of the revision
	 * @return whether it has
	 */
	boolean isReversible(String id) {
		RevisionScript script = this.revisions.script(id);
		return (script != null) ? script.isReversible(this.dialect) : recordedDowngrade(id) != null;
	}

	/**
	 * Return the downgrade of a revision that the application does not have.
	 * @param id the id of the revision
	 * @return the script, or {@code null} if the application has it or none is recorded
	 */
	@Nullable String recordedDowngrade(String id) {
		RecordedRevision recorded = this.ahead.get(id);
		return (recorded != null) ? recorded.downgradeSql() : null;
	}

	/**
	 * Load the body of a revision.
	 * @param header the revision
	 * @return the body
	 */
	Migration load(RevisionHeader header) {
		RevisionScript script = this.revisions.script(header.id());
		if (script != null) {
			return script.load();
		}
		return new RecordedDowngrade(header, recordedDowngrade(header.id()));
	}

	/**
	 * The way back of a revision that the application does not have any more.
	 */
	private record RecordedDowngrade(RevisionHeader header, @Nullable String sql) implements Migration {

		@Override
		public void upgrade(Operations op) {
			throw new IllegalStateException("Only the downgrade of " + this.header.describe() + " is recorded");
		}

		@Override
		public void downgrade(Operations op) {
			if (this.sql == null) {
				throw new IrreversibleRevisionException(this.header.describe());
			}
			op.execute(new SqlScript(this.sql, this.header.location(), 1));
		}

	}

}
