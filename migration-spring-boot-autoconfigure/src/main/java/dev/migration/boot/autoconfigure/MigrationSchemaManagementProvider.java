package dev.migration.boot.autoconfigure;

import javax.sql.DataSource;

import org.springframework.boot.jdbc.SchemaManagement;
import org.springframework.boot.jdbc.SchemaManagementProvider;

/**
 * Says that the schema is managed, so that Hibernate does not create it, and drop it, on
 * an embedded database.
 */
class MigrationSchemaManagementProvider implements SchemaManagementProvider {

	private final DataSource managed;

	MigrationSchemaManagementProvider(DataSource managed) {
		this.managed = managed;
	}

	@Override
	public SchemaManagement getSchemaManagement(DataSource dataSource) {
		return this.managed.equals(dataSource) ? SchemaManagement.MANAGED : SchemaManagement.UNMANAGED;
	}

}
