package dev.migration.runtime;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

import dev.migration.Direction;
import dev.migration.ExecutedStep;
import dev.migration.IncompatibleRowsException;
import dev.migration.Migration;
import dev.migration.MigrationPlan;
import dev.migration.MigrationRequest;
import dev.migration.MigrationResult;
import dev.migration.MigrationRun;
import dev.migration.MigrationStep;
import dev.migration.RevisionFailedException;

/**
 * One request, carried out. When there is nothing to do it ends after one select; else it
 * works under the lock, with one transaction for each step.
 */
final class PlanRun {

	private static final Log logger = LogFactory.getLog(PlanRun.class);

	private final Session session;

	private final LockedSession locked;

	private final Revisions revisions;

	private final RunDefaults defaults;

	private final Direction direction;

	private final MigrationRequest request;

	private final RunListeners listeners;

	private final Planner planner;

	private final Executor executor;

	private final DatabaseFit fit;

	private final List<ExecutedStep> executed = new ArrayList<>();

	private final Deque<MigrationStep> remaining = new ArrayDeque<>();

	private final TreeSet<String> rows = new TreeSet<>();

	private KnownRevisions known;

	private MigrationPlan plan;

	private List<String> baseline;

	private HalfDoneSteps halfDone = HalfDoneSteps.NONE;

	private @Nullable MigrationStep underWay;

	private @Nullable StepJournal journal;

	private boolean endsHalfDone;

	private boolean tablesAreThere;

	PlanRun(Session session, Revisions revisions, RunDefaults defaults, Direction direction, MigrationRequest request,
			RunListeners listeners) throws SQLException {
		this.session = session;
		this.listeners = listeners;
		this.locked = new LockedSession(session, listeners::lockWaited);
		this.revisions = revisions;
		this.defaults = defaults;
		this.direction = direction;
		this.request = request;
		this.planner = new Planner(direction, request);
		this.executor = Executor.of(request.executedBy()).because(request.reason());
		this.fit = new DatabaseFit(session, defaults.policies(), request.arguments(), direction);
		Standing standing = session.standing();
		this.endsHalfDone = standing.endsHalfDone();
		this.known = known(standing.versions());
		this.baseline = baseline(standing.versions());
		this.plan = this.planner.plan(this.known, standing.versions(), this.baseline);
	}

	/**
	 * A purge need not know what it removes.
	 */
	private KnownRevisions known(List<String> current) throws SQLException {
		boolean purge = this.direction == Direction.STAMP && this.request.purge();
		return KnownRevisions.of(this.revisions, this.session, (purge) ? List.of() : current);
	}

	private List<String> baseline(List<String> current) throws SQLException {
		Baseline baseline = this.defaults.baseline();
		return (baseline != null && this.direction == Direction.UPGRADE)
				? baseline.rows(this.session, current, this.known.ownGraph()) : List.of();
	}

	MigrationPlan plan() throws SQLException {
		this.fit.require(this.known, this.plan.from());
		if (this.endsHalfDone) {
			HalfDoneSteps.of(this.session).requireNoneAgainst(this.direction);
		}
		return this.plan;
	}

	/**
	 * Return the revisions that the plan was made of.
	 */
	KnownRevisions known() {
		return this.known;
	}

	/**
	 * Return the version rows that are set before the first step.
	 */
	List<String> stampedFirst() {
		return this.baseline;
	}

	/**
	 * Return what is asked, with the defaults of the migrator.
	 */
	MigrationRequest request() {
		return this.request;
	}

	MigrationResult execute() throws SQLException {
		this.fit.require(this.known, this.plan.from());
		if (!isNothingToDo()) {
			requireArguments();
			this.listeners.workFound(this.plan);
			this.session.createSchemas();
			this.locked.underLock(this::executeUnderLock);
		}
		return result();
	}

	/**
	 * Refuse the plan if one of its steps lacks a value.
	 */
	void requireArguments() {
		this.defaults.require(this.known.requiredArguments(this.plan.steps()), this.request);
	}

	/**
	 * A revision that is half taken back still has its version row. A stamp that changes
	 * no version row may still make half done steps void.
	 */
	private boolean isNothingToDo() throws SQLException {
		if (!this.plan.isEmpty()) {
			return false;
		}
		boolean isToBeLookedAt = this.endsHalfDone || this.direction == Direction.STAMP;
		return !isToBeLookedAt || (HalfDoneSteps.of(this.session).isEmpty() && !acceptsChanges());
	}

	/**
	 * A stamp that changes no version row may say that changed revisions are applied as
	 * they are now.
	 */
	private boolean acceptsChanges() throws SQLException {
		return this.direction == Direction.STAMP && !this.fit.changed(this.known, this.plan.from()).isEmpty();
	}

	private MigrationResult result() {
		return new MigrationResult(this.session.database(), this.direction, this.plan.from(), this.plan.to(),
				this.executed);
	}

	/**
	 * Another process may have done everything while this one waited for the lock.
	 */
	private void executeUnderLock() throws SQLException {
		Standing standing = this.session.standing();
		this.endsHalfDone = standing.endsHalfDone();
		startFrom(standing.versions());
		this.fit.requireNotAhead(this.known);
		if (isNothingToDo()) {
			return;
		}
		this.halfDone = HalfDoneSteps.of(this.session);
		this.halfDone.requireNoneAgainst(this.direction);
		if (this.plan.isEmpty() && this.direction != Direction.STAMP) {
			return;
		}
		RunHooks hooks = this.defaults.hooks(this.session.connection());
		try {
			hooks.beforeRunOutsideOfTransaction(run(this.rows, false));
			executeSteps(hooks);
		}
		catch (SQLException | RuntimeException ex) {
			RuntimeException failure = explain(DefaultMigrator.translate(ex));
			MigrationStep failed = this.underWay;
			if (failed != null) {
				hooks.onStepFailure(run(this.rows, false), failed, failure);
			}
			hooks.onRunFailure(run(this.rows, false), failure);
			throw failure;
		}
		hooks.afterRun(run(this.rows, false), result());
	}

	private RuntimeException explain(RuntimeException failure) {
		return (this.journal != null) ? this.journal.fail(failure) : failure;
	}

	private void executeSteps(RunHooks hooks) throws SQLException {
		if (this.direction == Direction.STAMP) {
			this.locked.inTransaction(() -> stamp(hooks));
		}
		if (!this.baseline.isEmpty()) {
			this.locked.inTransaction(() -> stampBaseline(hooks));
		}
		while (!this.remaining.isEmpty()) {
			this.locked.inTransaction(() -> runNextStep(hooks));
		}
	}

	private void startFrom(List<String> current) throws SQLException {
		this.known = known(current);
		this.baseline = baseline(current);
		this.plan = this.planner.plan(this.known, current, this.baseline);
		requireArguments();
		moveTo(current);
		this.remaining.clear();
		this.remaining.addAll(this.plan.steps());
	}

	/**
	 * Where the lock is only held by the transaction, another process may have come in
	 * between. A plan that the hooks have not seen is shown to them.
	 */
	private void followOthers(RunHooks hooks) throws SQLException {
		if (this.session.lock().isHeldBetweenSteps()) {
			return;
		}
		List<String> current = this.session.versionTable().read(this.session.connection());
		if (this.rows.equals(Set.copyOf(current))) {
			return;
		}
		if (this.executed.isEmpty()) {
			startFrom(current);
			if (!this.plan.isEmpty()) {
				hooks.beforeRun(run(current, true));
			}
			return;
		}
		this.known = known(current);
		List<MigrationStep> left = this.planner.catchUp(this.known, List.copyOf(this.remaining), current);
		moveTo(current);
		this.remaining.clear();
		this.remaining.addAll(left);
	}

	private boolean runNextStep(RunHooks hooks) throws SQLException {
		followOthers(hooks);
		MigrationStep step = this.remaining.peek();
		if (step == null) {
			return false;
		}
		this.underWay = step;
		this.listeners.stepStarted(step);
		createTables();
		hooks.beforeStep(run(this.rows, true), step);
		StepJournal journal = new StepJournal(this.session, step, this.known.graph().dependencies(step.revision().id()),
				this.executor, this.halfDone.find(step));
		this.journal = journal;
		ExecutedStep done = new StepRunner(this.session, this.request.arguments()).run(step, load(step), journal);
		TreeSet<String> rowsAfter = new TreeSet<>(this.rows);
		step.removedVersions().forEach(rowsAfter::remove);
		rowsAfter.addAll(step.addedVersions());
		hooks.afterStep(run(rowsAfter, true), step);
		try {
			commit();
		}
		catch (SQLException | IncompatibleRowsException ex) {
			throw new RevisionFailedException(step.revision(), this.direction, "its commit", null, ex);
		}
		this.underWay = null;
		this.journal = null;
		this.remaining.remove();
		moveTo(rowsAfter);
		this.executed.add(done);
		this.listeners.stepFinished(step, done);
		log(step, done);
		hooks.afterCommit(run(this.rows, false), done);
		return true;
	}

	private Migration load(MigrationStep step) {
		try {
			return this.known.load(step.revision());
		}
		catch (RuntimeException | LinkageError ex) {
			throw new RevisionFailedException(step.revision(), this.direction, "its beginning", null, ex);
		}
	}

	private boolean stamp(RunHooks hooks) throws SQLException {
		followOthers(hooks);
		if (this.plan.isEmpty() && this.halfDone.isEmpty() && !acceptsChanges()) {
			return false;
		}
		createTables();
		new Stamp(this.session, this.executor).apply(this.plan, this.request.purge());
		hooks.afterStamp(run(this.plan.to(), true));
		commit();
		moveTo(this.plan.to());
		return true;
	}

	/**
	 * Say of a database that has tables which revision it is at, before it goes on.
	 */
	private boolean stampBaseline(RunHooks hooks) throws SQLException {
		followOthers(hooks);
		if (this.baseline.isEmpty()) {
			return false;
		}
		createTables();
		MigrationPlan stamp = new MigrationPlan(Direction.STAMP, List.of(), this.plan.from(), this.baseline);
		ExecutedStep done = new Stamp(this.session, this.executor).apply(stamp, false);
		hooks.afterStamp(run(this.baseline, true));
		commit();
		moveTo(this.baseline);
		this.executed.add(done);
		logger.info("Stamped " + String.join(", ", this.baseline)
				+ ", as the database has tables and no revision was ever executed on it");
		return true;
	}

	private void createTables() throws SQLException {
		if (this.tablesAreThere) {
			return;
		}
		this.locked.create(this.session.versionTable().creation());
		HistoryTable history = this.session.historyTable();
		this.locked.create(history.creation());
		if (this.request.reason() != null && !history.hasReasons(this.session.connection())) {
			this.locked.create(history.additionOfReasons());
		}
	}

	private void commit() throws SQLException {
		this.locked.commit();
		this.tablesAreThere = true;
	}

	private void moveTo(Collection<String> versions) {
		this.rows.clear();
		this.rows.addAll(versions);
	}

	private MigrationRun run(Collection<String> versions, boolean inTransaction) {
		return new MigrationRun(this.defaults.database(), this.session.database(), this.session.dialect().id(),
				this.request, this.plan, List.copyOf(versions),
				HookConnection.of(this.session.connection(), inTransaction));
	}

	private static void log(MigrationStep step, ExecutedStep done) {
		Instant finished = (done.finishedAt() != null) ? done.finishedAt() : done.startedAt();
		logger.info(((step.direction() == Direction.UPGRADE) ? "Upgraded to " : "Downgraded from ")
				+ step.revision().describe() + " in " + Duration.between(done.startedAt(), finished).toMillis()
				+ " ms, statements: " + done.statementsDone());
	}

}
