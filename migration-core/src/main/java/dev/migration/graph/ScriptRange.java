package dev.migration.graph;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import dev.migration.Direction;
import dev.migration.InvalidTargetException;
import dev.migration.InvalidTargetException.Reason;

/**
 * Where a script begins and where it goes, as no database can be asked.
 *
 * @param from where it begins, in the identifier language
 * @param to the targets
 */
record ScriptRange(String from, List<String> to) {

	static ScriptRange of(Direction direction, List<String> targets) {
		Set<String> from = new LinkedHashSet<>();
		List<String> to = new ArrayList<>();
		for (String target : targets) {
			if (target.indexOf(':') < 0) {
				from.add(startWithoutRange(direction, target));
				to.add(target);
				continue;
			}
			List<String> ends = RangeText.ends(target);
			if (ends.get(0).isBlank() || ends.get(1).isBlank()) {
				throw new InvalidTargetException(Reason.RANGE_REQUIRED, "'" + target + "' lacks one of its ends",
						"Write both, as in base:head: no database is asked where it is.");
			}
			from.add(ends.get(0));
			to.add(ends.get(1));
		}
		if (from.size() > 1) {
			throw new InvalidTargetException(Reason.INVALID_RANGE,
					"A script begins at one revision, and here are " + String.join(", ", from),
					"Begin all ranges at the same revision.");
		}
		return new ScriptRange(from.iterator().next(), to);
	}

	private static String startWithoutRange(Direction direction, String target) {
		if (direction == Direction.DOWNGRADE) {
			throw new InvalidTargetException(Reason.RANGE_REQUIRED,
					"A script that goes down to '" + target + "' must know where it begins",
					"Write from:to, as in head:" + target + ".");
		}
		return "base";
	}

}
