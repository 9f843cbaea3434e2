package dev.migration.dialect;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

import dev.migration.Operations;
import dev.migration.dialect.h2.H2Dialect;
import dev.migration.dialect.mysql.MariadbDialect;
import dev.migration.dialect.mysql.MysqlDialect;
import dev.migration.dialect.postgresql.PostgresqlDialect;
import dev.migration.dialect.sqlite.SqliteDialect;
import dev.migration.operation.Operation;
import dev.migration.operation.OperationRecorder;
import dev.migration.schema.NamingConvention;
import dev.migration.test.DatabaseDump;
import dev.migration.test.TestDatabase;

/**
 * A real database, and what its dialect does there: operations run one after the other,
 * and the catalogue in the words of the database, to compare.
 */
final class DialectSession implements AutoCloseable {

	private final TestDatabase database;

	private final Dialect dialect;

	private final Connection connection;

	private DialectSession(TestDatabase database) throws SQLException {
		this.database = database;
		this.dialect = dialect(database.kind());
		this.connection = database.connect();
	}

	static DialectSession open(TestDatabase.Kind kind) throws SQLException {
		return new DialectSession(TestDatabase.create(kind));
	}

	static Dialect dialect(TestDatabase.Kind kind) {
		return switch (kind) {
			case SQLITE -> new SqliteDialect();
			case POSTGRESQL -> new PostgresqlDialect();
			case H2 -> new H2Dialect();
			case MARIADB -> new MariadbDialect();
			case MYSQL -> new MysqlDialect();
		};
	}

	/**
	 * Return what calls become.
	 * @param dialect the dialect
	 * @param calls the calls
	 * @return the operations
	 */
	static List<Operation> record(Dialect dialect, Consumer<Operations> calls) {
		RecordedOperations recording = new RecordedOperations(dialect);
		calls.accept(new OperationRecorder(recording, NamingConvention.DEFAULT));
		return recording.operations();
	}

	/**
	 * Run calls.
	 * @param calls the calls
	 * @return what they became
	 */
	List<Operation> run(Consumer<Operations> calls) throws SQLException {
		List<Operation> operations = record(this.dialect, calls);
		run(operations);
		return operations;
	}

	void run(List<Operation> operations) throws SQLException {
		for (Operation operation : operations) {
			for (SqlStatement statement : render(operation)) {
				for (SqlStatement each : statement.inScript()) {
					run(each);
				}
			}
		}
	}

	List<SqlStatement> render(Operation operation) throws SQLException {
		RenderContext context = RenderContext.online(this.dialect.version(this.connection), this.connection,
				NamingConvention.DEFAULT);
		return this.dialect.render(operation, context);
	}

	private void run(SqlStatement statement) throws SQLException {
		try {
			RecordedRun.run(statement, this.dialect, this.connection);
		}
		catch (SQLException ex) {
			throw new SQLException(ex.getMessage() + "\n" + statement.sql(), ex.getSQLState(), ex.getErrorCode());
		}
	}

	void execute(String sql) throws SQLException {
		try (Statement statement = this.connection.createStatement()) {
			statement.setEscapeProcessing(false);
			statement.execute(sql);
		}
		catch (SQLException ex) {
			throw new SQLException(ex.getMessage() + "\n" + sql, ex.getSQLState(), ex.getErrorCode());
		}
	}

	List<String> query(String sql) throws SQLException {
		List<String> values = new ArrayList<>();
		try (Statement statement = this.connection.createStatement(); ResultSet rows = statement.executeQuery(sql)) {
			while (rows.next()) {
				values.add(rows.getString(1));
			}
		}
		return values;
	}

	/**
	 * Return the whole catalogue, but for the numbers that were given out.
	 * @return the statements that would make the database anew
	 */
	List<String> catalogue() throws SQLException {
		List<String> catalogue = new ArrayList<>(DatabaseDump.catalogue(this.database));
		if (kind() == TestDatabase.Kind.MARIADB || kind() == TestDatabase.Kind.MYSQL) {
			catalogue
				.addAll(query("SELECT schema_name FROM information_schema.schemata WHERE schema_name LIKE 'billing%'"));
		}
		return catalogue;
	}

	String definition(String table, String column) throws SQLException {
		return catalogue().stream()
			.flatMap((statement) -> statement.lines())
			.map(String::strip)
			.filter((line) -> line.startsWith("`" + column + "`") || line.startsWith("\"" + column + "\""))
			.findFirst()
			.orElseThrow();
	}

	TestDatabase.Kind kind() {
		return this.database.kind();
	}

	String quote(String name) {
		return this.dialect.quote(name);
	}

	@Override
	public void close() throws SQLException {
		this.connection.close();
	}

}
