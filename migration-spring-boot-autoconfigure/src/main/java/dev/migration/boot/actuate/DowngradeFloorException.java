package dev.migration.boot.actuate;

import dev.migration.MigrationException;
import dev.migration.RevisionHeader;

/**
 * A downgrade would take back what the endpoint never takes back.
 */
public final class DowngradeFloorException extends MigrationException {

	DowngradeFloorException(RevisionHeader revision, String floor, String property) {
		super("The downgrade would take back " + revision.describe() + ", which is at or below the downgrade floor "
				+ floor,
				"Choose a target that is not below the floor, run 'migrate downgrade' on the command line, "
						+ "or change '" + property + "'. Nothing was run.",
				null);
	}

}
