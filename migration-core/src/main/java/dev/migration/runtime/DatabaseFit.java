package dev.migration.runtime;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

import dev.migration.AppliedRevisionsChangedException;
import dev.migration.DatabaseAheadException;
import dev.migration.Direction;
import dev.migration.MismatchPolicy;
import dev.migration.RevisionHeader;

/**
 * Asks whether a database fits the revisions of the application, as far as somebody wants
 * to know it. Only an upgrade is refused: the other ways are those out of it.
 */
final class DatabaseFit {

	private static final Log logger = LogFactory.getLog(DatabaseFit.class);

	private final Session session;

	private final RunDefaults.Policies policies;

	private final Map<String, String> arguments;

	private final Direction direction;

	DatabaseFit(Session session, RunDefaults.Policies policies, Map<String, String> arguments, Direction direction) {
		this.session = session;
		this.policies = policies;
		this.arguments = arguments;
		this.direction = direction;
	}

	/**
	 * Refuse an upgrade of a database that does not fit, or warn.
	 * @param known the revisions that the database is made of
	 * @param rows its version rows
	 * @throws DatabaseAheadException if it is ahead, and may not be
	 * @throws AppliedRevisionsChangedException if revisions were changed, and may not be
	 */
	void require(KnownRevisions known, List<String> rows) throws SQLException {
		if (this.direction != Direction.UPGRADE) {
			return;
		}
		requireNotAhead(known);
		if (!known.ahead().isEmpty() && this.policies.ahead() == MismatchPolicy.WARN) {
			logger.warn("The database is ahead of this application: it also has " + String.join(", ", known.ahead())
					+ ". To take these back, run 'migrate downgrade head'.");
		}
		List<RevisionHeader> changed = changed(known, rows);
		if (changed.isEmpty()) {
			return;
		}
		if (this.policies.changed() == MismatchPolicy.FAIL) {
			throw new AppliedRevisionsChangedException(changed, rows);
		}
		logger.warn(AppliedRevisionsChangedException.describe(changed));
	}

	/**
	 * Refuse an upgrade of a database that is ahead. Reads nothing.
	 * @param known the revisions that the database is made of
	 * @throws DatabaseAheadException if it is ahead, and may not be
	 */
	void requireNotAhead(KnownRevisions known) {
		if (this.direction == Direction.UPGRADE && !known.ahead().isEmpty()
				&& this.policies.ahead() == MismatchPolicy.FAIL) {
			throw new DatabaseAheadException(known.ahead());
		}
	}

	/**
	 * Return the applied revisions that were changed since.
	 * @param known the revisions that the database is made of
	 * @param rows its version rows
	 * @return the revisions; none if nobody wants to know
	 */
	List<RevisionHeader> changed(KnownRevisions known, List<String> rows) throws SQLException {
		return (this.policies.changed() != MismatchPolicy.IGNORE)
				? new ChangedRevisions(this.session, known, this.arguments).find(rows) : List.of();
	}

}
