package dev.migration.dialect.mysql;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

import dev.migration.dialect.NameCase;
import dev.migration.dialect.RenderContext;
import dev.migration.dialect.SchemaInspector;
import dev.migration.schema.Definitions;
import dev.migration.schema.Schema;
import dev.migration.schema.View;

/**
 * Reads the catalogue of MySQL and MariaDB. How the server would write other tables is
 * seen in temporary ones.
 */
final class MysqlInspector implements SchemaInspector {

	private static final String VIEWS = "SELECT table_name, view_definition FROM information_schema.views"
			+ " WHERE table_schema = DATABASE() ORDER BY table_name";

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
		List<View> views = new ArrayList<>();
		try (Statement statement = connection.createStatement(); ResultSet row = statement.executeQuery(VIEWS)) {
			while (row.next()) {
				views.add(Definitions.view(row.getString(1), row.getString(2)));
			}
		}
		return views;
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
