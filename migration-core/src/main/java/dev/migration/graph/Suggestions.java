package dev.migration.graph;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Finds the names that somebody may have meant who typed another one: those that only
 * differ in case, then those that are a few typing mistakes away, then those that begin
 * alike.
 */
final class Suggestions {

	private static final int SHOWN = 3;

	private static final int SHORTEST_COMMON_START = 2;

	private final Set<String> names;

	Suggestions(Collection<String> names) {
		this.names = new LinkedHashSet<>(names);
	}

	/**
	 * Return a question for the end of an error message.
	 * @param typed what was typed
	 * @return for example {@code ; did you mean 'b7ea1'?}, or nothing
	 */
	String question(String typed) {
		List<String> best = best(typed);
		return best.isEmpty() ? ""
				: best.stream()
					.limit(SHOWN)
					.map((name) -> "'" + name + "'")
					.collect(Collectors.joining(" or ", "; did you mean ", "?"));
	}

	private List<String> best(String typed) {
		List<String> otherCase = this.names.stream().filter((name) -> startsWithIgnoringCase(name, typed)).toList();
		if (!typed.isEmpty() && !otherCase.isEmpty()) {
			return otherCase;
		}
		List<String> mistyped = closest(typed);
		return mistyped.isEmpty() ? longestCommonStart(typed) : mistyped;
	}

	private static boolean startsWithIgnoringCase(String name, String start) {
		return name.regionMatches(true, 0, start, 0, start.length());
	}

	/**
	 * The beginning of an id stands for the id, so a mistyped beginning does too. A short
	 * name allows for one mistake, a longer one for two.
	 */
	private List<String> closest(String typed) {
		int allowed = (typed.length() > 4) ? 2 : 1;
		if (typed.length() <= SHORTEST_COMMON_START) {
			return List.of();
		}
		TreeMap<Integer, List<String>> byUnlikeness = this.names.stream()
			.collect(Collectors.groupingBy((name) -> unlikeness(typed, name), TreeMap::new, Collectors.toList()));
		boolean alike = !byUnlikeness.isEmpty() && byUnlikeness.firstKey() / 2 <= allowed;
		return alike ? byUnlikeness.firstEntry().getValue() : List.of();
	}

	/**
	 * Twice the number of mistakes, and one more for a name that is only begun: of two
	 * names with as many mistakes the whole one is meant.
	 */
	private static int unlikeness(String typed, String name) {
		String start = name.substring(0, Math.min(typed.length(), name.length()));
		return Math.min(2 * distance(typed, name), 2 * distance(typed, start) + (start.equals(name) ? 0 : 1));
	}

	/**
	 * The number of characters to add, remove, replace or swap with their neighbour: the
	 * optimal string alignment distance of Damerau (1964), without regard to case.
	 */
	private static int distance(String left, String right) {
		String a = left.toLowerCase(Locale.ROOT);
		String b = right.toLowerCase(Locale.ROOT);
		int[][] distances = new int[a.length() + 1][b.length() + 1];
		for (int i = 0; i <= a.length(); i++) {
			for (int j = 0; j <= b.length(); j++) {
				distances[i][j] = (i == 0 || j == 0) ? i + j : step(distances, a, b, i, j);
			}
		}
		return distances[a.length()][b.length()];
	}

	private static int step(int[][] distances, String a, String b, int i, int j) {
		int replaced = distances[i - 1][j - 1] + ((a.charAt(i - 1) == b.charAt(j - 1)) ? 0 : 1);
		int best = Math.min(replaced, Math.min(distances[i - 1][j], distances[i][j - 1]) + 1);
		boolean swapped = i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
		return swapped ? Math.min(best, distances[i - 2][j - 2] + 1) : best;
	}

	private List<String> longestCommonStart(String typed) {
		TreeMap<Integer, List<String>> byLength = this.names.stream()
			.collect(Collectors.groupingBy((name) -> commonStart(typed, name), TreeMap::new, Collectors.toList()));
		boolean alike = !byLength.isEmpty() && byLength.lastKey() >= SHORTEST_COMMON_START;
		return alike ? byLength.lastEntry().getValue() : List.of();
	}

	private static int commonStart(String left, String right) {
		int length = 0;
		while (length < Math.min(left.length(), right.length()) && left.charAt(length) == right.charAt(length)) {
			length++;
		}
		return length;
	}

}
