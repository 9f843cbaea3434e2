package dev.migration.dialect.h2;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

import dev.migration.schema.Definitions;
import dev.migration.schema.QualifiedName;
import dev.migration.schema.Trigger;

/**
 * Reads the triggers, and names what else there is besides tables and sequences.
 */
final class H2Programs {

	private static final H2Query TRIGGERS = new H2Query("SELECT trigger_schema, trigger_name, event_object_table,"
			+ " action_timing, event_manipulation, action_orientation, java_class"
			+ " FROM information_schema.triggers WHERE ARRAY_CONTAINS(?, trigger_schema)"
			+ " ORDER BY trigger_schema, trigger_name");

	private static final H2Query OTHERS = new H2Query(
			"SELECT LOWER(routine_type) || ' ' || routine_name AS object FROM information_schema.routines"
					+ " WHERE ARRAY_CONTAINS(?1, routine_schema)"
					+ " UNION ALL SELECT 'domain ' || domain_name FROM information_schema.domains"
					+ " WHERE ARRAY_CONTAINS(?1, domain_schema)"
					+ " UNION ALL SELECT 'constant ' || constant_name FROM information_schema.constants"
					+ " WHERE ARRAY_CONTAINS(?1, constant_schema) ORDER BY 1");

	private final Connection connection;

	private final H2Names names;

	private final H2Dialect dialect;

	H2Programs(Connection connection, H2Names names, H2Dialect dialect) {
		this.connection = connection;
		this.names = names;
		this.dialect = dialect;
	}

	List<Trigger> triggers(Collection<String> schemas) throws SQLException {
		List<Trigger> triggers = new ArrayList<>();
		TRIGGERS.forEach(this.connection, this.names.schemas(schemas), (row) -> {
			String schema = row.getString("trigger_schema");
			QualifiedName name = this.names.name(schema, row.getString("trigger_name"));
			QualifiedName table = this.names.name(schema, row.getString("event_object_table"));
			String sql = "CREATE TRIGGER " + quote(name) + " " + row.getString("action_timing") + " "
					+ row.getString("event_manipulation") + " ON " + quote(table)
					+ (row.getString("action_orientation").equals("ROW") ? " FOR EACH ROW" : "") + "\nCALL "
					+ this.dialect.literal(row.getString("java_class"));
			triggers.add(Definitions.trigger(name.name(), table.name(), sql).in(table.schema()));
		});
		return triggers;
	}

	private String quote(QualifiedName name) {
		return ((name.schema() != null) ? this.dialect.quote(name.schema()) + "." : "")
				+ this.dialect.quote(name.name());
	}

	List<String> others(Collection<String> schemas) throws SQLException {
		List<String> others = new ArrayList<>();
		OTHERS.forEach(this.connection, this.names.schemas(schemas), (row) -> others.add(row.getString("object")));
		return others;
	}

}
