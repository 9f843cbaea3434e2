package dev.migration.runtime;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

import javax.sql.DataSource;

import org.jspecify.annotations.Nullable;

import dev.migration.Adoption;
import dev.migration.AdoptionRefusedException;
import dev.migration.DatabaseAccessException;
import dev.migration.DatabasePosition;
import dev.migration.Destruction;
import dev.migration.Direction;
import dev.migration.ExecutedStep;
import dev.migration.MigrationPlan;
import dev.migration.MigrationRequest;
import dev.migration.MigrationResult;
import dev.migration.MigrationScript;
import dev.migration.MigrationStatus;
import dev.migration.Migrator;
import dev.migration.PendingRevisionsException;
import dev.migration.ProposalRequest;
import dev.migration.ProposedRevision;
import dev.migration.RenameDecision;
import dev.migration.SchemaDifference;
import dev.migration.RevisionDetails;
import dev.migration.RevisionDirectory;
import dev.migration.RevisionHeader;
import dev.migration.RevisionPlace;
import dev.migration.RevisionStatus;
import dev.migration.SchemaSnapshots;
import dev.migration.runtime.StatementRunner.StatementFailure;
import dev.migration.script.RevisionSource;
import dev.migration.ScriptRequest;

/**
 * The {@link Migrator}: opens a session for each call and hands it to the one that knows
 * how.
 */
final class DefaultMigrator implements Migrator {

	private final DataSource dataSource;

	private final RevisionSource source;

	private final Session.Settings settings;

	private final RunDefaults runDefaults;

	private final Proposals proposals;

	private final Dialects dialects;

	private volatile @Nullable Revisions revisions;

	DefaultMigrator(DataSource dataSource, RevisionSource source, Dialects dialects, Session.Settings settings,
			RunDefaults runDefaults, Proposals proposals) {
		this.dataSource = dataSource;
		this.source = source;
		this.dialects = dialects;
		this.settings = settings;
		this.runDefaults = runDefaults;
		this.proposals = proposals;
	}

	/**
	 * Two threads may both read the revisions the first time; they read the same.
	 */
	private Revisions revisions() {
		Revisions loaded = this.revisions;
		if (loaded == null) {
			loaded = Revisions.of(this.source.load());
			this.revisions = loaded;
		}
		return loaded;
	}

	@Override
	public MigrationResult upgrade(MigrationRequest request) {
		return run(Direction.UPGRADE, request);
	}

	@Override
	public MigrationResult downgrade(MigrationRequest request) {
		return run(Direction.DOWNGRADE, request);
	}

	@Override
	public MigrationResult stamp(MigrationRequest request) {
		return run(Direction.STAMP, request);
	}

	private MigrationResult run(Direction direction, MigrationRequest asked) {
		return run(direction, asked, this::revisions);
	}

	private MigrationResult run(Direction direction, MigrationRequest asked, Supplier<Revisions> revisions) {
		MigrationRequest request = this.runDefaults.under(asked);
		RunListeners listeners = this.runDefaults.listeners(direction, request);
		MigrationResult result;
		try {
			Revisions loaded = revisions.get();
			result = inSession(
					(session) -> new PlanRun(session, loaded, this.runDefaults, direction, request, listeners)
						.execute());
		}
		catch (RuntimeException | Error ex) {
			listeners.runFailed(ex);
			throw ex;
		}
		listeners.runFinished(result);
		return result;
	}

	@Override
	public boolean ensureVersionTable() {
		return inSession((session) -> new VersionTableCreation(session).execute());
	}

	@Override
	public MigrationPlan plan(Direction direction, MigrationRequest asked) {
		Revisions loaded = revisions();
		return inSession((session) -> unwatched(session, loaded, direction, asked).plan());
	}

	/**
	 * What is only planned is no run, and nobody hears of it.
	 */
	private PlanRun unwatched(Session session, Revisions loaded, Direction direction, MigrationRequest asked)
			throws SQLException {
		return new PlanRun(session, loaded, this.runDefaults, direction, this.runDefaults.under(asked),
				RunListeners.none());
	}

	@Override
	public MigrationScript script(Direction direction, ScriptRequest request) {
		Revisions loaded = revisions();
		ScriptTarget target = scriptTarget(request.dialect());
		try {
			return ScriptRun.of(target, loaded, this.settings, this.runDefaults, direction, request).write();
		}
		catch (SQLException ex) {
			throw translate(ex);
		}
	}

	@Override
	public MigrationScript script(Direction direction, MigrationRequest request) {
		Revisions loaded = revisions();
		return inSession((session) -> ScriptRun.of(session, unwatched(session, loaded, direction, request)).write());
	}

	@Override
	public Destruction destruction(Direction direction, MigrationRequest request) {
		Revisions loaded = revisions();
		return inSession(
				(session) -> new DestructionReport(session, unwatched(session, loaded, direction, request)).report());
	}

	@Override
	public RevisionDetails details(String identifier) {
		Revisions loaded = revisions();
		return inSession((session) -> new RevisionReport(session, loaded, this.runDefaults).details(identifier));
	}

	@Override
	public MigrationScript versionTableScript(@Nullable String dialect) {
		return ScriptRun.versionTable(scriptTarget(dialect), this.settings);
	}

	private ScriptTarget scriptTarget(@Nullable String dialect) {
		if (dialect != null) {
			return ScriptTarget.parse(dialect, this.dialects);
		}
		return inSession(ScriptTarget::of);
	}

	@Override
	public DatabasePosition position() {
		Revisions loaded = revisions();
		return inSession((session) -> StatusReport.withoutWaiting(session, loaded).position());
	}

	@Override
	public MigrationStatus status() {
		Revisions loaded = revisions();
		return inSession((session) -> StatusReport.of(session, loaded).status());
	}

	@Override
	public List<RevisionStatus> current() {
		Revisions loaded = revisions();
		return inSession((session) -> StatusReport.of(session, loaded).current());
	}

	@Override
	public List<SchemaDifference> drift() {
		return propose(new ProposalRequest(List.of(), Map.of(), RenameDecision.ACCEPT_DROP)).differences();
	}

	@Override
	public ProposedRevision propose(ProposalRequest request) {
		this.proposals.requireTarget();
		MigrationPlan pending = plan(Direction.UPGRADE, MigrationRequest.to("heads"));
		if (!pending.isEmpty()) {
			throw new PendingRevisionsException(pending);
		}
		return inSession((session) -> {
			session.requireDefaultSchema();
			return this.proposals.propose(session, request);
		});
	}

	@Override
	public Adoption adoption(Set<String> schemas) {
		requireNoRevisions();
		return inSession((session) -> new Adoptions(session, this.proposals).read(schemas));
	}

	@Override
	public MigrationResult adopt(RevisionHeader revision) {
		requireNoRevisions();
		return run(Direction.STAMP, MigrationRequest.to(revision.id()), () -> Adoptions.only(revision));
	}

	private void requireNoRevisions() {
		List<RevisionPlace> heads = revisions().graph().heads();
		if (!heads.isEmpty()) {
			throw AdoptionRefusedException.ofRevisions(heads.stream().map(RevisionPlace::id).toList());
		}
	}

	@Override
	public RevisionDirectory directory() {
		return revisions().graph();
	}

	@Override
	public List<ExecutedStep> executedSteps() {
		return inSession((session) -> session.historyTable().read(session.connection()));
	}

	@Override
	public SchemaSnapshots snapshots() {
		return new SessionSnapshots(this::inSession, this.settings);
	}

	private <T> T inSession(SessionCallback<T> callback) {
		try (Session session = Session.open(this.dataSource, this.dialects, this.settings)) {
			return callback.call(session);
		}
		catch (SQLException | RuntimeException ex) {
			throw translate(ex);
		}
	}

	/**
	 * Return what the caller gets for what went wrong in a session.
	 */
	static RuntimeException translate(Exception ex) {
		if (ex instanceof StatementFailure failure) {
			return translate(failure.sqlException());
		}
		return (ex instanceof RuntimeException runtime) ? runtime : new DatabaseAccessException(
				"The database refused what the migration itself needs", ex,
				"Check that the user may create, read and write the version table and the history table, and that "
						+ "'migration.version-table' and 'migration.history-table' name no table of another kind.");
	}

	/**
	 * What is done in a session.
	 */
	interface SessionCallback<T> {

		T call(Session session) throws SQLException;

	}

}
