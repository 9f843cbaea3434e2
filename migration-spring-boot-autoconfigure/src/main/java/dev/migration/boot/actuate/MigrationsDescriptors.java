package dev.migration.boot.actuate;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.actuate.endpoint.OperationResponseBody;

import dev.migration.Destruction;
import dev.migration.ExecutedStep;
import dev.migration.MigrationException;
import dev.migration.MigrationPlan;
import dev.migration.MigrationResult;
import dev.migration.MigrationStatus;
import dev.migration.MigrationStep;
import dev.migration.RevisionDetails;
import dev.migration.RevisionHeader;
import dev.migration.RevisionPlace;
import dev.migration.RevisionSql;
import dev.migration.RevisionStatus;
import dev.migration.Secrets;

/**
 * What the endpoint answers, member by member.
 */
public final class MigrationsDescriptors {

	private MigrationsDescriptors() {
	}

	/**
	 * All databases of the application.
	 *
	 * @param contexts the application contexts, by their id
	 */
	public record ApplicationDescriptor(Map<String, ContextDescriptor> contexts) implements OperationResponseBody {
	}

	/**
	 * The databases of one context.
	 *
	 * @param migrationBeans the databases by name; that of a single one is the name of
	 * its migrator bean
	 * @param parentId the id of the parent context, if there is one
	 */
	public record ContextDescriptor(Map<String, DatabaseDescriptor> migrationBeans, @Nullable String parentId) {
	}

	/**
	 * Where a database stands.
	 *
	 * @param database the product, its version and the database
	 * @param current the ids of the current revisions
	 * @param heads the ids of the heads
	 * @param upToDate whether no revision is pending, and none half done
	 * @param halfDone the steps that did not end and left something behind, newest first
	 * @param downgradeFloor the revision that the endpoint never takes back, as it is
	 * configured
	 * @param revisions all revisions, newest first
	 * @param history what was executed, newest first
	 */
	public record DatabaseDescriptor(String database, List<String> current, List<String> heads, boolean upToDate,
			List<StepDescriptor> halfDone, @Nullable String downgradeFloor, List<RevisionDescriptor> revisions,
			List<StepDescriptor> history) {

		static DatabaseDescriptor of(MigrationStatus status, @Nullable String floor, List<ExecutedStep> history) {
			return new DatabaseDescriptor(status.database(), status.current(), status.heads(), status.upToDate(),
					newestFirst(status.halfDone()), floor,
					status.revisions().stream().map(RevisionDescriptor::of).toList(), newestFirst(history));
		}

	}

	/**
	 * A revision.
	 *
	 * @param revision the id
	 * @param revises the ids of its parents
	 * @param dependsOn what else must be applied before it
	 * @param branchLabels the names of the branch it begins
	 * @param message what it does
	 * @param created when it was written
	 * @param state applied, pending, ahead or unknown
	 * @param current whether the version table names it
	 * @param head whether no revision comes after it
	 */
	public record RevisionDescriptor(String revision, List<String> revises, List<String> dependsOn,
			List<String> branchLabels, String message, @Nullable Instant created, String state, boolean current,
			boolean head) {

		static RevisionDescriptor of(RevisionStatus status) {
			RevisionHeader header = status.revision();
			return new RevisionDescriptor(header.id(), header.revises(), header.dependsOn(), header.branchLabels(),
					header.message(), header.created(), status.state().toString(), status.current(), status.head());
		}

	}

	/**
	 * A step that was executed.
	 *
	 * @param revision the id of the revision
	 * @param message what it does
	 * @param direction upgrade, downgrade or stamp
	 * @param status succeeded, running or failed
	 * @param statements how many statements ran
	 * @param startedAt when it began
	 * @param durationMillis how long it took, in milliseconds
	 * @param executedBy who asked for it
	 * @param host the host and process that ran it
	 * @param error the error, if it failed
	 * @param reason why it was asked for, if that was said
	 */
	public record StepDescriptor(String revision, String message, String direction, String status, int statements,
			Instant startedAt, @Nullable Long durationMillis, String executedBy, String host, @Nullable String error,
			@Nullable String reason) {

		static StepDescriptor of(ExecutedStep step) {
			Instant finished = step.finishedAt();
			return new StepDescriptor(step.revision(), step.message(), step.direction().toString(),
					step.status().toString(), step.statementsDone(), step.startedAt(),
					(finished != null) ? Duration.between(step.startedAt(), finished).toMillis() : null,
					step.executedBy(), step.host(), step.error(), step.reason());
		}

	}

	private static List<StepDescriptor> newestFirst(List<ExecutedStep> history) {
		List<StepDescriptor> steps = new ArrayList<>(history.stream().map(StepDescriptor::of).toList());
		Collections.reverse(steps);
		return steps;
	}

	/**
	 * All that is known of a revision on a database.
	 *
	 * @param revision the id
	 * @param revises the ids of its parents
	 * @param next the ids of its children
	 * @param dependsOn the ids of what else must be applied before it
	 * @param branchLabels the names of the branch it begins
	 * @param branches the names of the branches that it is on
	 * @param message what it does
	 * @param created when it was written
	 * @param location where its body is: a class or a file
	 * @param state applied, pending, ahead or unknown
	 * @param current whether the version table names it
	 * @param head whether no revision comes after it
	 * @param branchPoint whether it has several children
	 * @param mergePoint whether it has several parents
	 * @param appliedAt when it was applied, if the history table knows
	 * @param appliedBy who asked for that
	 * @param appliedReason why, if that was said
	 * @param downgradable whether this endpoint can take it back: it has a downgrade for
	 * this database, and the floor does not hold it
	 * @param upgrade the SQL of its upgrade
	 * @param downgrade the SQL of its downgrade
	 * @param history what was executed of it, newest first
	 */
	public record RevisionDetailsDescriptor(String revision, List<String> revises, List<String> next,
			List<String> dependsOn, List<String> branchLabels, List<String> branches, String message,
			@Nullable Instant created, String location, String state, boolean current, boolean head,
			boolean branchPoint, boolean mergePoint, @Nullable Instant appliedAt, @Nullable String appliedBy,
			@Nullable String appliedReason, boolean downgradable, SqlDescriptor upgrade, SqlDescriptor downgrade,
			List<StepDescriptor> history) implements OperationResponseBody {

		static RevisionDetailsDescriptor of(RevisionDetails details, boolean held) {
			RevisionPlace place = details.status().place();
			RevisionHeader header = place.revision();
			ExecutedStep applied = details.applied();
			return new RevisionDetailsDescriptor(header.id(), header.revises(), place.next(), place.dependsOn(),
					header.branchLabels(), place.branches(), header.message(), header.created(), header.location(),
					details.status().state().toString(), details.status().current(), details.status().head(),
					place.isBranchPoint(), place.isMergePoint(), (applied != null) ? applied.finishedAt() : null,
					(applied != null) ? applied.executedBy() : null, (applied != null) ? applied.reason() : null,
					details.reversible() && !held, SqlDescriptor.of(details.upgrade()),
					SqlDescriptor.of(details.downgrade()), newestFirst(details.executed()));
		}

	}

	/**
	 * What a revision runs, one way.
	 *
	 * @param statements the statements, if they can be written
	 * @param problem why they cannot be
	 */
	public record SqlDescriptor(@Nullable List<String> statements, @Nullable String problem) {

		static SqlDescriptor of(RevisionSql sql) {
			List<String> statements = sql.statements();
			return new SqlDescriptor((statements != null) ? masked(statements) : null, sql.problem());
		}

	}

	private static List<String> masked(List<String> statements) {
		return statements.stream().map(Secrets::mask).toList();
	}

	/**
	 * What is destroyed, counted before anything ran.
	 *
	 * @param tables the tables that are dropped
	 * @param columns the columns that are dropped
	 * @param notLookedInto what may destroy something or not
	 */
	public record DestructionDescriptor(List<TableDescriptor> tables, List<ColumnDescriptor> columns,
			List<NotLookedIntoDescriptor> notLookedInto) {

		static DestructionDescriptor of(Destruction destruction) {
			return new DestructionDescriptor(
					destruction.tables()
						.stream()
						.map((table) -> new TableDescriptor(table.revision(), table.table().toString(), table.rows()))
						.toList(),
					destruction.columns()
						.stream()
						.map((column) -> new ColumnDescriptor(column.revision(), column.table().toString(),
								column.column(), column.rows()))
						.toList(),
					destruction.notLookedInto()
						.stream()
						.map((body) -> new NotLookedIntoDescriptor(body.revision(), masked(body.parts())))
						.toList());
		}

	}

	/**
	 * A table that is dropped.
	 *
	 * @param revision the id of the revision that drops it
	 * @param table its name, with its schema if the revision says one
	 * @param rows how many rows it has; nothing if they could not be counted
	 */
	public record TableDescriptor(String revision, String table, @Nullable Long rows) {
	}

	/**
	 * A column that is dropped.
	 *
	 * @param revision the id of the revision that drops it
	 * @param table the name of its table
	 * @param column its name
	 * @param rows how many rows have a value in it; nothing if they could not be counted
	 */
	public record ColumnDescriptor(String revision, String table, String column, @Nullable Long rows) {
	}

	/**
	 * What a revision does that is not looked into.
	 *
	 * @param revision the id of the revision
	 * @param parts the statements, or words for what has none
	 */
	public record NotLookedIntoDescriptor(String revision, List<String> parts) {
	}

	/**
	 * A step that would be executed.
	 *
	 * @param revision the id of the revision
	 * @param message what it does
	 * @param direction upgrade or downgrade
	 */
	public record PlannedStepDescriptor(String revision, String message, String direction) {

		static PlannedStepDescriptor of(MigrationStep step) {
			return new PlannedStepDescriptor(step.revision().id(), step.revision().message(),
					step.direction().toString());
		}

	}

	/**
	 * What a run did.
	 *
	 * @param dryRun {@code false}
	 * @param database the product, its version and the database
	 * @param from the ids of the current revisions before
	 * @param to the ids of the current revisions after
	 * @param steps what was executed, in this order
	 * @param destroys what a downgrade destroyed
	 */
	public record RunDescriptor(boolean dryRun, String database, List<String> from, List<String> to,
			List<StepDescriptor> steps, @Nullable DestructionDescriptor destroys) implements OperationResponseBody {

		static RunDescriptor of(MigrationResult result, @Nullable Destruction destruction) {
			return new RunDescriptor(false, result.database(), result.from(), result.to(),
					result.steps().stream().map(StepDescriptor::of).toList(),
					(destruction != null) ? DestructionDescriptor.of(destruction) : null);
		}

	}

	/**
	 * What a run would do.
	 *
	 * @param dryRun {@code true}
	 * @param from the ids of the current revisions
	 * @param to the ids of the current revisions that the run would leave
	 * @param steps what would be executed, in this order
	 * @param destroys what would be destroyed
	 * @param sql the script that does the same, for the client of the database
	 * @param sqlProblem why there is no script
	 */
	public record PlanDescriptor(boolean dryRun, List<String> from, List<String> to, List<PlannedStepDescriptor> steps,
			DestructionDescriptor destroys, @Nullable String sql,
			@Nullable String sqlProblem) implements OperationResponseBody {

		static PlanDescriptor of(Destruction destruction, @Nullable String sql, @Nullable String sqlProblem) {
			MigrationPlan plan = destruction.plan();
			return new PlanDescriptor(true, plan.from(), plan.to(),
					plan.steps().stream().map(PlannedStepDescriptor::of).toList(),
					DestructionDescriptor.of(destruction), (sql != null) ? Secrets.mask(sql) : null, sqlProblem);
		}

	}

	/**
	 * Why nothing, or not everything, was done.
	 *
	 * @param error what happened
	 * @param action what to do next
	 */
	public record ErrorDescriptor(String error, String action) implements OperationResponseBody {

		static ErrorDescriptor of(MigrationException exception) {
			return new ErrorDescriptor(exception.getDescription(), exception.getAction());
		}

	}

}
