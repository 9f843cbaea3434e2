package dev.migration;

/**
 * The body of a revision that is written in Java. Annotate it with {@link Revision} and
 * put it in a package of {@code migration.locations}, or make it a Spring bean. It may be
 * package-private and take constructor arguments.
 * <p>
 * Do everything through the {@link Operations}: a body may also be called only to render
 * its SQL, with nothing run.
 */
public interface Migration {

	/**
	 * Take the database from the parent revisions to this one.
	 * @param op the operations, bound to the database and the transaction of this step
	 */
	void upgrade(Operations op);

	/**
	 * Take the database from this revision back to its parents. A revision that does not
	 * implement this method is irreversible: a downgrade that would need it is refused
	 * before anything runs.
	 * @param op the operations, bound to the database and the transaction of this step
	 */
	default void downgrade(Operations op) {
		throw new IrreversibleRevisionException(getClass().getName());
	}

}
