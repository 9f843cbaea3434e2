package dev.migration.boot.actuate;

import dev.migration.MigrationException;

/**
 * The property of the downgrade floor names no revision.
 */
public final class InvalidDowngradeFloorException extends MigrationException {

	InvalidDowngradeFloorException(String property, String value, MigrationException cause) {
		super("The downgrade floor '" + value + "' of '" + property + "' names no revision: " + cause.getDescription(),
				"Correct '" + property + "'. With several databases each can have its own, under "
						+ "'migration.databases.<name>.endpoint.downgrade-floor'. Nothing was run.",
				cause);
	}

}
