package dev.migration;

import java.util.List;

/**
 * Looks at what revisions leave in a database, and clears it away: what tests of
 * revisions are made of. Safe for use by several threads, as the {@link Migrator} is.
 */
public interface SchemaSnapshots {

	/**
	 * Look at what there is. Only reads, but for the default schema of the migrator,
	 * which is created if it is missing: without it, names would mean other things later.
	 * @return the snapshot
	 * @throws DatabaseAccessException if the database cannot be read
	 */
	SchemaSnapshot take();

	/**
	 * Return what came, went and changed between two snapshots. Nothing is left out for
	 * belonging to another tool, or because autogenerate would not look at it; only the
	 * tables of the migration itself are. Asks no database.
	 * @param before the earlier snapshot
	 * @param after the later one
	 * @return the differences, such as {@code added index 'ix_team_slug'} for one that
	 * came; none if both are the same
	 */
	List<SchemaDifference> compare(SchemaSnapshot before, SchemaSnapshot after);

	/**
	 * Drop the tables, views, sequences, enum types and schemas that came since a
	 * snapshot, <strong>with all their rows</strong>, and empty the tables of the
	 * migration itself if they were there. What was altered since stays altered, and a
	 * schema that had something in it is left alone, unless it is the default one of the
	 * connection. This is for databases of tests.
	 * @param snapshot what stays
	 * @throws DatabaseAccessException if the database refuses
	 */
	void dropAllSince(SchemaSnapshot snapshot);

}
