package dev.migration.runtime;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import dev.migration.CheckFailedException;
import dev.migration.dialect.Dialect;
import dev.migration.dialect.SqlStatement;

/**
 * Runs the statements of one step, counts them and hashes their text.
 */
final class StatementRunner {

	// Rows are sent in portions, so that a large insert does not fill the memory.
	private static final int BATCH_SIZE = 1000;

	private final Connection connection;

	private final Dialect dialect;

	private final StatementDigest digest = new StatementDigest();

	private @Nullable SqlStatement current;

	StatementRunner(Connection connection, Dialect dialect) {
		this.connection = connection;
		this.dialect = dialect;
	}

	void run(SqlStatement statement) {
		this.current = statement;
		this.digest.add(statement);
		try {
			execute(statement);
		}
		catch (SQLException ex) {
			throw new StatementFailure(ex);
		}
		this.current = null;
	}

	/**
	 * Count statements that an earlier run did.
	 * @param statements how many
	 */
	void skip(int statements) {
		this.digest.skip(statements);
	}

	/**
	 * Run a statement again that an earlier run did in its own session.
	 * @param statement the statement
	 */
	void repeat(SqlStatement statement) {
		try {
			execute(statement);
		}
		catch (SQLException ex) {
			throw new StatementFailure(ex);
		}
	}

	private void execute(SqlStatement statement) throws SQLException {
		if (statement.action() != null) {
			statement.action().run(this.connection);
			return;
		}
		if (statement.kind() == SqlStatement.Kind.CHECK) {
			check(statement);
			return;
		}
		if (statement.rows().isEmpty()) {
			try (Statement plain = this.connection.createStatement()) {
				plain.setEscapeProcessing(false);
				plain.execute(statement.sql());
			}
			return;
		}
		try (PreparedStatement prepared = this.connection.prepareStatement(statement.sql())) {
			executeRows(prepared, statement.rows());
		}
	}

	private void check(SqlStatement statement) throws SQLException {
		try (Statement query = this.connection.createStatement(); ResultSet row = query.executeQuery(statement.sql())) {
			if (row.next()) {
				throw new CheckFailedException((statement.location() != null) ? statement.location() : statement.sql(),
						describe(row), "Put right what it names, and run the revision again.");
			}
		}
	}

	private static String describe(ResultSet row) throws SQLException {
		List<String> values = new ArrayList<>();
		for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
			values.add(row.getMetaData().getColumnLabel(i) + " = " + row.getString(i));
		}
		return String.join(", ", values);
	}

	private void executeRows(PreparedStatement statement, List<List<@Nullable Object>> rows) throws SQLException {
		if (rows.size() == 1) {
			bind(statement, rows.get(0));
			statement.execute();
			return;
		}
		int waiting = 0;
		for (List<@Nullable Object> row : rows) {
			bind(statement, row);
			statement.addBatch();
			waiting++;
			if (waiting == BATCH_SIZE) {
				statement.executeBatch();
				waiting = 0;
			}
		}
		if (waiting > 0) {
			statement.executeBatch();
		}
	}

	private void bind(PreparedStatement statement, List<@Nullable Object> values) throws SQLException {
		for (int i = 0; i < values.size(); i++) {
			this.dialect.bind(statement, i + 1, values.get(i));
		}
	}

	int count() {
		return this.digest.count();
	}

	/**
	 * Return the statement that is under way, which is the failed one after an error.
	 * @return the statement, or {@code null} between statements
	 */
	@Nullable SqlStatement current() {
		return this.current;
	}

	@Nullable String checksum() {
		return this.digest.checksum();
	}

	/**
	 * Carries the error of the driver through the body of a revision.
	 */
	static final class StatementFailure extends RuntimeException {

		private final SQLException sqlException;

		StatementFailure(SQLException cause) {
			super(cause.getMessage(), cause);
			this.sqlException = cause;
		}

		SQLException sqlException() {
			return this.sqlException;
		}

	}

}
