package dev.migration.boot.actuate;

import java.security.Principal;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.actuate.endpoint.OperationResponseBody;
import org.springframework.boot.actuate.endpoint.SecurityContext;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.boot.actuate.endpoint.annotation.Selector;
import org.springframework.boot.actuate.endpoint.annotation.WriteOperation;
import org.springframework.boot.actuate.endpoint.web.WebEndpointResponse;
import org.springframework.boot.actuate.endpoint.web.annotation.EndpointWebExtension;

import dev.migration.DatabaseAccessException;
import dev.migration.HookFailedException;
import dev.migration.InvalidTargetException;
import dev.migration.IrreversibleRevisionException;
import dev.migration.LockTimeoutException;
import dev.migration.MigrationException;
import dev.migration.NamedDatabaseException;
import dev.migration.StateConflictException;
import dev.migration.UnknownDatabaseException;
import dev.migration.UnknownRevisionException;
import dev.migration.boot.actuate.MigrationsDescriptors.ErrorDescriptor;
import dev.migration.boot.actuate.MigrationsEndpoint.WriteKind;

/**
 * The {@link MigrationsEndpoint} over HTTP: the caller's name goes along, and an error
 * has a status and a body that says what and what to do.
 */
@EndpointWebExtension(endpoint = MigrationsEndpoint.class)
public class MigrationsEndpointWebExtension {

	private static final int CONFLICT = 409;

	private final MigrationsEndpoint delegate;

	/**
	 * Create a new extension.
	 * @param delegate the endpoint
	 */
	public MigrationsEndpointWebExtension(MigrationsEndpoint delegate) {
		this.delegate = delegate;
	}

	/**
	 * Return where the databases stand.
	 * @return the databases, or an error
	 */
	@ReadOperation
	public WebEndpointResponse<OperationResponseBody> migrations() {
		try {
			return new WebEndpointResponse<>(this.delegate.migrations());
		}
		catch (MigrationException ex) {
			return new WebEndpointResponse<>(ErrorDescriptor.of(ex), status(ex));
		}
	}

	/**
	 * Take a database back.
	 * @param securityContext who calls
	 * @param operation which operation
	 * @param database the name of the database, if there are several and the primary is
	 * not meant
	 * @param target the target, such as {@code -1}
	 * @param dryRun whether to only show the plan
	 * @param expectedCurrent the ids that must be current
	 * @param arguments values for revisions and hooks, each as {@code key=value}
	 * @param tag a word for hooks
	 * @return the plan or what was done, or an error
	 */
	@WriteOperation
	public WebEndpointResponse<OperationResponseBody> run(SecurityContext securityContext,
			@Selector WriteKind operation, @Nullable String database, @Nullable String target, @Nullable Boolean dryRun,
			@Nullable List<String> expectedCurrent, @Nullable List<String> arguments, @Nullable String tag) {
		if (target == null || target.isBlank()) {
			return new WebEndpointResponse<>(
					new ErrorDescriptor("The request has no target",
							"Send a JSON object with a 'target', such as {\"target\": \"-1\"}."),
					WebEndpointResponse.STATUS_BAD_REQUEST);
		}
		try {
			return new WebEndpointResponse<>(this.delegate.run(database, dryRun,
					MigrationsEndpoint.request(target, expectedCurrent, arguments, tag).by(caller(securityContext))));
		}
		catch (MigrationException ex) {
			return new WebEndpointResponse<>(ErrorDescriptor.of(ex), status(ex));
		}
	}

	private static String caller(SecurityContext securityContext) {
		Principal principal = securityContext.getPrincipal();
		return (principal != null) ? principal.getName() : "anonymous";
	}

	private static int status(MigrationException ex) {
		if (ex instanceof NamedDatabaseException named) {
			return status(named.getFailure());
		}
		if (ex instanceof InvalidTargetException || ex instanceof UnknownDatabaseException) {
			return WebEndpointResponse.STATUS_BAD_REQUEST;
		}
		if (ex instanceof StateConflictException || ex instanceof IrreversibleRevisionException
				|| ex instanceof UnknownRevisionException || ex instanceof HookFailedException) {
			return CONFLICT;
		}
		if (ex instanceof LockTimeoutException || ex instanceof DatabaseAccessException) {
			return WebEndpointResponse.STATUS_SERVICE_UNAVAILABLE;
		}
		return WebEndpointResponse.STATUS_INTERNAL_SERVER_ERROR;
	}

}
