package dev.migration.runtime;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.TreeSet;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

import dev.migration.Direction;
import dev.migration.ExecutedStep;
import dev.migration.IncompatibleRowsException;
import dev.migration.MigrationPlan;
import dev.migration.MigrationRequest;
import dev.migration.MigrationResult;
import dev.migration.MigrationStep;
import dev.migration.RevisionFailedException;
import dev.migration.dialect.TransactionKind;
import dev.migration.dialect.TransactionKindException;

/**
 * One request, carried out. When there is nothing to do it ends after one select; else it
 * works under the lock, with one transaction for each step.
 */
final class PlanRun {

	private static final Log logger = LogFactory.getLog(PlanRun.class);

	private final Session session;

	private final Revisions revisions;

	private final Direction direction;

	private final Planner planner;

	private final Executor executor;

	private final List<ExecutedStep> executed = new ArrayList<>();

	private final Deque<MigrationStep> remaining = new ArrayDeque<>();

	private final TreeSet<String> rows = new TreeSet<>();

	private KnownRevisions known;

	private MigrationPlan plan;

	private boolean tablesAreThere;

	PlanRun(Session session, Revisions revisions, Direction direction, MigrationRequest request) throws SQLException {
		this.session = session;
		this.revisions = revisions;
		this.direction = direction;
		this.planner = new Planner(direction, request);
		this.executor = Executor.of(request.executedBy());
		List<String> current = session.versions();
		this.known = KnownRevisions.of(revisions, session, current);
		this.plan = this.planner.plan(this.known, current);
	}

	MigrationPlan plan() {
		return this.plan;
	}

	MigrationResult execute() throws SQLException {
		if (this.plan.isEmpty()) {
			warnIfAhead();
		}
		else {
			executeUnderLock();
		}
		return new MigrationResult(this.session.database(), this.direction, this.plan.from(), this.plan.to(),
				this.executed);
	}

	private void warnIfAhead() {
		if (!this.known.ahead().isEmpty()) {
			logger.warn("The database is ahead of this application: it also has " + this.known.ahead()
					+ ". To take these back, run 'migrate downgrade head'.");
		}
	}

	private void executeUnderLock() throws SQLException {
		this.session.lockWait().until(() -> this.session.lock().tryAcquire(this.session.connection()));
		try {
			startFrom(this.session.versions());
			if (this.direction == Direction.STAMP) {
				inTransaction(this::stamp);
			}
			while (!this.remaining.isEmpty()) {
				inTransaction(this::runNextStep);
			}
		}
		finally {
			release();
		}
	}

	private void startFrom(List<String> current) throws SQLException {
		this.known = KnownRevisions.of(this.revisions, this.session, current);
		this.plan = this.planner.plan(this.known, current);
		this.rows.clear();
		this.rows.addAll(current);
		this.remaining.clear();
		this.remaining.addAll(this.plan.steps());
	}

	/**
	 * Where the lock is only held by the transaction, another process may have come in
	 * between.
	 */
	private void followOthers() throws SQLException {
		if (this.session.lock().isHeldBetweenSteps()) {
			return;
		}
		List<String> current = this.session.versionTable().read(this.session.connection());
		if (current.equals(List.copyOf(this.rows))) {
			return;
		}
		if (this.executed.isEmpty()) {
			startFrom(current);
			return;
		}
		this.known = KnownRevisions.of(this.revisions, this.session, current);
		List<MigrationStep> left = this.planner.catchUp(this.known, List.copyOf(this.remaining), current);
		this.rows.clear();
		this.rows.addAll(current);
		this.remaining.clear();
		this.remaining.addAll(left);
	}

	private void inTransaction(TransactionBody body) throws SQLException {
		try {
			inTransaction(TransactionKind.PLAIN, body);
		}
		catch (TransactionKindException ex) {
			logger.debug("Beginning again in a transaction " + ex.getKind() + ", for " + ex.getMessage());
			inTransaction(ex.getKind(), body);
		}
	}

	private void inTransaction(TransactionKind kind, TransactionBody body) throws SQLException {
		this.session.lockWait().until(() -> {
			this.session.lock().begin(this.session.connection(), kind);
			return true;
		});
		boolean committed = false;
		try {
			followOthers();
			committed = body.run();
		}
		finally {
			if (!committed) {
				rollback();
			}
		}
	}

	private boolean runNextStep() throws SQLException {
		MigrationStep step = this.remaining.peek();
		if (step == null) {
			return false;
		}
		createTables();
		ExecutedStep done = new StepRunner(this.session, this.executor).run(step, this.known.load(step.revision()),
				this.known.graph().dependencies(step.revision().id()));
		try {
			commit();
		}
		catch (SQLException | IncompatibleRowsException ex) {
			throw new RevisionFailedException(step.revision(), this.direction, "its commit", null, ex);
		}
		this.remaining.remove();
		step.removedVersions().forEach(this.rows::remove);
		this.rows.addAll(step.addedVersions());
		this.executed.add(done);
		log(step, done);
		return true;
	}

	private boolean stamp() throws SQLException {
		if (this.plan.isEmpty()) {
			return false;
		}
		createTables();
		TreeSet<String> removed = new TreeSet<>(this.plan.from());
		removed.removeAll(this.plan.to());
		TreeSet<String> added = new TreeSet<>(this.plan.to());
		added.removeAll(this.plan.from());
		this.session.versionTable().replace(this.session.connection(), List.copyOf(removed), List.copyOf(added));
		Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
		this.session.historyTable()
			.add(this.session.connection(),
					new ExecutedStep(String.join(",", this.plan.to()), this.plan.from(), "", Direction.STAMP,
							ExecutedStep.Status.SUCCEEDED, null, 0, 0, now, now, this.executor.name(),
							this.executor.host(), null),
					List.of(), null);
		commit();
		return true;
	}

	private void createTables() {
		if (this.tablesAreThere) {
			return;
		}
		StatementRunner runner = new StatementRunner(this.session.connection(), this.session.dialect());
		this.session.dialect()
			.render(this.session.versionTable().creation(), this.session.renderContext())
			.forEach(runner::run);
		this.session.dialect()
			.render(this.session.historyTable().creation(), this.session.renderContext())
			.forEach(runner::run);
	}

	private void commit() throws SQLException {
		this.session.lockWait().until(() -> {
			this.session.lock().commit(this.session.connection());
			return true;
		});
		this.tablesAreThere = true;
	}

	private void rollback() {
		try {
			this.session.lock().rollback(this.session.connection());
		}
		catch (SQLException ex) {
			logger.warn("The rollback failed, the database does it when the connection closes", ex);
		}
	}

	private void release() {
		try {
			this.session.lock().release(this.session.connection());
		}
		catch (SQLException ex) {
			logger.warn("The migration lock was not released, it goes when the connection closes", ex);
		}
	}

	private static void log(MigrationStep step, ExecutedStep done) {
		Instant finished = (done.finishedAt() != null) ? done.finishedAt() : done.startedAt();
		logger.info(((step.direction() == Direction.UPGRADE) ? "Upgraded to " : "Downgraded from ")
				+ step.revision().describe() + " in " + Duration.between(done.startedAt(), finished).toMillis()
				+ " ms, statements: " + done.statementsDone());
	}

	/**
	 * What happens in a transaction.
	 */
	private interface TransactionBody {

		/**
		 * Do it.
		 * @return whether it was committed
		 */
		boolean run() throws SQLException;

	}

}
