package dev.migration.runtime;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

import org.jspecify.annotations.Nullable;

import dev.migration.Direction;
import dev.migration.ExecutedStep;
import dev.migration.InvalidTargetException;
import dev.migration.InvalidTargetException.Reason;
import dev.migration.IrreversibleRevisionException;
import dev.migration.MigrationException;
import dev.migration.MigrationRequest;
import dev.migration.RevisionDetails;
import dev.migration.RevisionSql;
import dev.migration.RevisionStatus;
import dev.migration.RevisionStatus.State;
import dev.migration.SqlScript;

/**
 * All that is known of a revision on a database.
 */
final class RevisionReport {

	private final Session session;

	private final Revisions revisions;

	private final RunDefaults defaults;

	RevisionReport(Session session, Revisions revisions, RunDefaults defaults) {
		this.session = session;
		this.revisions = revisions;
		this.defaults = defaults;
	}

	/**
	 * Return the revision that an identifier names.
	 * @param identifier the identifier
	 * @return the revision
	 */
	RevisionDetails details(String identifier) throws SQLException {
		StatusReport report = StatusReport.of(this.session, this.revisions);
		RevisionStatus status = one(identifier, report.show(identifier));
		String id = status.revision().id();
		List<ExecutedStep> executed = this.session.historyTable()
			.read(this.session.connection())
			.stream()
			.filter((step) -> concerns(step, id))
			.toList();
		if (status.state() == State.UNKNOWN) {
			RevisionSql none = RevisionSql.none("Nobody knows this revision");
			return new RevisionDetails(status, null, false, none, none, executed);
		}
		KnownRevisions known = report.known();
		return new RevisionDetails(status, applied(status, executed), known.isReversible(id),
				sql(known, Direction.UPGRADE, id), sql(known, Direction.DOWNGRADE, id), executed);
	}

	private static RevisionStatus one(String identifier, List<RevisionStatus> found) {
		if (found.isEmpty()) {
			throw new InvalidTargetException(Reason.NO_SUCH_REVISION, "'" + identifier + "' is no revision",
					"Name one, such as head or an id.");
		}
		if (found.size() > 1) {
			throw new InvalidTargetException(Reason.MULTIPLE_HEADS,
					"'" + identifier + "' names several revisions: "
							+ String.join(", ", found.stream().map((status) -> status.revision().id()).toList()),
					"Name one of them.");
		}
		return found.get(0);
	}

	/**
	 * A stamp names all the version rows that it set.
	 */
	private static boolean concerns(ExecutedStep step, String id) {
		return (step.direction() == Direction.STAMP) ? List.of(step.revision().split(",")).contains(id)
				: step.revision().equals(id);
	}

	private static @Nullable ExecutedStep applied(RevisionStatus status, List<ExecutedStep> executed) {
		if (status.state() == State.PENDING) {
			return null;
		}
		List<ExecutedStep> newestFirst = new ArrayList<>(executed);
		Collections.reverse(newestFirst);
		return newestFirst.stream()
			.filter((step) -> step.direction() != Direction.DOWNGRADE && step.status() == ExecutedStep.Status.SUCCEEDED)
			.findFirst()
			.orElse(null);
	}

	private RevisionSql sql(KnownRevisions known, Direction direction, String id) throws SQLException {
		if (direction == Direction.UPGRADE && known.ahead().contains(id)) {
			return RevisionSql.none("The application does not have this revision");
		}
		if (direction == Direction.DOWNGRADE && !known.isReversible(id)) {
			return RevisionSql.none(new IrreversibleRevisionException(id).getDescription());
		}
		String recorded = known.recordedDowngrade(id);
		if (recorded != null) {
			SqlScript script = new SqlScript(recorded, "history table", 1);
			return RevisionSql.of(this.session.dialect().split(script).stream().map(SqlScript::sql).toList());
		}
		try {
			MigrationRequest request = this.defaults.under(MigrationRequest.to(id));
			return RevisionSql.of(ScriptRun.of(this.session, known, direction, id, request).bodies());
		}
		catch (MigrationException ex) {
			return RevisionSql.none(ex.getDescription());
		}
	}

}
