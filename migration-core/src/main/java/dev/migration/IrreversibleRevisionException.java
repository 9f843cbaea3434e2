package dev.migration;

/**
 * A downgrade would need a revision that has no way back.
 */
public final class IrreversibleRevisionException extends MigrationException {

	/**
	 * Create a new error.
	 * @param revision the revision, as people should read it
	 */
	public IrreversibleRevisionException(String revision) {
		super("Revision " + revision + " has no downgrade", "Write a downgrade for it, choose a target above it, "
				+ "or restore a backup and 'migrate stamp' the revision it holds. Nothing was run.", null);
	}

}
