package dev.migration;

import java.util.List;

import dev.migration.schema.Rename;

/**
 * Something is gone and something like it has come: it may only have another name.
 *
 * @param text the question, for a person
 * @param candidates what may have been renamed, the likeliest first
 * @param isTogether whether all of the candidates follow one pattern, so that all or none
 * are meant; otherwise it is one of them or none
 */
public record RenameQuestion(String text, List<Rename> candidates, boolean isTogether) {

	public RenameQuestion {
		candidates = List.copyOf(candidates);
	}

}
