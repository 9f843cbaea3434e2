package dev.migration.runtime;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

import dev.migration.MigrationException;
import dev.migration.Migrator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.jdbc.datasource.SingleConnectionDataSource;

import static dev.migration.schema.Definitions.literal;
import static dev.migration.schema.Types.varchar;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * A rebuild that fails at any of its statements leaves the file as it was, and the next
 * attempt succeeds.
 */
class SqliteRebuildFaultTests {

	@TempDir
	private Path directory;

	@Test
	void aFailureAtAnyStatementLeavesTheFileAsItWas() throws Exception {
		Path original = this.directory.resolve("original.db");
		try (Connection connection = open(original); Statement statement = connection.createStatement()) {
			for (String sql : List.of("CREATE TABLE t (id INTEGER PRIMARY KEY AUTOINCREMENT, a TEXT, b INT)",
					"CREATE TABLE child (t REFERENCES t ON DELETE CASCADE)", "CREATE TABLE log (m)",
					"CREATE INDEX ix ON t (a DESC)", "CREATE VIEW v AS SELECT a FROM t",
					"CREATE VIEW broken AS SELECT x FROM nowhere",
					"CREATE TRIGGER tr AFTER INSERT ON t BEGIN INSERT INTO log VALUES (new.b); END",
					"INSERT INTO t (a, b) VALUES ('x', 1), ('y', 2)", "INSERT INTO child VALUES (1), (2)")) {
				statement.execute(sql);
			}
		}
		List<String> before = dump(original);
		int failures = 0;
		Outcome outcome = Outcome.FAILED;
		for (int i = 1; outcome != Outcome.UNDISTURBED; i++) {
			Path file = Files.copy(original, this.directory.resolve("attempt" + i + ".db"));
			outcome = run(i, file);
			if (outcome == Outcome.FAILED) {
				failures++;
				assertThat(dump(file)).as("failure at call " + i).isEqualTo(before);
				assertThat(run(Integer.MAX_VALUE, file)).as("retry after a failure at call " + i)
					.isEqualTo(Outcome.UNDISTURBED);
			}
			assertThat(dump(file)).anyMatch((line) -> line.contains("varchar(9)"))
				.noneMatch((line) -> line.contains("copy_of"))
				.anyMatch((line) -> line.contains("trigger tr "))
				.contains("child 1", "child 2", "sequence 2", "t 1 x 1", "t 2 y 2");
		}
		assertThat(failures).isGreaterThan(40);
	}

	/**
	 * Run the revision with an error of the driver at one of the calls that run
	 * something.
	 */
	private static Outcome run(int call, Path file) throws SQLException {
		try (Connection connection = open(file)) {
			Faults faults = new Faults(call);
			Migrator migrator = MigratorBuilder
				.forDataSource(new SingleConnectionDataSource(faults.in(connection), true))
				.revisions(new TestRevisions().add("a", "", (op) -> op.batchAlterTable("t", (t) -> {
					t.renameColumn("b", "size");
					t.alterColumn("a", (a) -> a.type(varchar(9)).notNull().serverDefault(literal("z")));
				}), null))
				.build();
			try {
				migrator.upgrade("head");
				return faults.isReached() ? Outcome.TOLERATED : Outcome.UNDISTURBED;
			}
			catch (MigrationException ex) {
				if (!faults.isReached()) {
					throw ex;
				}
				return Outcome.FAILED;
			}
			finally {
				assertThat(SqliteRebuildProperties.rows(connection, "PRAGMA legacy_alter_table").get(0))
					.containsExactly("0");
				assertThat(SqliteRebuildProperties.rows(connection, "PRAGMA foreign_keys").get(0)).containsExactly("1");
			}
		}
	}

	private static Connection open(Path file) throws SQLException {
		return DriverManager.getConnection("jdbc:sqlite:" + file + "?foreign_keys=on");
	}

	private static List<String> dump(Path file) throws SQLException {
		try (Connection connection = open(file)) {
			return SqliteRebuildProperties
				.rows(connection,
						"SELECT 'object ' || type || ' ' || name || ' ' || coalesce(sql, '') FROM sqlite_master"
								+ " UNION ALL SELECT 't ' || id || ' ' || a || ' ' || rowid FROM t"
								+ " UNION ALL SELECT 'child ' || t FROM child"
								+ " UNION ALL SELECT 'sequence ' || seq FROM sqlite_sequence")
				.stream()
				.map((row) -> row.get(0))
				.toList();
		}
	}

	/**
	 * What an error led to.
	 */
	private enum Outcome {

		/** The run failed. */
		FAILED,

		/** The run succeeded nevertheless. */
		TOLERATED,

		/** The error was never reached. */
		UNDISTURBED

	}

	/**
	 * A connection whose statements fail once.
	 */
	private static final class Faults {

		private final int failing;

		private int calls;

		private boolean reached;

		private Faults(int failing) {
			this.failing = failing;
		}

		boolean isReached() {
			return this.reached;
		}

		Connection in(Connection connection) {
			return wrap(Connection.class, connection);
		}

		private <T> T wrap(Class<T> type, T target) {
			return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] { type },
					(proxy, method, arguments) -> {
						boolean isExecution = method.getName().startsWith("execute") && !isRollback(arguments);
						if (isExecution && ++this.calls == this.failing) {
							this.reached = true;
							throw new SQLException("injected");
						}
						try {
							return wrapResult(method.invoke(target, arguments));
						}
						catch (InvocationTargetException ex) {
							throw ex.getCause();
						}
					}));
		}

		private static boolean isRollback(Object[] arguments) {
			return arguments != null && arguments.length > 0
					&& List.of("ROLLBACK", "PRAGMA legacy_alter_table = 0", "PRAGMA foreign_keys = ON")
						.contains(arguments[0]);
		}

		private Object wrapResult(Object result) {
			if (result instanceof PreparedStatement prepared) {
				return wrap(PreparedStatement.class, prepared);
			}
			return (result instanceof Statement statement) ? wrap(Statement.class, statement) : result;
		}

	}

}
