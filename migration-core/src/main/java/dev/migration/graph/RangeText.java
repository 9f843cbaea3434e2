package dev.migration.graph;

import java.util.List;

import dev.migration.InvalidTargetException;
import dev.migration.InvalidTargetException.Reason;

/**
 * The text of a range: {@code from:to}.
 */
final class RangeText {

	private RangeText() {
	}

	/**
	 * Split a range.
	 * @param range the range, with exactly one colon
	 * @return the two ends, either of which may be empty
	 * @throws InvalidTargetException if it is no range
	 */
	static List<String> ends(String range) {
		String[] ends = range.strip().split(":", -1);
		if (ends.length < 2) {
			throw new InvalidTargetException(Reason.RANGE_REQUIRED, "'" + range + "' is no range",
					"Write from:to, from: or :to, as in " + range.strip() + ":head.");
		}
		if (ends.length > 2) {
			throw new InvalidTargetException(Reason.MALFORMED, "'" + range + "' has more than two ends",
					"Write from:to, with one colon.");
		}
		return List.of(ends);
	}

}
