package dev.migration.dialect;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

import dev.migration.Operations;
import dev.migration.operation.Inverse;
import dev.migration.operation.Operation;
import dev.migration.operation.OperationRecorder;
import dev.migration.schema.NamingConvention;
import dev.migration.test.TestDatabase;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Runs operations on a database, each statement by itself, and keeps them to be taken
 * back.
 */
public final class RecordedRun extends RecordedOperations implements AutoCloseable {

	private final TestDatabase database;

	private final Connection connection;

	private final RenderContext context;

	private final List<String> statements = new ArrayList<>();

	public RecordedRun(Dialect dialect, TestDatabase database) throws SQLException {
		super(dialect);
		this.database = database;
		this.connection = database.connect();
		this.context = RenderContext.online(dialect.version(this.connection), this.connection,
				NamingConvention.DEFAULT);
	}

	public Operations op() {
		return new OperationRecorder(this, NamingConvention.DEFAULT);
	}

	/**
	 * Take back what was done since the last call.
	 */
	public void takeBack() {
		Inverse inverse = Inverse.ofAll(List.copyOf(operations()));
		if (inverse instanceof Inverse.None none) {
			throw new IllegalStateException(none.reason());
		}
		((Inverse.Of) inverse).operations().forEach(this::accept);
		operations().clear();
	}

	public void forget() {
		operations().clear();
		this.statements.clear();
	}

	public List<String> statements() {
		return this.statements;
	}

	@Override
	public void accept(Operation operation) {
		super.accept(operation);
		for (SqlStatement statement : sqlDialect().render(operation, this.context)) {
			this.statements.add(statement.sql());
			try {
				run(statement, sqlDialect(), this.connection);
			}
			catch (SQLException ex) {
				throw new IllegalStateException(statement.sql() + ": " + ex.getMessage(), ex);
			}
		}
	}

	/**
	 * Run a statement.
	 * @param statement the statement
	 * @param dialect its dialect
	 * @param connection the connection
	 * @throws SQLException if it fails, or if it is a check that finds a row
	 */
	static void run(SqlStatement statement, Dialect dialect, Connection connection) throws SQLException {
		if (statement.rows().isEmpty()) {
			try (Statement plain = connection.createStatement()) {
				plain.setEscapeProcessing(false);
				boolean hasRows = plain.execute(statement.sql());
				if (statement.kind() == SqlStatement.Kind.CHECK && hasRows && plain.getResultSet().next()) {
					throw new SQLException("not so: " + statement.location());
				}
			}
			return;
		}
		try (PreparedStatement prepared = connection.prepareStatement(statement.sql())) {
			for (List<@Nullable Object> row : statement.rows()) {
				for (int i = 0; i < row.size(); i++) {
					dialect.bind(prepared, i + 1, row.get(i));
				}
				prepared.execute();
			}
		}
	}

	@Override
	public JdbcClient jdbc() {
		return JdbcClient.create(this.database.dataSource());
	}

	@Override
	public void close() throws SQLException {
		this.connection.close();
	}

}
