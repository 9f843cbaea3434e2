package dev.migration.runtime;

import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

import org.jspecify.annotations.Nullable;

import dev.migration.Direction;
import dev.migration.ExecutedStep;
import dev.migration.Migration;
import dev.migration.MigrationPlan;
import dev.migration.MigrationRequest;
import dev.migration.MigrationScript;
import dev.migration.IncompatibleRowsException;
import dev.migration.MigrationStep;
import dev.migration.RevisionHeader;
import dev.migration.NeedsDatabaseException;
import dev.migration.RevisionFailedException;
import dev.migration.ScriptRequest;
import dev.migration.dialect.RenderContext;
import dev.migration.dialect.ScriptSyntax;
import dev.migration.dialect.SqlStatement;
import dev.migration.dialect.TransactionKindException;
import dev.migration.graph.RevisionGraph;
import dev.migration.operation.OperationRecorder;
import dev.migration.operation.TableOperation;
import dev.migration.script.RequiredArgument;

/**
 * One request, written as a script: what {@link PlanRun} does on a database, in the same
 * order and the same transactions. What a run finds out by looking, the script asks the
 * database when it runs.
 */
final class ScriptRun {

	private static final Executor SCRIPT = new Executor("script", "script", null);

	private final ScriptTarget target;

	private final MigrationRequest request;

	private final boolean skipsApplied;

	private final KnownRevisions revisions;

	private final Session.Settings settings;

	private final MigrationPlan plan;

	private final RenderContext context;

	private final VersionTable versionTable;

	private final HistoryTable historyTable;

	private final ScriptSyntax syntax;

	private final ScriptConditions conditions;

	private final ScriptText text;

	private final TablesBefore tablesBefore;

	private final List<String> stampedFirst;

	private final TreeSet<String> rows = new TreeSet<>();

	private ScriptRun(ScriptTarget target, KnownRevisions revisions, Session.Settings settings,
			MigrationRequest request, boolean skipsApplied, MigrationPlan plan, TablesBefore tablesBefore,
			List<String> stampedFirst) {
		this.target = target;
		this.request = request;
		this.skipsApplied = skipsApplied;
		this.revisions = revisions;
		this.settings = settings;
		this.plan = plan;
		this.tablesBefore = tablesBefore;
		this.stampedFirst = stampedFirst;
		this.context = RenderContext.offline(target.version(), settings.namingConvention());
		this.versionTable = new VersionTable(settings.versionTable(), target.dialect());
		this.historyTable = new HistoryTable(settings.historyTable(), target.dialect(), this.context);
		this.syntax = target.dialect().scriptSyntax(settings.versionTable());
		this.conditions = new ScriptConditions(this.revisions.graph(), target.dialect().quote(settings.versionTable()),
				this.syntax);
		this.text = new ScriptText(this.syntax);
	}

	/**
	 * Begin a script that knows no database: it starts where the request says.
	 */
	static ScriptRun of(ScriptTarget target, Revisions revisions, Session.Settings settings, RunDefaults defaults,
			Direction direction, ScriptRequest request) {
		MigrationRequest migration = defaults.under(request.migration());
		KnownRevisions own = KnownRevisions.own(revisions, target.dialect().id());
		return new ScriptRun(target, own, settings, migration, request.idempotent(),
				own.graph().planScript(direction, migration.targets()), TablesBefore.BY_REVISIONS, List.of());
	}

	/**
	 * Begin a script for a database as it is.
	 */
	static ScriptRun of(Session session, PlanRun run) throws SQLException {
		run.requireArguments();
		boolean keepsReason = session.historyTable().hasReasons(session.connection());
		return new ScriptRun(ScriptTarget.of(session), run.known(), session.settings(),
				keepsReason ? run.request() : run.request().because(null), false, run.plan(), new TablesBefore(session),
				run.stampedFirst());
	}

	/**
	 * Begin a script of one revision, for any database on which it is next.
	 */
	static ScriptRun of(Session session, KnownRevisions revisions, Direction direction, String revision,
			MigrationRequest request) {
		RevisionGraph graph = revisions.graph();
		List<String> rows = (direction == Direction.DOWNGRADE) ? List.of(revision)
				: graph.tips(graph.appliedBy(graph.below(revision)));
		return new ScriptRun(ScriptTarget.of(session), revisions, session.settings(), request, false,
				graph.planSteps(direction, List.of(revision), rows), TablesBefore.BY_REVISIONS, List.of());
	}

	/**
	 * Write the script.
	 * @return the script
	 * @throws dev.migration.IrreversibleRevisionException if a step has no way back
	 * @throws NeedsDatabaseException if a step cannot be written
	 */
	MigrationScript write() throws SQLException {
		if (this.plan.direction() == Direction.DOWNGRADE) {
			this.revisions.requireReversible(this.plan.steps());
		}
		requireArguments(this.plan.steps());
		new ScriptHeader(this.text, this.target, this.syntax).write(this.plan, this.skipsApplied);
		if (!this.plan.isEmpty()) {
			this.text.settings(
					new ScriptSchemas(this.target, this.settings, this.syntax).settings(this.plan.from().isEmpty()));
			this.rows.addAll(this.plan.from());
			if (this.plan.direction() == Direction.STAMP) {
				stamp(this.plan);
			}
			else {
				stampFirst();
				onTables(this::steps);
			}
		}
		return this.text.toScript(this.plan, this.target.dialect().id());
	}

	private void stampFirst() {
		if (!this.stampedFirst.isEmpty()) {
			stamp(new MigrationPlan(Direction.STAMP, List.of(), this.plan.from(), this.stampedFirst));
			this.rows.addAll(this.stampedFirst);
		}
	}

	private void stamp(MigrationPlan plan) {
		this.text.comment("Setting the version rows");
		this.text.addAll(tables());
		List<String> statements = new ArrayList<>(this.conditions.requireStart(plan));
		List<String> removed = plan.from().stream().filter((row) -> !plan.to().contains(row)).toList();
		List<String> added = plan.to().stream().filter((row) -> !plan.from().contains(row)).toList();
		statements.addAll(inline(this.versionTable.changes(removed, added)));
		statements.addAll(
				history(Stamp.executed(plan, Instant.EPOCH, SCRIPT.because(this.request.reason())), List.of(), null));
		this.text
			.addAll((this.skipsApplied) ? this.syntax.onlyIfAny(this.conditions.isToDo(plan), statements) : statements);
		this.text.commit();
	}

	/**
	 * Write what the bodies of the steps run, without what the run adds.
	 * @return the statements
	 * @throws NeedsDatabaseException if a step cannot be written
	 */
	List<String> bodies() throws SQLException {
		requireArguments(this.plan.steps());
		List<String> statements = new ArrayList<>();
		onTables((scratch) -> {
			for (MigrationStep step : this.plan.steps()) {
				operations(step, this.revisions.load(step.revision()), scratch).statements()
					.forEach((statement) -> statements.add(statement.sql()));
			}
		});
		return statements;
	}

	private void onTables(TablesCallback callback) throws SQLException {
		String scratchUrl = this.target.dialect().scratchUrl();
		if (scratchUrl == null) {
			callback.call(null);
			return;
		}
		try (ScratchDatabase scratch = ScratchDatabase.open(scratchUrl, this.target, this.settings,
				this.request.arguments())) {
			prepare(scratch);
			callback.call(scratch);
		}
	}

	private void prepare(ScratchDatabase scratch) throws SQLException {
		Session session = this.tablesBefore.session();
		if (session != null) {
			session.dialect().copySchema(session.connection(), scratch.session().connection());
			return;
		}
		List<MigrationStep> before = this.revisions.graph().planUpgrade(this.plan.from(), List.of()).steps();
		requireArguments(before);
		try {
			scratch.run(before, this.revisions);
		}
		catch (RevisionFailedException ex) {
			throw failedOnScratch("go on from " + ScriptConditions.place(this.plan.from()), ex);
		}
	}

	private void requireArguments(List<MigrationStep> steps) {
		RequiredArgument.requireAll(this.revisions.requiredArguments(steps), this.request.arguments());
	}

	private void steps(@Nullable ScratchDatabase scratch) throws SQLException {
		for (MigrationStep step : this.plan.steps()) {
			Migration body = this.revisions.load(step.revision());
			ScriptOperations operations = operations(step, body, scratch);
			this.text.comment("Running " + ScriptHeader.describe(step));
			if (step == this.plan.steps().get(0) && this.stampedFirst.isEmpty()) {
				this.text.addAll(tables());
				this.text.addAll((this.skipsApplied) ? this.conditions.requireKnownRows()
						: this.conditions.requireStart(this.plan));
			}
			else if (!this.skipsApplied) {
				this.text.addAll(this.conditions.requireRows(this.rows));
			}
			write(step, operations, downgradeSql(step, body, scratch));
			this.text.commit();
			step.removedVersions().forEach(this.rows::remove);
			this.rows.addAll(step.addedVersions());
		}
	}

	private List<String> tables() {
		List<String> statements = new ArrayList<>(create(this.versionTable.creation()));
		statements.addAll(create(this.historyTable.creation()));
		return statements;
	}

	private List<String> create(TableOperation.CreateTable creation) {
		return inline(this.target.dialect().render(creation, this.context));
	}

	private @Nullable String downgradeSql(MigrationStep step, Migration body, @Nullable ScratchDatabase scratch) {
		if (step.direction() != Direction.UPGRADE) {
			return null;
		}
		KeptDowngrade downgrade = new KeptDowngrade(step, body, this.request.arguments());
		return (scratch != null) ? downgrade.of(scratch.session()) : downgrade.of(this.target.dialect(), this.context);
	}

	private void write(MigrationStep step, ScriptOperations operations, @Nullable String downgradeSql) {
		ExecutedStep executed = executed(step, operations.checksum(), operations.count());
		List<String> history = history(executed, this.revisions.graph().dependencies(step.revision().id()),
				downgradeSql);
		if (this.skipsApplied) {
			List<String> statements = new ArrayList<>(this.conditions.requirePossible(step));
			operations.statements().forEach((statement) -> statements.add(statement.sql()));
			statements.addAll(this.conditions.changes(step));
			statements.addAll(history);
			this.text.addAll(this.syntax.onlyIfAny(this.conditions.isToDo(step), statements));
			return;
		}
		operations.statements().forEach(this.text::add);
		this.text.addAll(inline(this.versionTable.changes(step.removedVersions(), step.addedVersions())));
		this.text.addAll(history);
	}

	private ExecutedStep executed(MigrationStep step, @Nullable String checksum, int statements) {
		RevisionHeader revision = step.revision();
		return new ExecutedStep(revision.id(), revision.revises(), revision.message(), step.direction(),
				ExecutedStep.Status.SUCCEEDED, checksum, statements, statements, Instant.EPOCH, Instant.EPOCH,
				SCRIPT.name(), SCRIPT.host(), null, this.request.reason());
	}

	private ScriptOperations operations(MigrationStep step, Migration body, @Nullable ScratchDatabase scratch)
			throws SQLException {
		if (scratch == null) {
			ScriptOperations operations = new ScriptOperations(this.target, this.syntax, this.context,
					this.request.arguments(), null, this.skipsApplied);
			render(step, body, operations);
			return operations;
		}
		try {
			return scratch.inTransaction((kind) -> {
				this.text.nextTransaction(kind);
				ScriptOperations operations = new ScriptOperations(this.target, this.syntax, renderContext(scratch),
						this.request.arguments(), scratch.operations(step), this.skipsApplied);
				render(step, body, operations);
				return operations;
			});
		}
		catch (IncompatibleRowsException ex) {
			throw new RevisionFailedException(step.revision(), step.direction(), "its commit", null, ex);
		}
	}

	/**
	 * Behind the base there may be rows that no revision has made.
	 */
	private RenderContext renderContext(ScratchDatabase scratch) {
		boolean isEmpty = this.plan.from().isEmpty() && this.tablesBefore.session() == null;
		return isEmpty ? scratch.renderContext() : scratch.renderContext().withoutRows();
	}

	private void render(MigrationStep step, Migration body, ScriptOperations target) {
		OperationRecorder operations = new OperationRecorder(target, this.context.names());
		Runnable run = (step.direction() == Direction.UPGRADE) ? () -> body.upgrade(operations)
				: () -> body.downgrade(operations);
		try {
			if (step.revision().transactional()) {
				run.run();
			}
			else {
				target.autocommit(run);
			}
		}
		catch (TransactionKindException ex) {
			throw ex;
		}
		catch (NeedsDatabaseException ex) {
			throw ex.in(step.revision());
		}
		catch (StatementRunner.StatementFailure ex) {
			throw failedOnScratch("carry out the " + step.direction(), ex).in(step.revision());
		}
		catch (RuntimeException | LinkageError ex) {
			int count = target.count();
			throw new RevisionFailedException(step.revision(), step.direction(),
					(count == 0) ? "its beginning" : "statement " + count + " or what follows it", null, ex);
		}
	}

	private NeedsDatabaseException failedOnScratch(String what, RuntimeException failure) {
		return new NeedsDatabaseException(what,
				"it failed on an empty database in memory, with all revisions before it: " + failure.getMessage(),
				"Mend the revision, or run it on the database.");
	}

	private List<String> history(ExecutedStep executed, List<String> dependencies, @Nullable String downgradeSql) {
		return inline(this.historyTable.addByScript(executed, dependencies, downgradeSql, this.syntax,
				this.request.executedBy()));
	}

	private List<String> inline(List<SqlStatement> statements) {
		return statements.stream().flatMap((statement) -> this.syntax.inline(statement).stream()).toList();
	}

	/**
	 * Write what creates the version table.
	 * @param target the database that the script is for
	 * @param settings the settings of the migrator
	 * @return the script
	 */
	static MigrationScript versionTable(ScriptTarget target, Session.Settings settings) {
		ScriptSyntax syntax = target.dialect().scriptSyntax(settings.versionTable());
		ScriptText text = new ScriptText(syntax);
		new ScriptHeader(text, target, syntax)
			.write("Creates the version table " + settings.versionTable() + " if it is missing.");
		text.settings(new ScriptSchemas(target, settings, syntax).settings(true));
		RenderContext context = RenderContext.offline(target.version(), settings.namingConvention());
		target.dialect()
			.render(new VersionTable(settings.versionTable(), target.dialect()).creation(), context)
			.forEach((statement) -> text.addAll(syntax.inline(statement)));
		text.commit();
		return text.toScript(new MigrationPlan(Direction.STAMP, List.of(), List.of(), List.of()),
				target.dialect().id());
	}

	/**
	 * Where the tables come from that the first step finds.
	 *
	 * @param session the database that has them, or {@code null} if the revisions before
	 * make them
	 */
	private record TablesBefore(@Nullable Session session) {

		private static final TablesBefore BY_REVISIONS = new TablesBefore(null);

	}

	/**
	 * What is done with the tables, if there need to be any.
	 */
	private interface TablesCallback {

		void call(@Nullable ScratchDatabase scratch) throws SQLException;

	}

}
