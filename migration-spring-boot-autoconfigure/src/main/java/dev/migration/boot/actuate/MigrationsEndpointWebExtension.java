package dev.migration.boot.actuate;

import java.security.Principal;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

import org.springframework.aot.hint.annotation.RegisterReflectionForBinding;
import org.springframework.boot.actuate.endpoint.OperationResponseBody;
import org.springframework.boot.actuate.endpoint.SecurityContext;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.boot.actuate.endpoint.annotation.Selector;
import org.springframework.boot.actuate.endpoint.annotation.WriteOperation;
import org.springframework.boot.actuate.endpoint.web.WebEndpointResponse;
import org.springframework.boot.actuate.endpoint.web.annotation.EndpointWebExtension;

import dev.migration.MigrationException;
import dev.migration.boot.actuate.MigrationsDescriptors.ApplicationDescriptor;
import dev.migration.boot.actuate.MigrationsDescriptors.ErrorDescriptor;
import dev.migration.boot.actuate.MigrationsDescriptors.PlanDescriptor;
import dev.migration.boot.actuate.MigrationsDescriptors.RevisionDetailsDescriptor;
import dev.migration.boot.actuate.MigrationsDescriptors.RunDescriptor;
import dev.migration.boot.actuate.MigrationsEndpoint.WriteKind;

/**
 * The {@link MigrationsEndpoint} over HTTP: a browser gets a page, the caller's name goes
 * along, and an error has a status and a body that says what and what to do.
 */
@EndpointWebExtension(endpoint = MigrationsEndpoint.class)
public class MigrationsEndpointWebExtension {

	private final MigrationsEndpoint delegate;

	private final MigrationsPage page;

	/**
	 * Create a new extension.
	 * @param delegate the endpoint
	 * @param path gives the path of the endpoint, for links; only the last segment counts
	 */
	public MigrationsEndpointWebExtension(MigrationsEndpoint delegate, Supplier<String> path) {
		this.delegate = delegate;
		this.page = new MigrationsPage(path);
	}

	/**
	 * Return where the databases stand.
	 * @param format what is asked for
	 * @return the databases, as JSON or as a page, or an error
	 */
	@ReadOperation(producesFrom = MigrationsFormat.class)
	@RegisterReflectionForBinding({ ApplicationDescriptor.class, ErrorDescriptor.class })
	public WebEndpointResponse<Object> migrations(MigrationsFormat format) {
		if (format == MigrationsFormat.HTML) {
			return this.page.of(this.delegate.databases());
		}
		try {
			return new WebEndpointResponse<>(this.delegate.migrations(), format);
		}
		catch (MigrationException ex) {
			return new WebEndpointResponse<>(ErrorDescriptor.of(ex), FailureStatus.of(ex),
					format.getProducedMimeType());
		}
	}

	/**
	 * Return all that is known of a revision.
	 * @param revision its id, or what else names it
	 * @param database the name of the database, if there are several and the primary is
	 * not meant
	 * @return the revision, or an error
	 */
	@ReadOperation
	@RegisterReflectionForBinding(RevisionDetailsDescriptor.class)
	public WebEndpointResponse<OperationResponseBody> revision(@Selector String revision, @Nullable String database) {
		return answer(() -> this.delegate.revision(revision, database));
	}

	/**
	 * Take a database further or back. What can be wrong is taken as text, so that the
	 * answer can say what is.
	 * @param securityContext who calls
	 * @param operation upgrade or downgrade
	 * @param database the name of the database, if there are several and the primary is
	 * not meant
	 * @param target the target, such as {@code -1}
	 * @param dryRun whether to only show the plan
	 * @param expectedCurrent the ids that must be current
	 * @param reason why, for the history table
	 * @param arguments values for revisions and hooks, each as {@code key=value}
	 * @param tag a word for hooks
	 * @return the plan or what was done, or an error
	 */
	@WriteOperation
	@RegisterReflectionForBinding({ PlanDescriptor.class, RunDescriptor.class })
	public WebEndpointResponse<OperationResponseBody> run(SecurityContext securityContext, @Selector String operation,
			@Nullable String database, @Nullable String target, @Nullable String dryRun,
			@Nullable List<String> expectedCurrent, @Nullable String reason, @Nullable List<String> arguments,
			@Nullable String tag) {
		WriteKind kind = kind(operation);
		if (kind == null) {
			return new WebEndpointResponse<>(
					new ErrorDescriptor("There is no operation '" + operation + "'", "Use 'upgrade' or 'downgrade'."),
					WebEndpointResponse.STATUS_NOT_FOUND);
		}
		return answer(() -> this.delegate.run(kind,
				WriteRequest.of(database, target, flag(dryRun), expectedCurrent, reason, arguments, tag)
					.by(caller(securityContext))));
	}

	private static @Nullable WriteKind kind(String operation) {
		for (WriteKind kind : WriteKind.values()) {
			if (kind.name().toLowerCase(Locale.ROOT).equals(operation)) {
				return kind;
			}
		}
		return null;
	}

	private static boolean flag(@Nullable String value) {
		if (value == null || value.equals("false")) {
			return false;
		}
		if (value.equals("true")) {
			return true;
		}
		throw new InvalidRequestException("'dryRun' is '" + value + "'", "Use true or false. Nothing was run.");
	}

	private static String caller(SecurityContext securityContext) {
		Principal principal = securityContext.getPrincipal();
		return (principal != null) ? principal.getName() : "anonymous";
	}

	private static WebEndpointResponse<OperationResponseBody> answer(Supplier<OperationResponseBody> operation) {
		try {
			return new WebEndpointResponse<>(operation.get());
		}
		catch (MigrationException ex) {
			return new WebEndpointResponse<>(ErrorDescriptor.of(ex), FailureStatus.of(ex));
		}
	}

}
