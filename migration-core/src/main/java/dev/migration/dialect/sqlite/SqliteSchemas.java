package dev.migration.dialect.sqlite;

import java.util.List;

import dev.migration.dialect.SchemaRenderer;
import dev.migration.dialect.SqlStatement;
import dev.migration.dialect.StandardRenderer;
import dev.migration.operation.SchemaOperation;

/**
 * Refuses operations on schemas: in SQLite a schema is a file.
 */
final class SqliteSchemas extends SchemaRenderer {

	SqliteSchemas(StandardRenderer renderer) {
		super(renderer);
	}

	@Override
	public List<SqlStatement> createSchema(SchemaOperation.CreateSchema operation) {
		throw unsupported(operation, "a schema is a file of its own",
				"Attach the file to the connection, or do it only if op.dialect() is another one.");
	}

	@Override
	public List<SqlStatement> dropSchema(SchemaOperation.DropSchema operation) {
		throw unsupported(operation, "a schema is a file of its own",
				"Detach the file from the connection, or do it only if op.dialect() is another one.");
	}

}
