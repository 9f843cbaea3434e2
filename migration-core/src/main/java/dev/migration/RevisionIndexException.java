package dev.migration;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * The index of revisions that was written when the application was built does not fit the
 * application that runs.
 */
public final class RevisionIndexException extends MigrationException {

	private RevisionIndexException(String description, String action, @Nullable Throwable cause) {
		super(description, action, cause);
	}

	/**
	 * Create the error for a location that is not in the index of a native image, which
	 * cannot search its class path.
	 * @param location the location
	 * @param known the locations in the index
	 * @return the error
	 */
	public static RevisionIndexException unknownLocation(String location, List<String> known) {
		return new RevisionIndexException(
				"The location " + location + " was not known when this native image was "
						+ "built, and a native image cannot search its class path. Known were "
						+ (known.isEmpty() ? "none" : String.join(", ", known)),
				"Build the image with the locations it runs with: set 'migration.locations' where it is built, as in "
						+ "application.properties. Revisions that are only known when it runs can be SQL files under "
						+ "'filesystem:'.",
				null);
	}

	/**
	 * Create the error for an index that cannot be read.
	 * @param index where it is
	 * @param cause why not
	 * @return the error
	 */
	public static RevisionIndexException unreadable(String index, Throwable cause) {
		return new RevisionIndexException("The index of revisions in " + index + " cannot be read: " + cause,
				"Build the application again, with the version of this library that it runs with.", cause);
	}

}
