package dev.migration.dialect.mysql;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;

import dev.migration.dialect.NameCase;
import dev.migration.dialect.RenderContext;
import dev.migration.dialect.SchemaInspector;
import dev.migration.schema.Schema;
import dev.migration.schema.Trigger;
import dev.migration.schema.View;

/**
 * Reads the catalogue of MySQL and MariaDB. How the server would write other tables is
 * seen in temporary ones.
 */
final class MysqlInspector implements SchemaInspector {

	private final MysqlFamilyDialect dialect;

	MysqlInspector(MysqlFamilyDialect dialect) {
		this.dialect = dialect;
	}

	@Override
	public Schema inspect(Connection connection, Collection<String> schemas) throws SQLException {
		SessionFacts session = SessionFacts.of(connection);
		boolean isMariadb = this.dialect instanceof MariadbDialect;
		return new CatalogReader(connection, isMariadb, session, session.text(this.dialect::quote), schemas).read();
	}

	@Override
	public List<View> views(Connection connection, Collection<String> schemas) throws SQLException {
		return programs(connection).views();
	}

	@Override
	public List<Trigger> triggers(Connection connection, Collection<String> schemas) throws SQLException {
		return programs(connection).triggers();
	}

	@Override
	public List<String> others(Connection connection, Collection<String> schemas) throws SQLException {
		return programs(connection).others();
	}

	private StoredPrograms programs(Connection connection) throws SQLException {
		return new StoredPrograms(connection, SessionFacts.of(connection).text(this.dialect::quote));
	}

	@Override
	public Schema canonical(Connection connection, Schema schema, RenderContext context) throws SQLException {
		return new TemporaryTables(connection, this.dialect, context, SessionFacts.of(connection)).canonical(schema);
	}

	@Override
	public NameCase nameCase(Connection connection) throws SQLException {
		return SessionFacts.of(connection).nameCase();
	}

}
