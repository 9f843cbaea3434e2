package dev.migration.boot.actuate;

import org.springframework.boot.actuate.endpoint.web.WebEndpointResponse;

import dev.migration.AppliedRevisionsChangedException;
import dev.migration.ChangedRevisionException;
import dev.migration.DatabaseAccessException;
import dev.migration.DatabaseAheadException;
import dev.migration.HalfDoneRevisionException;
import dev.migration.HookFailedException;
import dev.migration.InvalidTargetException;
import dev.migration.InvalidTargetException.Reason;
import dev.migration.IrreversibleRevisionException;
import dev.migration.LockTimeoutException;
import dev.migration.MigrationException;
import dev.migration.NamedDatabaseException;
import dev.migration.MissingArgumentException;
import dev.migration.MissingSchemaException;
import dev.migration.StateConflictException;
import dev.migration.UnclearStatementException;
import dev.migration.UnknownDatabaseException;
import dev.migration.UnknownRevisionException;
import dev.migration.UnsafeArgumentException;

/**
 * Which status of HTTP an error is. They are documented and stay.
 */
final class FailureStatus {

	static final int CONFLICT = 409;

	private FailureStatus() {
	}

	static int of(MigrationException failure) {
		if (failure instanceof NamedDatabaseException named) {
			return of(named.getFailure());
		}
		if (failure instanceof InvalidTargetException invalid) {
			return of(invalid.getReason());
		}
		if (failure instanceof UnknownDatabaseException unknown) {
			return (unknown.getName() != null) ? WebEndpointResponse.STATUS_NOT_FOUND
					: WebEndpointResponse.STATUS_BAD_REQUEST;
		}
		if (failure instanceof InvalidRequestException || failure instanceof MissingArgumentException
				|| failure instanceof UnsafeArgumentException) {
			return WebEndpointResponse.STATUS_BAD_REQUEST;
		}
		if (failure instanceof LockTimeoutException || failure instanceof DatabaseAccessException) {
			return WebEndpointResponse.STATUS_SERVICE_UNAVAILABLE;
		}
		return isConflict(failure) ? CONFLICT : WebEndpointResponse.STATUS_INTERNAL_SERVER_ERROR;
	}

	private static int of(Reason reason) {
		return switch (reason) {
			case NO_SUCH_REVISION, NO_SUCH_BRANCH -> WebEndpointResponse.STATUS_NOT_FOUND;
			case NOT_DOWNGRADEABLE -> CONFLICT;
			default -> WebEndpointResponse.STATUS_BAD_REQUEST;
		};
	}

	private static boolean isConflict(MigrationException failure) {
		return failure instanceof StateConflictException || failure instanceof IrreversibleRevisionException
				|| failure instanceof UnknownRevisionException || failure instanceof HookFailedException
				|| failure instanceof DowngradeFloorException || failure instanceof HalfDoneRevisionException
				|| failure instanceof DatabaseAheadException || failure instanceof AppliedRevisionsChangedException
				|| failure instanceof MissingSchemaException || failure instanceof ChangedRevisionException
				|| failure instanceof UnclearStatementException;
	}

}
