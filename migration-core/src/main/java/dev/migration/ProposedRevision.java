package dev.migration;

import java.util.List;
import java.util.Map;

/**
 * A revision that would bring the database to what the application asks for.
 */
public interface ProposedRevision {

	/**
	 * Return what differs.
	 * @return the differences in the order in which the revision settles them; none if
	 * there is nothing to do
	 */
	List<SchemaDifference> differences();

	/**
	 * Return which entity each table is for, and which attribute each column, to be given
	 * with the next request.
	 * @return entities and attributes by table, or table and column
	 */
	Map<String, String> attributes();

	/**
	 * Return the revision as Java, which runs on every database.
	 * @return its two methods
	 * @throws MigrationException if a class cannot hold it
	 */
	RevisionBody java();

	/**
	 * Return the revision as the SQL of the database that was compared.
	 * @return its two sections
	 * @throws MigrationException if it cannot be written without looking at a database
	 */
	RevisionBody sql();

}
