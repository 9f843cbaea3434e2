package dev.migration.dialect.sqlite;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;

import dev.migration.dialect.RenderContext;
import dev.migration.dialect.Rows;
import dev.migration.dialect.SchemaInspector;
import dev.migration.dialect.sqlite.ddl.ViewText;
import dev.migration.dialect.sqlite.inspect.SchemaReader;
import dev.migration.schema.Definitions;
import dev.migration.schema.Schema;
import dev.migration.schema.Trigger;
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
		return Rows.of(connection, "SELECT name, sql FROM sqlite_master WHERE type = 'view' ORDER BY name",
				(row) -> Definitions.view(row.getString(1), ViewText.query(row.getString(2))));
	}

	@Override
	public List<Trigger> triggers(Connection connection, Collection<String> schemas) throws SQLException {
		return Rows.of(connection,
				"SELECT name, tbl_name, sql FROM sqlite_master WHERE type = 'trigger' ORDER BY rowid",
				(row) -> Definitions.trigger(row.getString(1), row.getString(2), row.getString(3)));
	}

	@Override
	public List<String> others(Connection connection, Collection<String> schemas) throws SQLException {
		return Rows.of(connection,
				"SELECT 'virtual table ' || name FROM sqlite_master"
						+ " WHERE type = 'table' AND rootpage = 0 AND sql IS NOT NULL ORDER BY name",
				(row) -> row.getString(1));
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
