package dev.migration.runtime;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

import dev.migration.Migration;
import dev.migration.NeedsDatabaseException;
import dev.migration.RevisionHeader;
import dev.migration.RevisionPlace;
import dev.migration.operation.OperationRecorder;

/**
 * Finds the applied revisions that ask for something else now. Reads the whole history
 * and loads every applied revision, so it is only done for those who want it. What the
 * history cannot tell is no change: the revisions of scripts and of an earlier version of
 * the history, and bodies that use {@code op.jdbc()} or arguments.
 */
final class ChangedRevisions {

	private static final Log logger = LogFactory.getLog(ChangedRevisions.class);

	private final Session session;

	private final KnownRevisions known;

	private final Map<String, String> arguments;

	ChangedRevisions(Session session, KnownRevisions known, Map<String, String> arguments) {
		this.session = session;
		this.known = known;
		this.arguments = arguments;
	}

	/**
	 * Find them.
	 * @param rows the version rows
	 * @return the revisions, in the order in which they were applied
	 */
	List<RevisionHeader> find(List<String> rows) throws SQLException {
		Map<String, String> applied = this.session.historyTable().readChecksums(this.session.connection());
		applied.keySet().retainAll(this.known.graph().appliedBy(rows));
		applied.keySet().removeAll(this.known.ahead());
		List<RevisionHeader> changed = new ArrayList<>();
		for (RevisionPlace place : this.known.graph().places(List.copyOf(applied.keySet()))) {
			String then = applied.get(place.id());
			if (BodyChecksum.isComparable(then) && isChanged(place.revision(), then)) {
				changed.add(place.revision());
			}
		}
		return changed;
	}

	private boolean isChanged(RevisionHeader revision, @Nullable String then) {
		Migration body = this.known.load(revision);
		NotedOperations now = new NotedOperations(this.session.dialect(), this.arguments);
		try {
			body.upgrade(new OperationRecorder(now, this.session.renderContext().names()));
		}
		catch (NeedsDatabaseException ex) {
			// It did not need one then, or there would be nothing to compare with.
			return true;
		}
		catch (RuntimeException ex) {
			logger.debug("What " + revision.describe() + " asks for cannot be told", ex);
			return false;
		}
		return !String.valueOf(now.checksum()).equals(then);
	}

}
