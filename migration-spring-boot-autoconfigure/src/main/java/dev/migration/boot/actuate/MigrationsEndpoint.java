package dev.migration.boot.actuate;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.actuate.endpoint.Access;
import org.springframework.boot.actuate.endpoint.OperationResponseBody;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.boot.actuate.endpoint.annotation.Selector;
import org.springframework.boot.actuate.endpoint.annotation.WriteOperation;
import org.springframework.context.ApplicationContext;

import dev.migration.Direction;
import dev.migration.MigrationException;
import dev.migration.MigrationRequest;
import dev.migration.Migrator;
import dev.migration.Migrators;
import dev.migration.NamedDatabaseException;
import dev.migration.boot.actuate.MigrationsDescriptors.ApplicationDescriptor;
import dev.migration.boot.actuate.MigrationsDescriptors.ContextDescriptor;
import dev.migration.boot.actuate.MigrationsDescriptors.DatabaseDescriptor;
import dev.migration.boot.actuate.MigrationsDescriptors.PlanDescriptor;
import dev.migration.boot.actuate.MigrationsDescriptors.RunDescriptor;

/**
 * {@link Endpoint @Endpoint} that shows where the databases stand, and takes them back
 * when the operator allows it.
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
	@ReadOperation
	public ApplicationDescriptor migrations() {
		Map<String, ContextDescriptor> contexts = new LinkedHashMap<>();
		for (ApplicationContext target = this.context; target != null; target = target.getParent()) {
			Map<String, DatabaseDescriptor> databases = new LinkedHashMap<>();
			target.getBeansOfType(Migrators.class)
				.values()
				.forEach((migrators) -> migrators.names()
					.forEach((name) -> databases.put(name, describe(migrators, name))));
			ApplicationContext parent = target.getParent();
			contexts.put(String.valueOf(target.getId()),
					new ContextDescriptor(databases, (parent != null) ? parent.getId() : null));
		}
		return new ApplicationDescriptor(contexts);
	}

	private static DatabaseDescriptor describe(Migrators migrators, String name) {
		try {
			Migrator migrator = migrators.get(name);
			return DatabaseDescriptor.of(migrator.status(), migrator.executedSteps());
		}
		catch (MigrationException ex) {
			throw (migrators.names().size() > 1) ? new NamedDatabaseException(name, ex) : ex;
		}
	}

	/**
	 * Take a database back.
	 * @param operation which operation
	 * @param database the name of the database, if there are several and the primary is
	 * not meant
	 * @param target the target, such as {@code -1}
	 * @param dryRun whether to only show the plan
	 * @param expectedCurrent the ids that must be current; none, or {@code base}, for a
	 * database without revisions
	 * @param arguments values for revisions and hooks, each as {@code key=value}
	 * @param tag a word for hooks
	 * @return the plan or what was done
	 */
	@WriteOperation
	public OperationResponseBody run(@Selector WriteKind operation, @Nullable String database, String target,
			@Nullable Boolean dryRun, @Nullable List<String> expectedCurrent, @Nullable List<String> arguments,
			@Nullable String tag) {
		return run(database, dryRun, request(target, expectedCurrent, arguments, tag));
	}

	OperationResponseBody run(@Nullable String database, @Nullable Boolean dryRun, MigrationRequest request) {
		Migrators migrators = this.context.getBean(Migrators.class);
		Migrator migrator = (database != null && !database.isBlank()) ? migrators.get(database) : migrators.primary();
		if (Boolean.TRUE.equals(dryRun)) {
			return PlanDescriptor.of(migrator.plan(Direction.DOWNGRADE, request));
		}
		return RunDescriptor.of(migrator.downgrade(request));
	}

	static MigrationRequest request(String target, @Nullable List<String> expectedCurrent,
			@Nullable List<String> arguments, @Nullable String tag) {
		MigrationRequest request = MigrationRequest.to(target).tagged(tag);
		if (expectedCurrent != null) {
			request = request.expecting(ids(expectedCurrent));
		}
		if (arguments != null) {
			request = request.with(values(arguments));
		}
		return request;
	}

	private static Map<String, String> values(List<String> arguments) {
		Map<String, String> values = new LinkedHashMap<>();
		for (String argument : arguments) {
			String[] parts = argument.split("=", 2);
			values.put(parts[0].strip(), (parts.length > 1) ? parts[1] : "");
		}
		return values;
	}

	private static Set<String> ids(List<String> expectedCurrent) {
		return expectedCurrent.stream()
			.map(String::strip)
			.filter((id) -> !id.isEmpty() && !id.equals("base"))
			.collect(Collectors.toSet());
	}

	/**
	 * What can be done to a database: the last segment of the path.
	 */
	public enum WriteKind {

		/**
		 * Take back what lies above the target.
		 */
		DOWNGRADE

	}

}
