package dev.migration.dialect.mysql;

import java.util.List;

import dev.migration.dialect.SchemaRenderer;
import dev.migration.dialect.SqlStatement;
import dev.migration.operation.SchemaOperation;

/**
 * Renders operations on schemas for MySQL and MariaDB, where a schema is a database.
 */
final class MysqlSchemas extends SchemaRenderer {

	private final MysqlRenderer renderer;

	MysqlSchemas(MysqlRenderer renderer) {
		super(renderer);
		this.renderer = renderer;
	}

	/**
	 * The server would drop all that is in it, so it is looked at first. Views and
	 * sequences are tables to the catalogue.
	 */
	@Override
	public List<SqlStatement> dropSchema(SchemaOperation.DropSchema operation) {
		String name = this.renderer.dialect().literal(operation.name());
		return List.of(
				SqlStatement.check("SELECT table_name FROM information_schema.tables WHERE table_schema = " + name
						+ " UNION ALL SELECT routine_name FROM information_schema.routines WHERE routine_schema = "
						+ name + " UNION ALL SELECT event_name FROM information_schema.events WHERE event_schema = "
						+ name, "schema " + operation.name() + " is not empty"),
				new SqlStatement("DROP SCHEMA " + ifExists(operation.ifExists()) + quote(operation.name())));
	}

}
