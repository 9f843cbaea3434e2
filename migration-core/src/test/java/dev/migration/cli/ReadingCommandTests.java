package dev.migration.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

import javax.sql.DataSource;

import dev.migration.Migrator;
import dev.migration.Migrators;
import dev.migration.schema.Schema;
import dev.migration.schema.TargetSchema;
import dev.migration.runtime.MigratorBuilder;
import dev.migration.script.LocationRevisionSource;
import dev.migration.script.MigrationFactory;
import dev.migration.test.TestDatabase;
import dev.migration.test.TestDatabase.Kind;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import org.springframework.jdbc.datasource.DriverManagerDataSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The commands that only read, on databases in each state, and with users that could not
 * write if they wanted to.
 */
class ReadingCommandTests {

	private static final List<String> COMMANDS = List.of("current", "current -v", "current --check-heads", "history",
			"history -i", "history -r current:heads", "heads", "branches", "show head", "show c100", "check",
			"check --json", "upgrade heads --dry-run", "downgrade base --dry-run", "stamp c300 --dry-run",
			"stamp --purge c300 --dry-run");

	private static final Map<String, String> CATALOGUES = Map.of("SQLite",
			"SELECT type, name, sql FROM sqlite_master ORDER BY name", "PostgreSQL",
			"SELECT n.nspname, c.relname, c.relkind, c.oid FROM pg_class c JOIN pg_namespace n"
					+ " ON n.oid = c.relnamespace WHERE n.nspname NOT LIKE 'pg_t%' ORDER BY c.oid");

	@ParameterizedTest
	@MethodSource
	void writeNothing(Kind kind, State state, boolean readOnlyUser) throws SQLException {
		TestDatabase database = TestDatabase.create(kind);
		state.prepare(database);
		DataSource reader = (readOnlyUser) ? readOnly(kind, database) : database.dataSource();
		List<String> before = content(database);
		for (String command : COMMANDS) {
			StringWriter err = new StringWriter();
			int code = cli(reader, err).run(command.split(" "));
			assertThat(code).as("%s: %s", command, err).isIn(expectedCodes(command, state));
		}
		assertThat(content(database)).isEqualTo(before);
	}

	static Stream<Arguments> writeNothing() {
		return Stream.of(Kind.values())
			.filter((kind) -> kind != Kind.MYSQL)
			.flatMap((kind) -> Stream.of(State.values())
				.flatMap((state) -> readers(kind).map((readOnly) -> Arguments.of(kind, state, readOnly))));
	}

	/**
	 * The test servers of the others know only one user.
	 */
	private static Stream<Boolean> readers(Kind kind) {
		return (kind == Kind.SQLITE || kind == Kind.POSTGRESQL) ? Stream.of(false, true) : Stream.of(false);
	}

	/**
	 * What a database is in no state for is said, and never because writing failed.
	 */
	private static Set<Integer> expectedCodes(String command, State state) {
		if (command.equals("show head")) {
			return Set.of(ExitCode.TARGET_OR_GRAPH.value());
		}
		if (command.equals("current --check-heads") && state != State.AT_HEADS) {
			return Set.of(ExitCode.NOT_WHERE_EXPECTED.value());
		}
		if (command.startsWith("check")) {
			return Set.of((state == State.AT_HEADS) ? ExitCode.DRIFT.value() : ExitCode.NOT_WHERE_EXPECTED.value());
		}
		boolean plansFromRows = (command.endsWith("--dry-run") && !command.contains("--purge"))
				|| command.contains("current:");
		if (state == State.UNKNOWN_ROW && plansFromRows) {
			return Set.of(ExitCode.NOT_WHERE_EXPECTED.value(), ExitCode.TARGET_OR_GRAPH.value());
		}
		return Set.of(ExitCode.OK.value());
	}

	private static DataSource readOnly(Kind kind, TestDatabase database) {
		if (kind == Kind.SQLITE) {
			return new DriverManagerDataSource(database.jdbcUrl() + "&open_mode=1");
		}
		String user = "reader_of_" + database.jdbcUrl().replaceFirst(".*/", "");
		database.execute("CREATE ROLE " + user + " LOGIN PASSWORD 'reader'", "GRANT USAGE ON SCHEMA public TO " + user,
				"GRANT SELECT ON ALL TABLES IN SCHEMA public TO " + user);
		return new DriverManagerDataSource(database.jdbcUrl(), user, "reader");
	}

	/**
	 * Read the catalogue with all rows of all tables.
	 */
	private static List<String> content(TestDatabase database) throws SQLException {
		List<String> content = new ArrayList<>();
		try (Connection connection = database.connect(); Statement statement = connection.createStatement()) {
			content.addAll(rows(statement,
					CATALOGUES.getOrDefault(connection.getMetaData().getDatabaseProductName(),
							"SELECT table_name, column_name, data_type FROM information_schema.columns "
									+ "WHERE table_schema IN ('PUBLIC', database()) ORDER BY 1, 2")));
			for (String table : database.tables()) {
				content.addAll(rows(statement, "SELECT * FROM " + table));
			}
		}
		return content;
	}

	private static List<String> rows(Statement statement, String sql) throws SQLException {
		List<String> rows = new ArrayList<>();
		try (ResultSet result = statement.executeQuery(sql)) {
			while (result.next()) {
				TreeMap<Integer, String> row = new TreeMap<>();
				for (int column = 1; column <= result.getMetaData().getColumnCount(); column++) {
					row.put(column, String.valueOf(result.getObject(column)));
				}
				rows.add(row.toString());
			}
		}
		return rows;
	}

	private static MigrateCli cli(DataSource dataSource, StringWriter err) {
		Migrator migrator = builder(dataSource).targetSchema((product) -> TargetSchema.of(Schema.EMPTY)).build();
		return new MigrateCli(() -> Migrators.of("db", migrator), new PrintWriter(new StringWriter()),
				new PrintWriter(err));
	}

	private static MigratorBuilder builder(DataSource dataSource) {
		return MigratorBuilder.forDataSource(dataSource)
			.revisions(new LocationRevisionSource(List.of("classpath:dev/migration/cli/revisions"),
					ReadingCommandTests.class.getClassLoader(), MigrationFactory.withoutArguments()))
			.lockTimeout(Duration.ofMillis(100));
	}

	/**
	 * What a command may find.
	 */
	private enum State {

		EMPTY, AT_BASE, HALF_WAY, AT_HEADS, UNKNOWN_ROW;

		void prepare(TestDatabase database) {
			Migrator migrator = builder(database.dataSource()).build();
			switch (this) {
				case EMPTY -> database.tables();
				case AT_BASE -> migrator.ensureVersionTable();
				case HALF_WAY -> migrator.upgrade("c200");
				case AT_HEADS -> migrator.upgrade("heads");
				case UNKNOWN_ROW -> {
					migrator.upgrade("c200");
					database.execute("UPDATE migration_version SET version_num = 'gone'");
				}
			}
		}

	}

}
