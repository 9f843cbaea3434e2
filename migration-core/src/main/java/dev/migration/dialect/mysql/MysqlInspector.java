package dev.migration.dialect.mysql;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;

import dev.migration.dialect.RenderContext;
import dev.migration.dialect.SchemaInspector;
import dev.migration.schema.Schema;

/**
 * Reads the catalogue of MySQL and MariaDB.
 */
final class MysqlInspector implements SchemaInspector {

	@Override
	public Schema inspect(Connection connection, Collection<String> schemas) throws SQLException {
		throw new IllegalStateException();
	}

	@Override
	public Schema canonical(Connection connection, Schema schema, RenderContext context) throws SQLException {
		throw new IllegalStateException();
	}

}
