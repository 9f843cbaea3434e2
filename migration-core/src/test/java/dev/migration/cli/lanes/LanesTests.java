package dev.migration.cli.lanes;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.junit.jupiter.api.Assertions.assertTimeout;

/**
 * The drawings, each as {@code git log --graph} draws the same history, unless it says
 * otherwise. A history is written newest first, as {@code child<parent,parent}.
 */
class LanesTests {

	@Test
	void aLine() {
		assertThat(draw("c<b b<a a")).isEqualTo("""
				* c
				* b
				* a
				""");
	}

	@Test
	void aBranch() {
		assertThat(draw("d<b c<a b<a a")).isEqualTo("""
				* d
				| * c
				* | b
				|/
				* a
				""");
	}

	@Test
	void aMerge() {
		assertThat(draw("n<m m<b,c c<a b<a a")).isEqualTo("""
				* n
				*   m
				|\\
				| * c
				* | b
				|/
				* a
				""");
	}

	@Test
	void aCrissCrossMerge() {
		assertThat(draw("t<m,n n<c,b m<b,c c<a b<a a")).isEqualTo("""
				*   t
				|\\
				| *   n
				| |\\
				* | | m
				|\\| |
				| |/
				|/|
				| * c
				* | b
				|/
				* a
				""");
	}

	@Test
	void aMergeWithTheFirstParentOnTheLeft() {
		assertThat(draw("n<c,b m<b,c c<a b<a a")).isEqualTo("""
				*   n
				|\\
				| | * m
				| |/|
				| |/
				|/|
				* | c
				| * b
				|/
				* a
				""");
	}

	@Test
	void anOctopusMerge() {
		assertThat(draw("o<b,c,d,e e<a d<a c<a b<a a")).isEqualTo("""
				*---.   o
				|\\ \\ \\
				| | | * e
				| | * | d
				| | |/
				| * / c
				| |/
				* / b
				|/
				* a
				""");
	}

	@Test
	void anOctopusMergeWithALaneToItsRight() {
		assertThat(draw("t<o,x o<b,c,d d<a c<a b<a x<a a")).isEqualTo("""
				*   t
				|\\
				| \\
				|  \\
				*-. \\   o
				|\\ \\ \\
				| | * | d
				| * | | c
				| |/ /
				* / / b
				|/ /
				| * x
				|/
				* a
				""");
	}

	@Test
	void linesThatCrossOthers() {
		assertThat(draw("i<e,b h<d g<c f<b e<a d<a c<a b<a a")).isEqualTo("""
				*   i
				|\\
				| | * h
				| | | * g
				| | | | * f
				| | |_|/
				| |/| |
				* | | | e
				| | * | d
				| |/ /
				|/| |
				| | * c
				| |/
				|/|
				| * b
				|/
				* a
				""");
	}

	@Test
	void severalBases() {
		assertThat(draw("m<b,y y<x b<a x a")).isEqualTo("""
				*   m
				|\\
				| * y
				* | b
				| * x
				* a
				""");
	}

	@Test
	void unrelatedHistoriesAreSetApartUnlikeGitDoes() {
		assertThat(draw("c a b")).isEqualTo("""
				* c

				* a

				* b
				""");
		assertThat(draw("y<x x b<a a")).isEqualTo("""
				* y
				* x

				* b
				* a
				""");
		assertThat(draw("z<a y x a")).isEqualTo("""
				* z
				| * y
				|
				| * x
				* a
				""");
	}

	@Test
	void lanesMoveUpWhereOneEnds() {
		assertThat(draw("m<a,b,c a c b")).isEqualTo("""
				*-.   m
				|\\ \\
				* | | a
				 / /
				| * c
				* b
				""");
	}

	@Test
	void aParentThatIsNamedTwiceIsOneParent() {
		assertThat(draw("b<a,a a")).isEqualTo("* b\n* a\n");
	}

	@Test
	void theLanesGoOnBesideLongText() {
		Lanes lanes = new Lanes(Pen.PLAIN);
		List<String> lines = new ArrayList<>();
		lines.addAll(lanes.draw("m", List.of("b", "c"), List.of("m one", "m two", "m three", "")));
		lines.addAll(lanes.draw("c", List.of("a"), List.of("c one", "")));
		lines.addAll(lanes.draw("b", List.of("a"), List.of("b one", "b two")));
		lines.addAll(lanes.draw("a", List.of(), List.of("a one", "a two")));
		assertThat(String.join("\n", lines) + "\n").isEqualTo("""
				*   m one
				|\\  m two
				| | m three
				| |
				| * c one
				| |
				* | b one
				|/  b two
				* a one
				  a two
				""");
	}

	@Test
	void theBranchOfTheFirstParentsKeepsItsNumber() {
		Lanes lanes = new Lanes((text, branch) -> "<" + branch + text + ">");
		List<String> lines = new ArrayList<>();
		lines.addAll(lanes.draw("m", List.of("b", "c"), List.of("m")));
		lines.addAll(lanes.draw("c", List.of("a"), List.of("c")));
		lines.addAll(lanes.draw("b", List.of("a"), List.of("b")));
		assertThat(lines).containsExactly("*   m", "<0|><1\\>", "<0|> * c", "* <1|> b", "<0|><1/>");
	}

	@Test
	void aRevisionBelowItsParentIsNoHistory() {
		assertThatIllegalArgumentException().isThrownBy(() -> draw("a b<a")).withMessageContaining("b comes after");
		assertThatIllegalArgumentException().isThrownBy(() -> draw("a a"));
	}

	@Test
	void thousandsOfRevisionsTakeNoTime() {
		Lanes lanes = new Lanes(Pen.PLAIN);
		int count = 20_000;
		assertTimeout(Duration.ofSeconds(5), () -> {
			for (int i = 0; i < count; i++) {
				List<String> parents = (i % 5 == 0) ? List.of("r" + (i + 2), "r" + (i + 1)) : List.of("r" + (i + 2));
				lanes.draw("r" + i, parents, List.of("text"));
			}
		});
	}

	private static String draw(String history) {
		Lanes lanes = new Lanes(Pen.PLAIN);
		return List.of(history.split(" "))
			.stream()
			.map((revision) -> revision.split("<"))
			.flatMap((parts) -> lanes
				.draw(parts[0], (parts.length > 1) ? List.of(parts[1].split(",")) : List.of(), List.of(parts[0]))
				.stream())
			.collect(Collectors.joining("\n", "", "\n"));
	}

}
