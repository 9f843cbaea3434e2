package dev.migration;

import java.util.stream.Collectors;

/**
 * Something may have been renamed, and nobody said so. To drop it would lose values, so
 * nothing was written.
 */
public final class UnclearRenameException extends MigrationException {

	/**
	 * Create a new error.
	 * @param question what is not clear
	 */
	public UnclearRenameException(RenameQuestion question) {
		super(question.text(),
				"If it was, say "
						+ question.candidates()
							.stream()
							.map((rename) -> "--rename " + rename)
							.collect(Collectors.joining(question.isTogether() ? " " : " or "))
						+ ", or put @RenamedFrom on the entity or attribute. If it was not, say --accept-drop: "
						+ "it is then dropped with its values.",
				null);
	}

}
