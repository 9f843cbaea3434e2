package dev.migration.dialect.mysql;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

import dev.migration.dialect.Rows;
import dev.migration.schema.Definitions;
import dev.migration.schema.Trigger;
import dev.migration.schema.View;

/**
 * Reads the views and triggers of the database, and names what else there is besides
 * tables and sequences.
 */
final class StoredPrograms {

	private static final String VIEWS = "SELECT table_name, view_definition, DATABASE()"
			+ " FROM information_schema.views WHERE table_schema = DATABASE() ORDER BY table_name";

	private static final String TRIGGERS = "SELECT trigger_name, event_object_table, action_timing,"
			+ " event_manipulation, action_statement FROM information_schema.triggers"
			+ " WHERE trigger_schema = DATABASE()"
			+ " ORDER BY event_object_table, action_timing, event_manipulation, action_order";

	private static final String OTHERS = "SELECT CONCAT(LOWER(routine_type), ' ', routine_name)"
			+ " FROM information_schema.routines WHERE routine_schema = DATABASE()"
			+ " UNION ALL SELECT CONCAT('event ', event_name) FROM information_schema.events"
			+ " WHERE event_schema = DATABASE()"
			+ " UNION ALL SELECT DISTINCT CONCAT('partitions of table ', table_name)"
			+ " FROM information_schema.partitions WHERE table_schema = DATABASE() AND partition_name IS NOT NULL"
			+ " ORDER BY 1";

	private final Connection connection;

	private final ServerText text;

	StoredPrograms(Connection connection, ServerText text) {
		this.connection = connection;
		this.text = text;
	}

	/**
	 * The server names the database in front of each table. In another one the view is
	 * about the tables there.
	 */
	List<View> views() throws SQLException {
		return Rows.of(this.connection, VIEWS, (row) -> Definitions.view(row.getString(1),
				this.text.restated(ServerText.withoutSchema(row.getString(2), row.getString(3)))));
	}

	List<Trigger> triggers() throws SQLException {
		return Rows.of(this.connection, TRIGGERS, (row) -> {
			String name = row.getString(1);
			String table = row.getString(2);
			return Definitions.trigger(name, table,
					"CREATE TRIGGER " + ServerText.backticked(name) + " " + row.getString(3) + " " + row.getString(4)
							+ " ON " + ServerText.backticked(table) + " FOR EACH ROW\n" + row.getString(5).strip());
		});
	}

	List<String> others() throws SQLException {
		return Rows.of(this.connection, OTHERS, (row) -> row.getString(1));
	}

}
