package dev.migration;

import org.jspecify.annotations.Nullable;

/**
 * The database refuses a definition of the target schema, or refuses to look at it.
 */
public final class DefinitionRefusedException extends MigrationException {

	private DefinitionRefusedException(String message, String action, @Nullable Throwable cause) {
		super(message, action, cause);
	}

	/**
	 * Return the error that a definition is wrong.
	 * @param definition the definition with its table, in words
	 * @param cause what the database said
	 * @return the error
	 */
	public static DefinitionRefusedException of(String definition, Throwable cause) {
		return new DefinitionRefusedException(
				"The database refuses the " + definition + " of the target schema: " + cause.getMessage(),
				"Correct the definition where the entities make it. If it needs something that the database does not"
						+ " have yet, such as a function or an extension, create that in a revision and apply it first.",
				cause);
	}

	/**
	 * Return the error that the database keeps the same of two names.
	 * @param what what has these names, in words
	 * @param name the one name
	 * @param other the other name
	 * @param kept what the database keeps of both
	 * @return the error
	 */
	public static DefinitionRefusedException ofSameName(String what, String name, String other, String kept) {
		return new DefinitionRefusedException(
				"The target schema has two " + what + " that the database cannot tell apart: '" + name + "' and '"
						+ other + "' are cut to '" + kept + "'",
				"Give one of them a name that differs in its beginning, such as by @Table, @Column, @Index,"
						+ " @ForeignKey or the naming strategy.",
				null);
	}

	/**
	 * Return the error that the database lets nobody ask how it would write a definition.
	 * @param reason why it cannot be asked, in words
	 * @param action the way out
	 * @param cause what the database said
	 * @return the error
	 */
	public static DefinitionRefusedException unasked(String reason, String action, Throwable cause) {
		return new DefinitionRefusedException(
				"The target schema cannot be compared with the database, since " + reason + ": " + cause.getMessage(),
				action, cause);
	}

}
