package dev.migration.cli;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import dev.migration.cli.lanes.Lanes;

/**
 * The history beside its lanes. A lane stands for a parent; what a revision depends on
 * beyond its parents, and parents that are not shown, are told in words: as lanes they
 * would look like merges that are none.
 */
final class HistoryGraph {

	private final Palette palette;

	private final boolean verbose;

	HistoryGraph(Palette palette, boolean verbose) {
		this.palette = palette;
		this.verbose = verbose;
	}

	List<String> lines(List<ShownRevision> revisions) {
		Set<String> shown = revisions.stream().map(ShownRevision::id).collect(Collectors.toSet());
		Lanes lanes = new Lanes(this.palette.pen());
		List<String> lines = new ArrayList<>();
		for (int i = 0; i < revisions.size(); i++) {
			ShownRevision revision = revisions.get(i);
			Set<String> drawn = new LinkedHashSet<>(revision.place().revision().revises());
			List<String> missing = drawn.stream().filter((parent) -> !shown.contains(parent)).toList();
			drawn.retainAll(shown);
			List<String> text = this.verbose ? details(revision, i == revisions.size() - 1)
					: List.of(RevisionLines.graphLine(revision, missing, this.palette));
			lines.addAll(lanes.draw(revision.id(), List.copyOf(drawn), text));
		}
		return lines;
	}

	private List<String> details(ShownRevision revision, boolean last) {
		List<String> text = new ArrayList<>(RevisionLines.details(revision, this.palette));
		if (!last) {
			text.add("");
		}
		return text;
	}

}
