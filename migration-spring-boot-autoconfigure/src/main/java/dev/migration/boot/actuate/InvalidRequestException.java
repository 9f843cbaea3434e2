package dev.migration.boot.actuate;

import dev.migration.MigrationException;

/**
 * The endpoint is asked for something in a way that it does not understand.
 */
public final class InvalidRequestException extends MigrationException {

	InvalidRequestException(String message, String action) {
		super(message, action, null);
	}

}
