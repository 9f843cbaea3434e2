package dev.migration.cli;

import java.util.ArrayList;
import java.util.List;

import dev.migration.RevisionStatus.State;

/**
 * The history as a graph for Graphviz, the newest revision at the top.
 *
 * @see <a href="https://graphviz.org/doc/info/lang.html">Graphviz, the DOT language</a>
 */
final class DotDocument {

	private DotDocument() {
	}

	static List<String> lines(List<ShownRevision> revisions) {
		List<String> lines = new ArrayList<>();
		lines.add("digraph history {");
		lines.add("    rankdir=BT;");
		lines.add("    node [shape=box, style=rounded];");
		revisions.forEach((revision) -> lines.add("    " + HistoryEdge.word(revision.id()) + attributes(revision)));
		HistoryEdge.of(revisions)
			.forEach((edge) -> lines.add("    " + HistoryEdge.word(edge.from()) + " -> " + HistoryEdge.word(edge.to())
					+ (edge.dependency() ? " [style=dashed];" : ";")));
		lines.add("}");
		return lines;
	}

	private static String attributes(ShownRevision revision) {
		StringBuilder attributes = new StringBuilder(" [label=\"" + escape(revision.id()));
		if (!revision.message().isEmpty()) {
			attributes.append("\\n").append(escape(revision.message()));
		}
		attributes.append('"');
		if (revision.current() || revision.isHead() || revision.isBase()) {
			attributes.append(", penwidth=2");
		}
		if (revision.current() || revision.isHead()) {
			attributes.append(", color=\"").append(revision.current() ? "#0969da" : "#2da44e").append('"');
		}
		if (revision.state() == State.PENDING) {
			attributes.append(", style=\"rounded,dashed\"");
		}
		return attributes.append("];").toString();
	}

	/**
	 * A label knows escapes of its own behind the backslash, and entities as in HTML.
	 */
	private static String escape(String text) {
		return text.replace("\\", "\\\\").replace("\"", "\\\"").replace("&", "&amp;");
	}

}
