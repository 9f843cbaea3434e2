package dev.migration.runtime;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

import dev.migration.MigrationStep;
import dev.migration.NeedsDatabaseException;
import dev.migration.dialect.RenderContext;
import dev.migration.dialect.TransactionKind;
import dev.migration.dialect.TransactionKindException;

/**
 * An empty database that stands in for one which is not there: revisions are run on it,
 * so that those after them find the tables as they are in every database that these
 * revisions made.
 */
final class ScratchDatabase implements AutoCloseable {

	private final Session session;

	private final LockedSession locked;

	private final Map<String, String> arguments;

	private ScratchDatabase(Session session, Map<String, String> arguments) {
		this.session = session;
		this.locked = new LockedSession(session);
		this.arguments = arguments;
	}

	/**
	 * Make an empty database.
	 * @param url its JDBC URL
	 * @param target the database that it stands in for
	 * @param settings the settings of the migrator
	 * @param arguments the values for revisions
	 * @return the database
	 * @throws NeedsDatabaseException if it cannot be made
	 */
	static ScratchDatabase open(String url, ScriptTarget target, Session.Settings settings,
			Map<String, String> arguments) {
		try {
			Connection connection = DriverManager.getConnection(url);
			return new ScratchDatabase(Session.standingIn(connection, target.dialect(), target.version(), settings),
					arguments);
		}
		catch (SQLException ex) {
			String product = target.version().product();
			throw new NeedsDatabaseException("change a " + product + " database",
					"what its operations do depends on the tables, which are made anew in memory for this, and that failed: "
							+ ex.getMessage(),
					"Put the JDBC driver of " + product + " on the class path.");
		}
	}

	/**
	 * Run the revisions that lie before a script.
	 * @param steps the steps
	 * @param revisions loads their bodies
	 */
	void run(List<MigrationStep> steps, KnownRevisions revisions) throws SQLException {
		StepRunner runner = new StepRunner(this.session, this.arguments);
		for (MigrationStep step : steps) {
			this.locked.inTransaction(() -> {
				runner.runBody(step, revisions.load(step.revision()), statements(),
						StepJournal.notKept(this.session, step));
				this.locked.commit();
				return true;
			});
		}
	}

	/**
	 * Do something in a transaction, and commit it. What turns out to need a transaction
	 * of another kind is done again from its beginning.
	 * @param <T> the type of the result
	 * @param body what to do, in a transaction of which kind
	 * @return its result
	 */
	<T> T inTransaction(Function<TransactionKind, T> body) throws SQLException {
		try {
			return inTransaction(TransactionKind.PLAIN, body);
		}
		catch (TransactionKindException ex) {
			return inTransaction(ex.getKind(), body);
		}
	}

	private <T> T inTransaction(TransactionKind kind, Function<TransactionKind, T> body) throws SQLException {
		AtomicReference<@Nullable T> result = new AtomicReference<>();
		this.locked.inTransaction(kind, () -> {
			result.set(body.apply(kind));
			this.locked.commit();
			return true;
		});
		return Objects.requireNonNull(result.get());
	}

	/**
	 * Return what runs statements here, in the transaction that is open.
	 * @param step the step that they belong to
	 * @return what runs them
	 */
	RunningOperations operations(MigrationStep step) {
		return new RunningOperations(this.session, statements(), StepJournal.notKept(this.session, step),
				this.arguments);
	}

	private StatementRunner statements() {
		return new StatementRunner(this.session.connection(), this.session.dialect());
	}

	/**
	 * Return the session on it.
	 * @return the session, which is closed with the database
	 */
	Session session() {
		return this.session;
	}

	RenderContext renderContext() {
		return this.session.renderContext();
	}

	@Override
	public void close() {
		this.session.close();
	}

}
