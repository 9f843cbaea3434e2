package dev.migration.runtime;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

import dev.migration.dialect.sqlite.ddl.TableDefinition;
import dev.migration.dialect.sqlite.ddl.TableItem;
import dev.migration.test.TestDatabase;
import dev.migration.test.TestDatabase.Kind;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

import org.springframework.jdbc.datasource.SingleConnectionDataSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Whatever the table and whatever the operation: what the operation does not name is the
 * same before and after.
 */
class SqliteRebuildProperties {

	@Property(tries = 60)
	void whatIsNotNamedIsTheSame(@ForAll Random random) throws SQLException {
		RandomSchema schema = new RandomSchema(random);
		TestDatabase database = TestDatabase.create(Kind.SQLITE);
		database.execute(schema.creation().toArray(String[]::new));
		try (Connection connection = database.connect()) {
			Map<String, Object> before = read(connection, schema.target());
			RandomSchema.Change change = schema.change();
			MigratorBuilder.forDataSource(new SingleConnectionDataSource(connection, true))
				.revisions(new TestRevisions().add("a", "", (op) -> op.batchAlterTable("t", change.operations()), null))
				.build()
				.upgrade("head");
			Map<String, Object> after = read(connection, schema.target());
			assertThat(after).as(() -> change.description() + "\n" + String.join(";\n", schema.creation()))
				.isEqualTo(before);
			assertThat(change.isThere(connection)).as(change.description()).isTrue();
			assertThat(database.query("PRAGMA integrity_check")).containsExactly("ok");
			assertThat(database.query("PRAGMA foreign_key_check")).isEmpty();
		}
	}

	/**
	 * Read everything but the column that the operation is about.
	 */
	private static Map<String, Object> read(Connection connection, String target) throws SQLException {
		Map<String, Object> state = new TreeMap<>();
		for (List<String> object : rows(connection, "SELECT type, name, tbl_name, sql FROM sqlite_master"
				+ " WHERE sql IS NOT NULL AND name NOT LIKE 'migration_%' AND name <> 't'")) {
			state.put(object.get(0) + " " + object.get(1), object.get(2) + " " + object.get(3));
		}
		TableDefinition definition = TableDefinition
			.parse(rows(connection, "SELECT sql FROM sqlite_master WHERE name = 't'").get(0).get(0));
		state.put("options", definition.options());
		List<String> items = new ArrayList<>();
		List<String> columns = new ArrayList<>();
		for (TableItem item : definition.items()) {
			if (item.column() == null || !isTarget(item.column(), target)) {
				items.add(text(item));
			}
			if (item.column() != null && !isTarget(item.column(), target)) {
				columns.add(BatchState.quote(item.column()));
			}
		}
		items.removeIf((item) -> item.contains("added_"));
		state.put("items", items.stream().sorted().toList());
		columns.sort(String::compareTo);
		String rowid = definition.isWithoutRowid() ? "" : ", rowid";
		state.put("rows",
				rows(connection, "SELECT " + String.join(", ", columns) + typesOf(columns) + rowid + " FROM t"));
		for (String table : List.of("child", "log")) {
			state.put("rows of " + table, rows(connection, "SELECT rowid, * FROM " + table));
		}
		state.put("counter", rows(connection, "SELECT seq FROM sqlite_sequence WHERE name = 't'"));
		state.put("foreign_keys", rows(connection, "PRAGMA foreign_keys"));
		return state;
	}

	private static String typesOf(List<String> columns) {
		StringBuilder types = new StringBuilder();
		columns.forEach((column) -> types.append(", typeof(").append(column).append(")"));
		return types.toString();
	}

	private static boolean isTarget(String column, String target) {
		return column.equals(target) || column.equals("renamed") || column.equals("added_column");
	}

	private static String text(TableItem item) {
		StringBuilder text = new StringBuilder(item.columnText()).append(item.type());
		item.clauses().forEach((clause) -> text.append(clause.gap()).append(clause.text()));
		// The copy has another name until the old table is gone.
		return text.toString().replace("t.b > 0", "b > 0");
	}

	static List<List<String>> rows(Connection connection, String sql) throws SQLException {
		List<List<String>> rows = new ArrayList<>();
		try (Statement statement = connection.createStatement(); ResultSet result = statement.executeQuery(sql)) {
			while (result.next()) {
				List<String> row = new ArrayList<>();
				for (int i = 1; i <= result.getMetaData().getColumnCount(); i++) {
					row.add(result.getString(i));
				}
				rows.add(row);
			}
		}
		return rows;
	}

}
