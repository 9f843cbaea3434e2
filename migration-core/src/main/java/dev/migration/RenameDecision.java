package dev.migration;

import java.util.List;

import dev.migration.schema.Rename;

/**
 * Decides what was renamed where the schemas alone do not say it.
 */
@FunctionalInterface
public interface RenameDecision {

	/** Nothing was renamed: what is gone is dropped, with its rows and values. */
	RenameDecision ACCEPT_DROP = (question) -> List.of();

	/** Nobody can be asked, so the question is an error that says how to answer it. */
	RenameDecision REFUSE = (question) -> {
		throw new UnclearRenameException(question);
	};

	/**
	 * Answer a question.
	 * @param question the question
	 * @return those of its candidates that are meant
	 * @throws UnclearRenameException if nobody can answer
	 */
	List<Rename> decide(RenameQuestion question);

}
