package dev.migration.cli.lanes;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Reads a drawing back as a person does: it follows each line down with a finger. What is
 * beside the lanes begins with a letter.
 */
final class DrawingReader {

	private final List<String> rows;

	private final List<String> ids;

	DrawingReader(List<String> lines) {
		this.rows = lines.stream().map(DrawingReader::lanes).toList();
		this.ids = lines.stream()
			.map((line) -> line.contains("*") ? line.substring(lanes(line).length()).split(" ")[0] : "")
			.toList();
	}

	private static String lanes(String line) {
		int end = 0;
		while (end < line.length() && !Character.isLetter(line.charAt(end))) {
			end++;
		}
		return line.substring(0, end);
	}

	/**
	 * Return the parents of each revision, in the order of the rows.
	 */
	Map<String, Set<String>> parents() {
		Map<String, Set<String>> parents = new LinkedHashMap<>();
		for (int y = 0; y < this.rows.size(); y++) {
			int x = this.rows.get(y).indexOf('*');
			if (x >= 0) {
				Set<String> found = new LinkedHashSet<>();
				strands(y, x).forEach((strand) -> found.add(follow(strand)));
				parents.put(this.ids.get(y), found);
			}
		}
		return parents;
	}

	private List<Place> strands(int y, int x) {
		List<Integer> found = new ArrayList<>();
		found.add(slash(y + 1, x - 1));
		found.add(upright(y + 1, x));
		found.add(backslash(y + 1, x + 1));
		for (int dash = x + 2; at(y, dash) == '-' || at(y, dash) == '.'; dash += 2) {
			found.add(backslash(y + 1, dash + 1));
		}
		return found.stream().filter((at) -> at >= 0).map((at) -> new Place(y + 1, at)).toList();
	}

	private String follow(Place from) {
		Place place = from;
		while (at(place.y, place.x) != '*') {
			place = next(place);
		}
		return this.ids.get(place.y);
	}

	private Place next(Place place) {
		int y = place.y + 1;
		int x = place.x;
		switch (at(place.y, x)) {
			case '|':
				return first(place, upright(y, x), slash(y, x), slash(y, x - 1), backslash(y, x + 1));
			case '\\':
				return first(place, upright(y, x + 1), backslash(y, x + 1), slash(y, x), backslash(y, x + 2));
			case '/':
				if (at(place.y, x - 2) == '_') {
					int end = x - 2;
					while (at(place.y, end - 2) == '_') {
						end -= 2;
					}
					return first(place, slash(y, end - 2));
				}
				if (x % 2 == 0) {
					return first(place, slash(y, x - 1), upright(y, x));
				}
				// A line that meets another and goes on behind it has crossed it.
				boolean occupied = at(place.y, x - 1) == '|';
				return first(place, occupied ? slash(y, x - 2) : -1, upright(y, x - 1), slash(y, x - 1),
						slash(y, x - 2));
			default:
				throw new IllegalStateException("Nothing to follow at " + place);
		}
	}

	private int upright(int y, int x) {
		return (at(y, x) == '|' || at(y, x) == '*') ? x : -1;
	}

	private int slash(int y, int x) {
		return (at(y, x) == '/') ? x : -1;
	}

	private int backslash(int y, int x) {
		return (at(y, x) == '\\') ? x : -1;
	}

	private Place first(Place from, int... candidates) {
		for (int x : candidates) {
			if (x >= 0) {
				return new Place(from.y + 1, x);
			}
		}
		throw new IllegalStateException("The line ends at " + from + "\n" + String.join("\n", this.rows));
	}

	private char at(int y, int x) {
		return (y < this.rows.size() && x >= 0 && x < this.rows.get(y).length()) ? this.rows.get(y).charAt(x) : ' ';
	}

	private record Place(int y, int x) {
	}

}
