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
import dev.migration.operation.OperationTarget;
import dev.migration.schema.NamingConvention;
import dev.migration.test.TestDatabase;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Runs operations on a database, each statement by itself, and keeps them to be taken
 * back.
 */
public final class RecordedRun implements OperationTarget, AutoCloseable {

	private final Dialect dialect;

	private final TestDatabase database;

	private final Connection connection;

	private final RenderContext context;

	private final List<Operation> operations = new ArrayList<>();

	private final List<String> statements = new ArrayList<>();

	public RecordedRun(Dialect dialect, TestDatabase database) throws SQLException {
		this.dialect = dialect;
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
		Inverse inverse = Inverse.ofAll(List.copyOf(this.operations));
		if (inverse instanceof Inverse.None none) {
			throw new IllegalStateException(none.reason());
		}
		((Inverse.Of) inverse).operations().forEach(this::accept);
		this.operations.clear();
	}

	public void forget() {
		this.operations.clear();
		this.statements.clear();
	}

	public List<String> statements() {
		return this.statements;
	}

	@Override
	public String dialect() {
		return this.dialect.id();
	}

	@Override
	public void accept(Operation operation) {
		this.operations.add(operation);
		for (SqlStatement statement : this.dialect.render(operation, this.context)) {
			this.statements.add(statement.sql());
			try {
				run(statement);
			}
			catch (SQLException ex) {
				throw new IllegalStateException(statement.sql() + ": " + ex.getMessage(), ex);
			}
		}
	}

	private void run(SqlStatement statement) throws SQLException {
		if (statement.rows().isEmpty()) {
			try (Statement plain = this.connection.createStatement()) {
				plain.execute(statement.sql());
			}
			return;
		}
		try (PreparedStatement prepared = this.connection.prepareStatement(statement.sql())) {
			for (List<@Nullable Object> row : statement.rows()) {
				for (int i = 0; i < row.size(); i++) {
					this.dialect.bind(prepared, i + 1, row.get(i));
				}
				prepared.execute();
			}
		}
	}

	@Override
	public void autocommit(Runnable block) {
		block.run();
	}

	@Override
	public String literal(@Nullable Object value) {
		return this.dialect.literal(value);
	}

	@Override
	public String quote(String identifier) {
		return this.dialect.quote(identifier);
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
