package dev.migration;

import java.util.Locale;

/**
 * Which way a plan goes through the revision graph.
 */
public enum Direction {

	/**
	 * From older to newer revisions.
	 */
	UPGRADE,

	/**
	 * From newer to older revisions.
	 */
	DOWNGRADE,

	/**
	 * Neither: only the version table is set, no revision runs.
	 */
	STAMP;

	@Override
	public String toString() {
		return name().toLowerCase(Locale.ROOT);
	}

}
