package dev.migration.cli;

import java.util.List;

import dev.migration.RevisionStatus;
import dev.migration.RevisionStatus.State;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The history as a document.
 */
class HistoryDocumentTests {

	private final Histories histories = new Histories().add("a1", "one")
		.add("b1", "two", "a1")
		.add("c.1", "", List.of("a1"), List.of("b1"), List.of());

	@Test
	void mermaidHasANodeForEachRevisionAndAnArrowFromEachParent() {
		assertThat(MermaidDocument.lines(this.histories.history())).containsExactly("flowchart BT",
				"    rc_2e_1[\"c.1\"]", "    rb1[\"b1<br/>two\"]", "    ra1[\"a1<br/>one\"]", "    ra1 --> rc_2e_1",
				"    rb1 -.-> rc_2e_1", "    ra1 --> rb1", "    classDef base stroke-width:3px", "    class ra1 base",
				"    classDef head stroke:#2da44e,stroke-width:3px", "    class rc_2e_1,rb1 head");
	}

	@Test
	void dotHasANodeForEachRevisionAndAnArrowFromEachParent() {
		assertThat(DotDocument.lines(this.histories.history())).containsExactly("digraph history {", "    rankdir=BT;",
				"    node [shape=box, style=rounded];", "    rc_2e_1 [label=\"c.1\", penwidth=2, color=\"#2da44e\"];",
				"    rb1 [label=\"b1\\ntwo\", penwidth=2, color=\"#2da44e\"];",
				"    ra1 [label=\"a1\\none\", penwidth=2];", "    ra1 -> rc_2e_1;",
				"    rb1 -> rc_2e_1 [style=dashed];", "    ra1 -> rb1;", "}");
	}

	@Test
	void whatTheDatabaseHasIsMarked() {
		List<ShownRevision> revisions = new Histories().add("a1", "one")
			.add("b1", "two", "a1")
			.directory()
			.history()
			.stream()
			.map((place) -> ShownRevision.of(new RevisionStatus(place,
					place.id().equals("a1") ? State.APPLIED : State.PENDING, place.id().equals("a1"))))
			.toList();
		assertThat(MermaidDocument.lines(revisions)).contains("    class rb1 pending", "    class ra1 current");
		assertThat(DotDocument.lines(revisions)).contains(
				"    rb1 [label=\"b1\\ntwo\", penwidth=2, color=\"#2da44e\", style=\"rounded,dashed\"];",
				"    ra1 [label=\"a1\\none\", penwidth=2, color=\"#0969da\"];");
	}

	@Test
	void whatIsOutsideOfTheRangeHasNoArrow() {
		List<ShownRevision> range = this.histories.history("b1:b1");
		assertThat(MermaidDocument.lines(range)).noneMatch((line) -> line.contains("ra1"));
		assertThat(DotDocument.lines(range)).noneMatch((line) -> line.contains("->"));
	}

	@Test
	void aHostileMessageStaysTextInMermaid() {
		assertThat(label("\"]; end\n<b>x</b> &#35; `code` 1. _a_ %% é 😀"))
			.isEqualTo("    ra1[\"a1<br/>#34;#93;#59; end #60;b#62;x#60;#47;b#62; #38;#35;35#59; "
					+ "#96;code#96; 1#46; #95;a#95; #37;#37; é #128512;\"]");
		assertThat(label("end")).isEqualTo("    ra1[\"a1<br/>end\"]");
	}

	private static String label(String message) {
		return MermaidDocument.lines(new Histories().add("a1", message).history()).get(1);
	}

	@Test
	void aHostileMessageStaysTextInDot() {
		List<ShownRevision> history = new Histories().add("a1", "\"]; } \\N C:\\\n&lt; é").history();
		assertThat(DotDocument.lines(history).get(3))
			.startsWith("    ra1 [label=\"a1\\n\\\"]; } \\\\N C:\\\\ &amp;lt; é\", penwidth=2");
	}

	@Test
	void differentIdsNeverShareAWord() {
		assertThat(List.of("a b", "a_b", "a_20_b", "a.b", "end", "é").stream().map(HistoryEdge::word))
			.doesNotHaveDuplicates()
			.allMatch((word) -> word.matches("r[A-Za-z0-9_]+"));
	}

	@Test
	void noRevisionsAreADocumentToo() {
		assertThat(MermaidDocument.lines(List.of())).containsExactly("flowchart BT");
		assertThat(DotDocument.lines(List.of())).endsWith("}");
	}

}
