package dev.migration.boot.autoconfigure;

import javax.sql.DataSource;

/**
 * Says what the revisions of each database run on, which need not be the
 * {@code DataSource} of the application.
 */
public interface RevisionDataSources {

	/**
	 * Return what the revisions of a database run on.
	 * @param database the name of the database, as in {@link dev.migration.Migrators}; of
	 * no matter where there is only one
	 * @return the {@code DataSource}
	 */
	DataSource of(String database);

}
