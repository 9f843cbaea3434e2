package dev.migration;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * All that is known of a revision on a database.
 *
 * @param status the revision, its place in the graph and how the database stands to it
 * @param applied the step that applied it, an upgrade or a stamp, or {@code null} if it
 * is not applied or the history table does not know
 * @param reversible whether it has a downgrade for this database
 * @param upgrade what its upgrade runs
 * @param downgrade what its downgrade runs
 * @param executed what was executed of it, oldest first
 */
public record RevisionDetails(RevisionStatus status, @Nullable ExecutedStep applied, boolean reversible,
		RevisionSql upgrade, RevisionSql downgrade, List<ExecutedStep> executed) {

	public RevisionDetails {
		executed = List.copyOf(executed);
	}

}
