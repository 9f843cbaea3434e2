package dev.migration.cli.lanes;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.constraints.IntRange;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Whatever the history, who follows the lines of the drawing finds each parent, and finds
 * nothing else.
 */
class LanesProperties {

	@Property(tries = 5000)
	void theLinesLeadToTheParentsAndTheRowsKeepTheirOrder(@ForAll("histories") Map<String, Set<String>> history,
			@ForAll @IntRange(min = 1, max = 4) int linesOfText) {
		List<String> drawing = draw(history, linesOfText);
		Map<String, Set<String>> read = new DrawingReader(drawing).parents();
		assertThat(read).as(String.join("\n", drawing)).isEqualTo(history);
		assertThat(read.keySet()).containsExactlyElementsOf(history.keySet());
	}

	@Property
	void eachLineOfTextIsBesideTheLanesInItsOrder(@ForAll("histories") Map<String, Set<String>> history,
			@ForAll @IntRange(min = 1, max = 6) int linesOfText) {
		List<String> text = draw(history, linesOfText).stream()
			.map((line) -> line.replaceFirst("^[^a-z]*", ""))
			.filter((line) -> !line.isEmpty())
			.toList();
		assertThat(text).containsExactlyElementsOf(
				history.keySet().stream().flatMap((id) -> text(id, linesOfText).stream()).toList());
	}

	private static List<String> draw(Map<String, Set<String>> history, int linesOfText) {
		Lanes lanes = new Lanes(Pen.PLAIN);
		List<String> drawing = new ArrayList<>();
		history.forEach((id, parents) -> drawing.addAll(lanes.draw(id, List.copyOf(parents), text(id, linesOfText))));
		return drawing;
	}

	private static List<String> text(String id, int lines) {
		return IntStream.range(0, lines).mapToObj((line) -> (line == 0) ? id : "line" + line).toList();
	}

	/**
	 * The newest first, each with some of those below it as parents: next to it, far
	 * away, several, or none.
	 */
	@Provide
	Arbitrary<Map<String, Set<String>>> histories() {
		Arbitrary<Integer> distance = Arbitraries.frequencyOf(Tuple.of(3, Arbitraries.integers().between(1, 4)),
				Tuple.of(1, Arbitraries.integers().between(1, 24)));
		Arbitrary<Set<Integer>> distances = Arbitraries.integers()
			.between(0, 5)
			.edgeCases((config) -> config.none())
			.flatMap((count) -> distance.list().ofMaxSize(count).map(LinkedHashSet::new));
		return distances.list().ofMinSize(1).ofMaxSize(24).map(LanesProperties::history);
	}

	private static Map<String, Set<String>> history(List<Set<Integer>> distances) {
		Map<String, Set<String>> history = new LinkedHashMap<>();
		for (int i = 0; i < distances.size(); i++) {
			int from = i;
			history.put("r" + i,
					distances.get(i)
						.stream()
						.map((distance) -> from + distance)
						.filter((parent) -> parent < distances.size())
						.map((parent) -> "r" + parent)
						.collect(Collectors.toCollection(LinkedHashSet::new)));
		}
		return history;
	}

}
