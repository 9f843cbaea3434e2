package dev.migration.dialect.sqlite.ddl;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What holds for every table that SQLite accepts, however it is written.
 */
class TableDefinitionProperties {

	@Property(tries = 500)
	void theTextIsKeptAndTheModelIsThatOfSqlite(@ForAll Random random) throws SQLException {
		String sql = new RandomTable(random).sql();
		try (Connection connection = DriverManager.getConnection("jdbc:sqlite::memory:");
				Statement statement = connection.createStatement()) {
			statement.execute("CREATE TABLE p (a PRIMARY KEY, b)");
			statement.execute(sql);
			String stored = first(statement, "SELECT sql FROM sqlite_master WHERE name = 'a table'");
			TableDefinition definition = TableDefinition.parse(stored);
			assertThat(definition.sql()).isEqualTo(stored);
			assertThat(describe(definition)).containsExactlyElementsOf(all(statement,
					"SELECT name || '|' || lower(type) || '|' || (hidden > 0) || '|' || coalesce(dflt_value, '-')"
							+ " FROM pragma_table_xinfo('a table')"));
			assertThat(definition.primaryKey()).containsExactlyElementsOf(
					all(statement, "SELECT name FROM pragma_table_xinfo('a table') WHERE pk > 0 ORDER BY pk"));
			assertThat(count(definition, ClauseKind.FOREIGN_KEY)).isEqualTo(Long
				.parseLong(first(statement, "SELECT count(DISTINCT id) FROM pragma_foreign_key_list('a table')")));
			assertThat(definition.isWithoutRowid())
				.isEqualTo(first(statement, "SELECT wr FROM pragma_table_list WHERE name = 'a table'").equals("1"));
			assertThat(definition.isStrict())
				.isEqualTo(first(statement, "SELECT strict FROM pragma_table_list WHERE name = 'a table'").equals("1"));
		}
	}

	@Property(tries = 200)
	void whateverIsAddedAndTakenAwayLeavesTheRestToTheLetter(@ForAll Random random) throws SQLException {
		TableDefinition definition = TableDefinition.parse(new RandomTable(random).sql());
		TableDefinition changed = definition.withColumn("added TEXT").withConstraint("CHECK (1)");
		try (Connection connection = DriverManager.getConnection("jdbc:sqlite::memory:");
				Statement statement = connection.createStatement()) {
			statement.execute(changed.sql());
		}
		TableDefinition back = TableDefinition.parse(changed.sql()).withoutColumn("added");
		back = back.withoutConstraint(back.tableClauses().get(back.tableClauses().size() - 1));
		assertThat(bodies(back)).isEqualTo(bodies(definition));
	}

	private static List<String> bodies(TableDefinition definition) {
		return definition.items().stream().map(TableItem::body).toList();
	}

	private static List<String> describe(TableDefinition definition) {
		List<String> columns = new ArrayList<>();
		for (TableItem item : definition.columns()) {
			Clause value = item.clause(ClauseKind.DEFAULT);
			String detail = (value != null) ? String.valueOf(value.detail()) : "-";
			boolean isExpression = detail.startsWith("(");
			columns.add(item.columnName() + "|" + item.declaredType().replaceAll("\\s+", " ").toLowerCase() + "|"
					+ (item.has(ClauseKind.GENERATED) ? 1 : 0) + "|"
					+ (isExpression ? detail.substring(1, detail.length() - 1) : detail));
		}
		return columns;
	}

	private static long count(TableDefinition definition, ClauseKind kind) {
		List<Clause> clauses = new ArrayList<>(definition.tableClauses());
		definition.columns().forEach((column) -> clauses.addAll(column.clauses()));
		return clauses.stream().filter((clause) -> clause.kind() == kind).count();
	}

	private static String first(Statement statement, String sql) throws SQLException {
		return all(statement, sql).get(0);
	}

	private static List<String> all(Statement statement, String sql) throws SQLException {
		List<String> values = new ArrayList<>();
		try (ResultSet result = statement.executeQuery(sql)) {
			while (result.next()) {
				values.add(result.getString(1));
			}
		}
		return values;
	}

}
