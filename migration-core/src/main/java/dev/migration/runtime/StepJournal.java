package dev.migration.runtime;

import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

import dev.migration.ChangedRevisionException;
import dev.migration.ExecutedStep;
import dev.migration.MigrationException;
import dev.migration.MigrationStep;
import dev.migration.RevisionFailedException;
import dev.migration.Secrets;
import dev.migration.runtime.Progress.Open;
import dev.migration.runtime.Progress.Unit;

/**
 * How far a step has come, in its history row. The row is written with the first commit
 * that the step cannot take back, and by each one after it, so that another run knows
 * what to leave out. A step that is one transaction never writes it before its end.
 */
final class StepJournal {

	private static final Log logger = LogFactory.getLog(StepJournal.class);

	private static final int LONGEST_ERROR = 4000;

	private final Session session;

	private final MigrationStep step;

	private final List<String> dependencies;

	private final Executor executor;

	private final Instant started;

	private final boolean isResumed;

	private final boolean isKept;

	private final List<Unit> units;

	private final Progress before;

	private @Nullable Open open;

	private @Nullable Long id;

	private int replayed;

	private int replayedStatements;

	private Progress committed;

	StepJournal(Session session, MigrationStep step, List<String> dependencies, Executor executor,
			@Nullable HalfDoneStep halfDone) {
		this(session, step, dependencies, executor, halfDone, true);
	}

	private StepJournal(Session session, MigrationStep step, List<String> dependencies, Executor executor,
			@Nullable HalfDoneStep halfDone, boolean isKept) {
		this.isKept = isKept;
		this.session = session;
		this.step = step;
		this.dependencies = dependencies;
		this.executor = executor;
		this.isResumed = halfDone != null;
		this.started = (halfDone != null) ? halfDone.step().startedAt() : now();
		this.id = (halfDone != null) ? halfDone.id() : null;
		this.before = (halfDone != null) ? halfDone.progress() : Progress.NONE;
		this.committed = this.before;
		this.units = new ArrayList<>(this.before.units());
		this.open = this.before.open();
	}

	/**
	 * Return a journal that writes nothing, for a database that does not outlive the run.
	 * @param session the database
	 * @param step the step
	 * @return the journal
	 */
	static StepJournal notKept(Session session, MigrationStep step) {
		return new StepJournal(session, step, List.of(), new Executor("", "", null), null, false);
	}

	static Instant now() {
		return Instant.now().truncatedTo(ChronoUnit.MILLIS);
	}

	MigrationStep step() {
		return this.step;
	}

	boolean isResumed() {
		return this.isResumed;
	}

	/**
	 * Return whether a part of the step is committed.
	 * @return whether its row is written
	 */
	boolean hasRow() {
		return this.id != null;
	}

	private boolean isReplaying() {
		return this.replayed < this.before.units().size();
	}

	/**
	 * Take a unit from what an earlier run did.
	 * @param hash the hash of the unit that the body asks for
	 * @param text what it asks for, for the error
	 * @return the unit, or {@code null} if the earlier run did not come so far
	 * @throws ChangedRevisionException if the earlier run did something else
	 */
	@Nullable Unit replay(String hash, String text) {
		if (!isReplaying()) {
			return null;
		}
		Unit unit = this.before.units().get(this.replayed);
		if (!unit.hash().equals(hash)) {
			throw changed(this.replayedStatements + 1, text);
		}
		this.replayed++;
		this.replayedStatements += unit.statements();
		return unit;
	}

	/**
	 * Return the unit in which the earlier run ended.
	 * @return the unit, or {@code null} if it ended between two
	 */
	@Nullable Open interrupted() {
		return (this.replayed == this.units.size()) ? this.open : null;
	}

	ChangedRevisionException changed(int statement, String text) {
		return new ChangedRevisionException(this.step.revision(), this.step.direction(), statement,
				this.before.statementsDone(), text.strip());
	}

	/**
	 * Make sure that the body has asked again for all that is done.
	 * @throws ChangedRevisionException if it has not
	 */
	void requireReplayed() {
		Open left = this.before.open();
		if (isReplaying()) {
			throw changed(this.replayedStatements + 1, "nothing");
		}
		if (this.open != null && this.open == left && (left.done() > 0 || left.isInFlight())) {
			throw changed(this.replayedStatements + left.done() + 1, "nothing");
		}
	}

	void progress(@Nullable Open unit) {
		this.open = unit;
	}

	void done(Unit unit) {
		this.units.add(unit);
		this.replayed = this.units.size();
		this.open = null;
	}

	private Progress progress() {
		return new Progress(this.units, this.open);
	}

	/**
	 * Write how far the step has come, in the transaction that is open, or at once.
	 */
	void save() throws SQLException {
		if (!this.isKept) {
			return;
		}
		Progress now = progress();
		ExecutedStep row = row(ExecutedStep.Status.RUNNING, null, now, null, null);
		HistoryTable table = this.session.historyTable();
		if (this.id == null) {
			table.add(this.session.connection(), row, this.dependencies, null);
			this.id = table.lastId(this.session.connection(), row.revision());
		}
		update(row, now.text(), null);
	}

	/**
	 * What was written is committed.
	 */
	void saved() {
		this.committed = progress();
	}

	/**
	 * Write that the step failed, outside of a transaction, if it has a row. A refusal to
	 * go on leaves the row as it is. When the connection is lost, so does that.
	 * @param failure what went wrong
	 * @return the failure, which also says what stays
	 */
	RuntimeException fail(RuntimeException failure) {
		boolean isRefusal = failure instanceof MigrationException && !(failure instanceof RevisionFailedException);
		if (this.id == null || isRefusal) {
			return failure;
		}
		Progress left = this.committed.stopped();
		boolean isKept = true;
		try {
			update(row(ExecutedStep.Status.FAILED, null, left, now(), describe(failure)), left.text(), null);
		}
		catch (SQLException | RuntimeException ex) {
			logger.debug("The failure cannot be written down", ex);
			isKept = false;
		}
		if (!(failure instanceof RevisionFailedException failed)) {
			return failure;
		}
		Open open = this.committed.open();
		return (!isKept && open != null && open.isInFlight()) ? failed.withUnclear(left.statementsDone() + 1)
				: failed.withDone(left.statementsDone(),
						this.session.dialect().transactionalDdl() ? null : this.session.database().split(" ")[0]);
	}

	/**
	 * Return the failure without the SQL, which may hold a password.
	 */
	private static String describe(RuntimeException failure) {
		String text = (failure instanceof RevisionFailedException failed) ? failed.getReason()
				: String.valueOf(failure.getMessage());
		int sql = text.indexOf("; SQL statement:");
		String shown = Secrets.mask((sql > 0) ? text.substring(0, sql) : text);
		return shown.substring(0, Math.min(shown.length(), LONGEST_ERROR));
	}

	/**
	 * Write the row of the step that is done, in its last transaction.
	 * @param asked the checksum of what its body asked for, if that can be told
	 * @param ran the hash of its statements, which is not whole after an interruption
	 * @param downgradeSql the script that takes it back, if one could be rendered
	 * @return the row
	 */
	ExecutedStep finish(@Nullable String asked, @Nullable String ran, @Nullable String downgradeSql)
			throws SQLException {
		String checksum = (asked != null || this.isResumed) ? asked : ran;
		ExecutedStep row = row(ExecutedStep.Status.SUCCEEDED, checksum, progress(), now(), null);
		if (this.id == null) {
			this.session.historyTable().add(this.session.connection(), row, this.dependencies, downgradeSql);
		}
		else {
			update(row, null, downgradeSql);
		}
		return row;
	}

	private ExecutedStep row(ExecutedStep.Status status, @Nullable String checksum, Progress progress,
			@Nullable Instant finished, @Nullable String error) {
		int done = progress.statementsDone();
		int total = (progress.open() != null && progress.open().isInFlight()) ? done + 1 : done;
		return new ExecutedStep(this.step.revision().id(), this.step.revision().revises(),
				this.step.revision().message(), this.step.direction(), status, checksum, total, done, this.started,
				finished, this.executor.name(), this.executor.host(), error, this.executor.reason());
	}

	private void update(ExecutedStep row, @Nullable String progress, @Nullable String downgradeSql)
			throws SQLException {
		Map<String, @Nullable Object> values = new LinkedHashMap<>();
		values.put("status", row.status().toString());
		values.put("checksum", row.checksum());
		values.put("statements_total", row.statementsTotal());
		values.put("statements_done", row.statementsDone());
		values.put("finished_at", row.finishedAt());
		values.put("executed_by", row.executedBy());
		values.put("host", row.host());
		values.put("error", row.error());
		values.put("progress", progress);
		values.put("downgrade_sql", downgradeSql);
		if (row.reason() != null) {
			values.put("reason", row.reason());
		}
		if (this.id != null) {
			this.session.historyTable().update(this.session.connection(), this.id, values);
		}
	}

}
