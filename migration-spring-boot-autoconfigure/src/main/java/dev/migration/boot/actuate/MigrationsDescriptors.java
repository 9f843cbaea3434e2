package dev.migration.boot.actuate;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.actuate.endpoint.OperationResponseBody;

import dev.migration.ExecutedStep;
import dev.migration.MigrationException;
import dev.migration.MigrationPlan;
import dev.migration.MigrationResult;
import dev.migration.MigrationStatus;
import dev.migration.MigrationStep;
import dev.migration.RevisionHeader;
import dev.migration.RevisionStatus;

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
	 * @param upToDate whether no revision is pending
	 * @param revisions all revisions, newest first
	 * @param history what was executed, newest first
	 */
	public record DatabaseDescriptor(String database, List<String> current, List<String> heads, boolean upToDate,
			List<RevisionDescriptor> revisions, List<StepDescriptor> history) {

		static DatabaseDescriptor of(MigrationStatus status, List<ExecutedStep> history) {
			List<StepDescriptor> steps = new ArrayList<>(history.stream().map(StepDescriptor::of).toList());
			Collections.reverse(steps);
			return new DatabaseDescriptor(status.database(), status.current(), status.heads(), status.upToDate(),
					status.revisions().stream().map(RevisionDescriptor::of).toList(), steps);
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
	 */
	public record StepDescriptor(String revision, String message, String direction, String status, int statements,
			Instant startedAt, @Nullable Long durationMillis, String executedBy, String host, @Nullable String error) {

		static StepDescriptor of(ExecutedStep step) {
			Instant finished = step.finishedAt();
			return new StepDescriptor(step.revision(), step.message(), step.direction().toString(),
					step.status().toString(), step.statementsDone(), step.startedAt(),
					(finished != null) ? Duration.between(step.startedAt(), finished).toMillis() : null,
					step.executedBy(), step.host(), step.error());
		}

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
	 */
	public record RunDescriptor(boolean dryRun, String database, List<String> from, List<String> to,
			List<StepDescriptor> steps) implements OperationResponseBody {

		static RunDescriptor of(MigrationResult result) {
			return new RunDescriptor(false, result.database(), result.from(), result.to(),
					result.steps().stream().map(StepDescriptor::of).toList());
		}

	}

	/**
	 * What a run would do.
	 *
	 * @param dryRun {@code true}
	 * @param from the ids of the current revisions
	 * @param to the ids of the current revisions that the run would leave
	 * @param steps what would be executed, in this order
	 */
	public record PlanDescriptor(boolean dryRun, List<String> from, List<String> to,
			List<PlannedStepDescriptor> steps) implements OperationResponseBody {

		static PlanDescriptor of(MigrationPlan plan) {
			return new PlanDescriptor(true, plan.from(), plan.to(),
					plan.steps().stream().map(PlannedStepDescriptor::of).toList());
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
