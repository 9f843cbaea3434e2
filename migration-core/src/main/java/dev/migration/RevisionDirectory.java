package dev.migration;

import java.util.Collection;
import java.util.List;

/**
 * The revisions of an application, as they lie. No database is asked for anything.
 * <p>
 * Where an identifier is taken, {@link InvalidTargetException} is thrown if it names
 * nothing, or not clearly.
 */
public interface RevisionDirectory {

	/**
	 * Return all revisions.
	 * @return the revisions, newest first
	 */
	List<RevisionPlace> history();

	/**
	 * Return the revisions of a range.
	 * @param range {@code from:to}, both ends included, each an identifier or
	 * {@code current}; an end that is missing stands for {@code base} or {@code heads}
	 * @param current the version rows that {@code current} stands for
	 * @return the revisions, newest first
	 */
	List<RevisionPlace> history(String range, Collection<String> current);

	/**
	 * Return the revisions that no other comes directly after.
	 * @return the heads, in load order
	 */
	List<RevisionPlace> heads();

	/**
	 * Return the revisions that several others come directly after.
	 * @return the branch points, newest first
	 */
	List<RevisionPlace> branchPoints();

	/**
	 * Return the revisions that an identifier names.
	 * @param identifier the identifier
	 * @return the revisions; none for {@code base}
	 */
	List<RevisionPlace> show(String identifier);

	/**
	 * Work out a new revision, with the ids of its parents and dependencies.
	 * @param request what is asked for
	 * @return the revision; its location is empty, as it is not written yet
	 * @throws InvalidGraphException if the graph would not be valid with it
	 */
	RevisionHeader draft(NewRevision request);

}
