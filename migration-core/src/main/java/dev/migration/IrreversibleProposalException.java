package dev.migration;

/**
 * A proposed operation has no inverse, so no downgrade can be written.
 */
public final class IrreversibleProposalException extends MigrationException {

	/**
	 * Create a new error.
	 * @param reason which operation it is, and why it has none
	 */
	public IrreversibleProposalException(String reason) {
		super("The revision would have no downgrade: " + reason,
				"Let the hook that proposes it give the operation an inverse.", null);
	}

}
