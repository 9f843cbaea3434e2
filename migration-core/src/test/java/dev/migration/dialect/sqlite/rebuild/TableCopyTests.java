package dev.migration.dialect.sqlite.rebuild;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.migration.dialect.sqlite.ddl.TableDefinition;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.slf4j.LoggerFactory;

import static org.assertj.core.api.Assertions.assertThat;

class TableCopyTests {

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			(k INTEGER PRIMARY KEY, a TEXT)                       | 20 | true
			(k INTEGER PRIMARY KEY, a TEXT)                       | 25 | true
			(k INTEGER PRIMARY KEY, a TEXT)                       | 20 | false
			(k INTEGER PRIMARY KEY, a TEXT)                       | 23 | false
			(k INTEGER, a TEXT, PRIMARY KEY (a, k)) WITHOUT ROWID | 20 | true
			(k INTEGER, a TEXT, PRIMARY KEY (a, k)) WITHOUT ROWID | 24 | false
			(k TEXT, a TEXT, PRIMARY KEY (k DESC)) WITHOUT ROWID  | 23 | true
			""")
	void portionsTogetherAreAllRowsAndSayHowFarTheyAre(String definition, int rows, boolean keepsKey)
			throws SQLException {
		Logger logger = (Logger) LoggerFactory.getLogger(TableCopy.class);
		ListAppender<ILoggingEvent> log = new ListAppender<>();
		log.start();
		logger.setLevel(Level.INFO);
		logger.addAppender(log);
		try (Connection connection = DriverManager.getConnection("jdbc:sqlite::memory:");
				Statement statement = connection.createStatement()) {
			statement.execute("CREATE TABLE t " + definition);
			statement.execute("CREATE TABLE copy " + definition);
			for (int i = 1; i <= rows; i++) {
				statement.execute("INSERT INTO t VALUES (" + (i * i - 90) + ", '" + i % 3 + "')");
			}
			TableDefinition parsed = TableDefinition.parse("CREATE TABLE copy " + definition);
			List<String> key = parsed.isWithoutRowid() ? parsed.primaryKey() : List.of("rowid");
			TableCopy copy = new TableCopy("t", "copy", "t", Map.of("\"k\"", "k", "\"a\"", "a"), null, key, keepsKey,
					parsed, OptionalLong.empty());
			copy.run(connection, 5, Duration.ZERO);
			assertThat(Database.query(connection, copy.inScript().get(1).sql())).isEmpty();
			assertThat(Database.query(connection, "SELECT * FROM t EXCEPT SELECT * FROM copy")).isEmpty();
		}
		finally {
			logger.detachAppender(log);
		}
		assertThat(log.list.get(1).getFormattedMessage())
			.startsWith("Rebuilding table t: copied 10 of " + rows + " rows")
			.contains("rows per second", "s left");
	}

}
