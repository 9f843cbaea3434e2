package dev.migration.cli;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * An arrow in a document, between two revisions that are both in it.
 *
 * @param from the older one
 * @param to the newer one
 * @param dependency whether the newer one depends on the older one without being its
 * child
 */
record HistoryEdge(String from, String to, boolean dependency) {

	static List<HistoryEdge> of(List<ShownRevision> revisions) {
		Set<String> shown = revisions.stream().map(ShownRevision::id).collect(Collectors.toSet());
		List<HistoryEdge> edges = new ArrayList<>();
		for (ShownRevision revision : revisions) {
			add(edges, shown, revision.place().revision().revises(), revision.id(), false);
			add(edges, shown, revision.place().dependsOn(), revision.id(), true);
		}
		return edges;
	}

	private static void add(List<HistoryEdge> edges, Set<String> shown, List<String> from, String to,
			boolean dependency) {
		new LinkedHashSet<>(from).stream()
			.filter(shown::contains)
			.forEach((id) -> edges.add(new HistoryEdge(id, to, dependency)));
	}

	/**
	 * Return a word for a revision that is no keyword anywhere: its id, where what is no
	 * letter and no digit is written in hexadecimal. It says the same in every version of
	 * the document.
	 */
	static String word(String id) {
		StringBuilder word = new StringBuilder("r");
		id.codePoints().forEach((character) -> {
			if (character < 128 && Character.isLetterOrDigit(character)) {
				word.appendCodePoint(character);
			}
			else {
				word.append('_').append(Integer.toHexString(character)).append('_');
			}
		});
		return word.toString();
	}

}
