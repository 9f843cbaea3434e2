package dev.migration.dialect.postgresql;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Statement;
import java.util.List;

import org.jspecify.annotations.Nullable;

import dev.migration.DefinitionRefusedException;

/**
 * Creates temporary things in a transaction that is rolled back. They are sent together;
 * only when one of them fails they are sent one by one, to tell which it is.
 */
final class ScratchRun {

	private static final String READ_ONLY = "25006";

	/** Only asks whether there may be temporary tables at all. */
	private static final String PROBE = "CREATE TEMPORARY TABLE migration_scratch_0 ()";

	private final Connection connection;

	private ScratchRun(Connection connection) {
		this.connection = connection;
	}

	/**
	 * Create temporary things, look at them, and take them back.
	 * @param connection the connection, in auto-commit
	 * @param statements what creates them
	 * @param look looks at them
	 * @return what was seen
	 * @throws DefinitionRefusedException if the server refuses one of them, or all
	 */
	static <T> T run(Connection connection, List<ScratchStatement> statements, Look<T> look) throws SQLException {
		connection.setAutoCommit(false);
		try {
			new ScratchRun(connection).create(statements);
			return look.look();
		}
		finally {
			connection.rollback();
			connection.setAutoCommit(true);
		}
	}

	private void create(List<ScratchStatement> statements) throws SQLException {
		probe();
		Savepoint beginning = this.connection.setSavepoint();
		try (Statement batch = statement()) {
			for (ScratchStatement statement : statements) {
				batch.addBatch(statement.sql());
			}
			batch.executeBatch();
		}
		catch (SQLException ex) {
			this.connection.rollback(beginning);
			for (ScratchStatement statement : statements) {
				createOne(statement);
			}
		}
	}

	private void createOne(ScratchStatement statement) throws SQLException {
		Savepoint before = this.connection.setSavepoint();
		SQLException failure = attempt(statement);
		if (failure == null) {
			this.connection.releaseSavepoint(before);
			return;
		}
		this.connection.rollback(before);
		for (ScratchStatement narrowed : statement.narrowed().get()) {
			SQLException narrower = attempt(narrowed);
			this.connection.rollback(before);
			if (narrower != null) {
				throw DefinitionRefusedException.of(narrowed.definition(), narrower);
			}
		}
		throw DefinitionRefusedException.of(statement.definition(), failure);
	}

	private @Nullable SQLException attempt(ScratchStatement statement) {
		try (Statement single = statement()) {
			single.execute(statement.sql());
			return null;
		}
		catch (SQLException ex) {
			return ex;
		}
	}

	private void probe() throws SQLException {
		try (Statement probe = statement()) {
			probe.execute(PROBE);
		}
		catch (SQLException ex) {
			throw DefinitionRefusedException.unasked(
					READ_ONLY.equals(ex.getSQLState()) ? "the connection only reads"
							: "the user cannot create temporary tables",
					"Compare as a user that can create temporary tables (GRANT TEMPORARY ON DATABASE … TO …), on a"
							+ " connection that can write, or with another database in the same state. What is created"
							+ " is taken back at once.",
					ex);
		}
	}

	private Statement statement() throws SQLException {
		Statement statement = this.connection.createStatement();
		statement.setEscapeProcessing(false);
		return statement;
	}

	/**
	 * Looks at what was created.
	 *
	 * @param <T> the type of what it sees
	 */
	interface Look<T> {

		T look() throws SQLException;

	}

}
