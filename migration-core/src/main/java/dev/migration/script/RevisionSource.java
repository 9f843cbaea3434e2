package dev.migration.script;

/**
 * Where revisions come from.
 */
@FunctionalInterface
public interface RevisionSource {

	/**
	 * Find the revisions.
	 * @return the revisions, with what is wrong with them
	 */
	RevisionScripts load();

	/**
	 * Return this source with another one behind it.
	 * @param other the other source
	 * @return both; where both find the same, this one wins
	 */
	default RevisionSource and(RevisionSource other) {
		return () -> load().and(other.load());
	}

}
