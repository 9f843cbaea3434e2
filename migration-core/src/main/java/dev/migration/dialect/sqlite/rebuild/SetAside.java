package dev.migration.dialect.sqlite.rebuild;

import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import dev.migration.dialect.SqlStatement;

/**
 * Sets broken views and triggers aside. SQLite renames and drops nothing while there is
 * one anywhere, even if it has nothing to do with the table.
 */
public final class SetAside {

	private SetAside() {
	}

	/**
	 * Put statements between those that drop what is broken and those that create it
	 * again.
	 * @param connection the connection of the run
	 * @param schema the schema, or {@code null} for the one of the connection
	 * @param table the table of the statements
	 * @param statements the statements
	 * @return all statements
	 */
	public static List<SqlStatement> around(Connection connection, @Nullable String schema, String table,
			List<SqlStatement> statements) {
		return around(Database.of(connection, schema, table), statements);
	}

	static List<SqlStatement> around(Database database, List<SqlStatement> statements) {
		Map<SchemaObject, String> broken = new BrokenObjects(database).find();
		List<SqlStatement> all = new ArrayList<>();
		broken.keySet()
			.forEach((object) -> all.add(new SqlStatement("DROP " + object.type().toUpperCase(Locale.ROOT)
					+ " IF EXISTS " + database.qualified(object.name()))));
		all.addAll(statements);
		for (String type : List.of("view", "trigger")) {
			for (SchemaObject object : broken.keySet()) {
				if (object.type().equals(type)) {
					all.add(new SqlStatement(object.sqlIn(database.schema())));
				}
			}
		}
		return all;
	}

}
