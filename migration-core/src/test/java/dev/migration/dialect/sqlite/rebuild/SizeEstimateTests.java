package dev.migration.dialect.sqlite.rebuild;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

import dev.migration.dialect.sqlite.ddl.TableDefinition;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class SizeEstimateTests {

	@ParameterizedTest
	@CsvSource(delimiter = ';', quoteCharacter = '`', textBlock = """
			(id INTEGER PRIMARY KEY, a TEXT, b INT)          ; i, 'text number ' || i, i
			(id INTEGER PRIMARY KEY, a TEXT UNIQUE, b INT)   ; i * 1000, printf('text number %06d', i), 1.5
			(id INTEGER PRIMARY KEY, a TEXT, b INT)          ; i * i, NULL, i
			(id INTEGER PRIMARY KEY, a BLOB, "b ""c" AS (a)) ; i - 25000, zeroblob(300)
			""")
	void itIsAboutWhatThePagesAddUpTo(String definition, String values) throws SQLException {
		try (Connection connection = DriverManager.getConnection("jdbc:sqlite::memory:");
				Statement statement = connection.createStatement()) {
			statement.execute("CREATE TABLE t " + definition);
			statement.execute("WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 50000)"
					+ " INSERT INTO t SELECT " + values + " FROM n");
			Database database = new Database(connection, "main");
			long pages = database.number("SELECT sum(pgsize) FROM dbstat");
			long bytes = new SizeEstimate(database, "t")
				.bytes(TableDefinition.parse("CREATE TABLE t " + definition), 50000)
				.orElseThrow();
			assertThat((double) bytes).isCloseTo(pages, Percentage.withPercentage(20));
		}
	}

	@Test
	void withoutARowidThereIsNone() throws SQLException {
		try (Connection connection = DriverManager.getConnection("jdbc:sqlite::memory:");
				Statement statement = connection.createStatement()) {
			for (String definition : new String[] { "CREATE TABLE a (k INT PRIMARY KEY) WITHOUT ROWID",
					"CREATE TABLE b (rowid TEXT)" }) {
				statement.execute(definition);
				assertThat(new SizeEstimate(new Database(connection, "main"), definition.substring(13, 14))
					.bytes(TableDefinition.parse(definition), 1)).isEmpty();
			}
		}
	}

}
