package dev.migration.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import dev.migration.RevisionStatus.State;

/**
 * The history as a flowchart, the newest revision at the top.
 *
 * @see <a href="https://mermaid.js.org/syntax/flowchart.html">Mermaid, flowcharts</a>
 */
final class MermaidDocument {

	/** Only the borders, so that it can be read on white and on black. */
	private static final Map<String, String> STYLES = Map.of("base", "stroke-width:3px", "head",
			"stroke:#2da44e,stroke-width:3px", "pending", "stroke-dasharray:5 5", "current",
			"stroke:#0969da,stroke-width:3px");

	private MermaidDocument() {
	}

	static List<String> lines(List<ShownRevision> revisions) {
		List<String> lines = new ArrayList<>();
		lines.add("flowchart BT");
		revisions.forEach(
				(revision) -> lines.add("    " + HistoryEdge.word(revision.id()) + "[\"" + label(revision) + "\"]"));
		HistoryEdge.of(revisions)
			.forEach((edge) -> lines.add("    " + HistoryEdge.word(edge.from())
					+ (edge.dependency() ? " -.-> " : " --> ") + HistoryEdge.word(edge.to())));
		addClass(lines, revisions, "base", ShownRevision::isBase);
		addClass(lines, revisions, "head", ShownRevision::isHead);
		addClass(lines, revisions, "pending", (revision) -> revision.state() == State.PENDING);
		addClass(lines, revisions, "current", ShownRevision::current);
		return lines;
	}

	private static void addClass(List<String> lines, List<ShownRevision> revisions, String name,
			Predicate<ShownRevision> members) {
		String words = revisions.stream()
			.filter(members)
			.map((revision) -> HistoryEdge.word(revision.id()))
			.collect(Collectors.joining(","));
		if (!words.isEmpty()) {
			lines.add("    classDef " + name + " " + STYLES.get(name));
			lines.add("    class " + words + " " + name);
		}
	}

	private static String label(ShownRevision revision) {
		String message = revision.message();
		return escape(revision.id()) + (message.isEmpty() ? "" : "<br/>" + escape(message));
	}

	/**
	 * A label may hold HTML and Markdown, so whatever could be either is written as its
	 * number.
	 */
	private static String escape(String text) {
		StringBuilder escaped = new StringBuilder();
		int[] characters = text.codePoints().toArray();
		for (int i = 0; i < characters.length; i++) {
			boolean inWord = i > 0 && i < characters.length - 1 && Character.isLetterOrDigit(characters[i - 1])
					&& Character.isLetterOrDigit(characters[i + 1]);
			if (Character.isLetterOrDigit(characters[i]) || characters[i] == ' '
					|| (inWord && "._-".indexOf(characters[i]) >= 0)) {
				escaped.appendCodePoint(characters[i]);
			}
			else {
				escaped.append('#').append(characters[i]).append(';');
			}
		}
		return escaped.toString();
	}

}
