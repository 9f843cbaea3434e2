package dev.migration.graph;

import java.util.Collection;
import java.util.List;

import dev.migration.Direction;

/**
 * Two ends, and what is meant by the revisions between them.
 *
 * @param upper the upper end, in the identifier language; none for {@code base}
 * @param lower the lower end, in the identifier language; none for {@code base}
 * @param selection how they are chosen: {@link Direction#UPGRADE} for what leads up to
 * the upper end, {@link Direction#DOWNGRADE} for what must go for the lower end
 * @param inclusive whether the lower end is one of them
 * @param everyBranch whether those count too that do not come after the lower end
 * @param strict whether it is an error to count further than there are revisions
 */
public record RevisionRange(List<String> upper, List<String> lower, Direction selection, boolean inclusive,
		boolean everyBranch, boolean strict) {

	public RevisionRange {
		upper = List.copyOf(upper);
		lower = List.copyOf(lower);
	}

	/**
	 * Return the range of a history: with both ends, and as far as there are revisions.
	 * @param lower the lower end
	 * @param upper the upper end
	 * @return the range
	 */
	static RevisionRange history(Collection<String> lower, Collection<String> upper) {
		return new RevisionRange(List.copyOf(upper), List.copyOf(lower), Direction.UPGRADE, true, false, false);
	}

}
