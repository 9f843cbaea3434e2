package dev.migration;

import java.util.Collection;

/**
 * A database, or the application that it belongs to, is not one that can be taken over as
 * it is.
 */
public final class AdoptionRefusedException extends MigrationException {

	/**
	 * Create a new error.
	 * @param description what is in the way
	 * @param action what to do about it
	 */
	public AdoptionRefusedException(String description, String action) {
		super(description, action + " Nothing was written.", null);
	}

	/**
	 * Return the error for an application that has revisions.
	 * @param heads their heads
	 * @return the error
	 */
	public static AdoptionRefusedException ofRevisions(Collection<String> heads) {
		return new AdoptionRefusedException(
				"The application has revisions already, up to " + String.join(", ", heads)
						+ ", and what is taken over becomes the first one",
				"If one of them is what the database has, say so with 'migrate stamp REVISION'.");
	}

}
