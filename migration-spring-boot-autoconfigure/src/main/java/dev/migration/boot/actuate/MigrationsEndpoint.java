package dev.migration.boot.actuate;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.springframework.aot.hint.annotation.RegisterReflectionForBinding;
import org.springframework.boot.actuate.endpoint.Access;
import org.springframework.boot.actuate.endpoint.OperationResponseBody;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.boot.actuate.endpoint.annotation.Selector;
import org.springframework.boot.actuate.endpoint.annotation.WriteOperation;
import org.springframework.context.ApplicationContext;

import dev.migration.DatabaseAccessException;
import dev.migration.Destruction;
import dev.migration.Direction;
import dev.migration.MigrationException;
import dev.migration.MigrationRequest;
import dev.migration.Migrator;
import dev.migration.Migrators;
import dev.migration.NamedDatabaseException;
import dev.migration.RevisionDetails;
import dev.migration.StateConflictException;
import dev.migration.boot.actuate.MigrationsDescriptors.ApplicationDescriptor;
import dev.migration.boot.actuate.MigrationsDescriptors.ContextDescriptor;
import dev.migration.boot.actuate.MigrationsDescriptors.DatabaseDescriptor;
import dev.migration.boot.actuate.MigrationsDescriptors.PlanDescriptor;
import dev.migration.boot.actuate.MigrationsDescriptors.RevisionDetailsDescriptor;
import dev.migration.boot.actuate.MigrationsDescriptors.RunDescriptor;

/**
 * {@link Endpoint @Endpoint} that shows where the databases stand, and takes them further
 * or back when the operator allows it.
 */
@Endpoint(id = "migrations", defaultAccess = Access.READ_ONLY)
public class MigrationsEndpoint {

	private final ApplicationContext context;

	/**
	 * Create a new endpoint.
	 * @param context the context whose migrators are shown, with its parents
	 */
	public MigrationsEndpoint(ApplicationContext context) {
		this.context = context;
	}

	/**
	 * Return where the databases stand.
	 * @return the databases
	 */
	@ReadOperation(producesFrom = MigrationsFormat.class)
	public ApplicationDescriptor migrations() {
		Map<String, ContextDescriptor> contexts = new LinkedHashMap<>();
		for (ApplicationContext target = this.context; target != null; target = target.getParent()) {
			Map<String, DatabaseDescriptor> databases = new LinkedHashMap<>();
			databases(target).forEach((name, database) -> databases.put(name, database.describe()));
			ApplicationContext parent = target.getParent();
			contexts.put(String.valueOf(target.getId()),
					new ContextDescriptor(databases, (parent != null) ? parent.getId() : null));
		}
		return new ApplicationDescriptor(contexts);
	}

	/**
	 * Return the databases of a context and its parents.
	 * @return the databases by name, by the id of their context
	 */
	Map<String, Map<String, Database>> databases() {
		Map<String, Map<String, Database>> contexts = new LinkedHashMap<>();
		for (ApplicationContext target = this.context; target != null; target = target.getParent()) {
			contexts.put(String.valueOf(target.getId()), databases(target));
		}
		return contexts;
	}

	private static Map<String, Database> databases(ApplicationContext context) {
		Map<String, Database> databases = new LinkedHashMap<>();
		for (Migrators migrators : context.getBeansOfType(Migrators.class).values()) {
			migrators.names().forEach((name) -> databases.put(name, new Database(context, migrators, name)));
		}
		return databases;
	}

	/**
	 * Return all that is known of a revision.
	 * @param revision its id, or what else names it, such as {@code head}
	 * @param database the name of the database, if there are several and the primary is
	 * not meant
	 * @return the revision
	 */
	@ReadOperation
	public RevisionDetailsDescriptor revision(@Selector String revision, @Nullable String database) {
		Database target = database(database);
		RevisionDetails details = target.migrator().details(revision);
		boolean held = target.floor().held(target.migrator().directory()).contains(details.status().revision().id());
		return RevisionDetailsDescriptor.of(details, held);
	}

	private Database database(@Nullable String name) {
		Migrators migrators = this.context.getBean(Migrators.class);
		if (name != null && !name.isBlank()) {
			migrators.get(name);
			return new Database(this.context, migrators, name);
		}
		migrators.primary();
		// The primary is the first of them, or there is none.
		return new Database(this.context, migrators, migrators.names().get(0));
	}

	/**
	 * Take a database further or back.
	 * @param operation which of both
	 * @param database the name of the database, if there are several and the primary is
	 * not meant
	 * @param target the target, such as {@code -1}
	 * @param dryRun whether to only show the plan
	 * @param expectedCurrent the ids that must be current; none, or {@code base}, for a
	 * database without revisions
	 * @param reason why, for the history table
	 * @param arguments values for revisions and hooks, each as {@code key=value}
	 * @param tag a word for hooks
	 * @return the plan or what was done
	 */
	@WriteOperation
	@RegisterReflectionForBinding({ PlanDescriptor.class, RunDescriptor.class })
	public OperationResponseBody run(@Selector WriteKind operation, @Nullable String database, String target,
			@Nullable Boolean dryRun, @Nullable List<String> expectedCurrent, @Nullable String reason,
			@Nullable List<String> arguments, @Nullable String tag) {
		return run(operation, WriteRequest.of(database, target, dryRun, expectedCurrent, reason, arguments, tag));
	}

	OperationResponseBody run(WriteKind operation, WriteRequest request) {
		Database database = database(request.database());
		return switch (operation) {
			case UPGRADE -> upgrade(database.migrator(), request);
			case DOWNGRADE -> downgrade(database, request);
		};
	}

	private static OperationResponseBody upgrade(Migrator migrator, WriteRequest request) {
		if (request.dryRun()) {
			return plan(migrator, migrator.destruction(Direction.UPGRADE, request.migration()), request.migration());
		}
		return RunDescriptor.of(migrator.upgrade(request.migration()), null);
	}

	/**
	 * What was looked at must be what runs: whoever came in between makes the request a
	 * conflict, so that of two that want the same only one takes a step back.
	 */
	private static OperationResponseBody downgrade(Database database, WriteRequest request) {
		Migrator migrator = database.migrator();
		Destruction destruction = migrator.destruction(Direction.DOWNGRADE, request.migration());
		database.floor().check(destruction.plan(), migrator.directory());
		MigrationRequest asLookedAt = request.migration().expecting(Set.copyOf(destruction.plan().from()));
		return (request.dryRun()) ? plan(migrator, destruction, asLookedAt)
				: RunDescriptor.of(migrator.downgrade(asLookedAt), destruction);
	}

	private static PlanDescriptor plan(Migrator migrator, Destruction destruction, MigrationRequest request) {
		try {
			return PlanDescriptor.of(destruction, migrator.script(destruction.plan().direction(), request).text(),
					null);
		}
		catch (StateConflictException | DatabaseAccessException ex) {
			throw ex;
		}
		catch (MigrationException ex) {
			return PlanDescriptor.of(destruction, null, ex.getDescription());
		}
	}

	/**
	 * What can be done to a database: the last segment of the path.
	 */
	public enum WriteKind {

		/**
		 * Run what lies between the database and the target.
		 */
		UPGRADE,

		/**
		 * Take back what lies above the target.
		 */
		DOWNGRADE

	}

	/**
	 * One database of a context.
	 *
	 * @param context the context
	 * @param migrators the databases of the context
	 * @param name the name of this one
	 */
	record Database(ApplicationContext context, Migrators migrators, String name) {

		Migrator migrator() {
			return this.migrators.get(this.name);
		}

		DowngradeFloor floor() {
			return DowngradeFloor.of(this.context.getEnvironment(), this.name);
		}

		DatabaseDescriptor describe() {
			try {
				Migrator migrator = migrator();
				return DatabaseDescriptor.of(migrator.status(), floor().revision(), migrator.executedSteps());
			}
			catch (MigrationException ex) {
				throw (this.migrators.names().size() > 1) ? new NamedDatabaseException(this.name, ex) : ex;
			}
		}

	}

}
