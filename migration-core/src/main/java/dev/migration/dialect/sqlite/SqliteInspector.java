package dev.migration.dialect.sqlite;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

import dev.migration.dialect.RenderContext;
import dev.migration.dialect.SchemaInspector;
import dev.migration.dialect.sqlite.inspect.SchemaReader;
import dev.migration.schema.Definitions;
import dev.migration.schema.Schema;
import dev.migration.schema.View;

/**
 * Reads the catalogue of SQLite. How it would write others is seen in an empty database
 * in memory.
 */
final class SqliteInspector implements SchemaInspector {

	private final SqliteDialect dialect;

	private final SchemaReader reader;

	SqliteInspector(SqliteDialect dialect) {
		this.dialect = dialect;
		this.reader = new SchemaReader(dialect::quote, SqliteDefinitions.CURRENT_TIMESTAMP);
	}

	@Override
	public Schema inspect(Connection connection, Collection<String> schemas) throws SQLException {
		return this.reader.read(connection, schemas);
	}

	@Override
	public List<View> views(Connection connection, Collection<String> schemas) throws SQLException {
		List<View> views = new ArrayList<>();
		try (Statement statement = connection.createStatement();
				ResultSet row = statement
					.executeQuery("SELECT name, sql FROM sqlite_master WHERE type = 'view' ORDER BY name")) {
			while (row.next()) {
				views.add(Definitions.view(row.getString(1), row.getString(2)));
			}
		}
		return views;
	}

	@Override
	public Schema canonical(Connection connection, Schema schema, RenderContext context) throws SQLException {
		try (Connection scratch = DriverManager.getConnection(this.dialect.scratchUrl())) {
			ScratchSchema scratchSchema = new ScratchSchema(this.dialect, scratch, context.offline());
			List<String> schemas = scratchSchema.create(schema);
			return scratchSchema.inOrder(this.reader.read(scratch, schemas));
		}
	}

}
