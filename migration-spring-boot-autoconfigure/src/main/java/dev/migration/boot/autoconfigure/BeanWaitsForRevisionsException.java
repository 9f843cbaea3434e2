package dev.migration.boot.autoconfigure;

import dev.migration.MigrationException;

/**
 * What takes part in a run needs a bean that waits for the end of the run.
 */
final class BeanWaitsForRevisionsException extends MigrationException {

	private BeanWaitsForRevisionsException(String message, Throwable cause) {
		super(message,
				"""
						Let it work through what it is given, on the connection of the run: 'op.jdbc()' or 'op.execute(…)' in a \
						revision, the connection of the run in a hook. A listener takes an ObjectProvider, and asks it after \
						the start. JPA cannot be part of a run: the entities are those of today, and the tables are those of the revision.""",
				cause);
	}

	/**
	 * Return the error for a bean that waits.
	 * @param participant what needs it, to begin a sentence with
	 * @param waiting the bean that waits
	 * @param cause what Spring says
	 * @return the error
	 */
	static BeanWaitsForRevisionsException needs(String participant, String waiting, Throwable cause) {
		return new BeanWaitsForRevisionsException(participant + " needs the bean '" + waiting
				+ "', which waits until the revisions have run, as it uses the database", cause);
	}

	/**
	 * Return the error for a bean that has come across one that waits. Which one that is
	 * nobody can say.
	 * @param participant what needs the bean, to begin a sentence with
	 * @param bean the bean
	 * @param cause what Spring says
	 * @return the error
	 */
	static BeanWaitsForRevisionsException inCreation(String participant, String bean, Throwable cause) {
		return new BeanWaitsForRevisionsException(participant
				+ " needs something that waits until the revisions have run, as it uses the database: they had to run"
				+ " while the bean '" + bean + "' was made", cause);
	}

}
