package dev.migration.boot.autoconfigure;

import java.sql.DatabaseMetaData;
import java.util.Optional;
import java.util.function.Supplier;

import javax.sql.DataSource;

import org.springframework.boot.jdbc.SchemaManagement;
import org.springframework.boot.jdbc.SchemaManagementProvider;
import org.springframework.jdbc.support.JdbcUtils;
import org.springframework.jdbc.support.MetaDataAccessException;

/**
 * Says that the schema is managed, so that Hibernate does not create it, and drop it, on
 * an embedded database. Whatever is in doubt is managed: a table too few is an error that
 * shows, a table that is dropped is not.
 */
class MigrationSchemaManagementProvider implements SchemaManagementProvider {

	private final Supplier<Optional<RevisionDataSource>> managed;

	MigrationSchemaManagementProvider(Supplier<Optional<RevisionDataSource>> managed) {
		this.managed = managed;
	}

	@Override
	public SchemaManagement getSchemaManagement(DataSource dataSource) {
		return this.managed.get().map((known) -> isManaged(known, dataSource)).orElse(true) ? SchemaManagement.MANAGED
				: SchemaManagement.UNMANAGED;
	}

	private static boolean isManaged(RevisionDataSource managed, DataSource dataSource) {
		return managed.revisions().equals(dataSource)
				|| (managed.application().equals(dataSource) && isSameDatabase(managed));
	}

	/**
	 * Revisions may have a user of their own for the same database.
	 */
	private static boolean isSameDatabase(RevisionDataSource managed) {
		try {
			return url(managed.revisions()).equals(url(managed.application()));
		}
		catch (MetaDataAccessException ex) {
			return true;
		}
	}

	private static String url(DataSource dataSource) throws MetaDataAccessException {
		return String.valueOf((Object) JdbcUtils.extractDatabaseMetaData(dataSource, DatabaseMetaData::getURL));
	}

}
