package dev.migration;

import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/**
 * What a database has already, as the first revision of an application.
 *
 * @param revision what creates it, and takes it away
 * @param contents what is in it, such as {@code 9 tables, 14 indexes}
 * @param tool the tool that has made it, or {@code null} if none has left its tables
 * @param leftOut what else the database has, which the revision does not create, such as
 * {@code function rank(integer)}
 * @param inexact what the revision would not create exactly as it is, such as
 * {@code changed type of column 'team.tags'}
 */
public record Adoption(ProposedRevision revision, String contents, @Nullable PreviousTool tool, List<String> leftOut,
		List<String> inexact) {

	public Adoption {
		leftOut = List.copyOf(leftOut);
		inexact = List.copyOf(inexact);
	}

	/**
	 * Return the id that the revision should have, so that the tables of the tool mean
	 * it.
	 * @return the id at which the tool sees the database, if there is exactly one
	 */
	public Optional<String> revisionId() {
		return (this.tool != null && this.tool.revisions().size() == 1) ? Optional.of(this.tool.revisions().get(0))
				: Optional.empty();
	}

}
