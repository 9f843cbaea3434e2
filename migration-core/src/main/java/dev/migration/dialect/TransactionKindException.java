package dev.migration.dialect;

/**
 * An operation needs a transaction of another kind than the one that is open. Thrown
 * while the operation is rendered, before anything of it has run: the step is rolled
 * back, and run again from its beginning in such a transaction.
 */
public final class TransactionKindException extends RuntimeException {

	private final TransactionKind kind;

	/**
	 * Create a new demand.
	 * @param kind the kind that is needed
	 * @param reason what needs it, for the log
	 */
	public TransactionKindException(TransactionKind kind, String reason) {
		super(reason);
		this.kind = kind;
	}

	/**
	 * Return the kind that is needed.
	 * @return the kind
	 */
	public TransactionKind getKind() {
		return this.kind;
	}

}
