package dev.migration.cli.lanes;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which lane each revision of a history is in, from the newest one down, and where the
 * lines below it lead. How that is drawn is for {@link Lanes} and others to say.
 */
public final class LaneLayout {

	private final Set<String> placed = new HashSet<>();

	private List<Lane> lanes = new ArrayList<>();

	private int branches;

	/**
	 * Place the next revision.
	 * @param id its id
	 * @param parents the ids of those of its parents that will be placed
	 * @return its place
	 * @throws IllegalArgumentException if it or one of its parents is placed already
	 */
	public Placement place(String id, List<String> parents) {
		if (!this.placed.add(id) || parents.stream().anyMatch(this.placed::contains)) {
			throw new IllegalArgumentException(id + " comes after one of its parents");
		}
		int column = column(id);
		boolean isBegun = column == this.lanes.size();
		if (isBegun) {
			this.lanes.add(new Lane(id, this.branches++));
		}
		return place(column, isBegun, new LinkedHashSet<>(parents));
	}

	/**
	 * Return the lanes that lead on.
	 */
	List<Lane> lanes() {
		return this.lanes;
	}

	private int column(String id) {
		int column = 0;
		while (column < this.lanes.size() && !this.lanes.get(column).target().equals(id)) {
			column++;
		}
		return column;
	}

	/**
	 * Find the lane of each strand, from left to right: the first strand to a revision
	 * makes the lane, and those to its right join it.
	 */
	private Placement place(int column, boolean isBegun, Set<String> parents) {
		Map<String, Integer> numbers = new LinkedHashMap<>();
		List<Lane> next = new ArrayList<>(this.lanes.subList(0, column));
		next.forEach((lane) -> numbers.put(lane.target(), numbers.size()));
		int branch = this.lanes.get(column).branch();
		List<Strand> toParents = new ArrayList<>();
		for (String parent : parents) {
			toParents.add(strand(2 * column, new Lane(parent, toParents.isEmpty() ? branch : branchTo(parent)), numbers,
					next));
		}
		List<Strand> right = new ArrayList<>();
		for (int i = column + 1; i < this.lanes.size(); i++) {
			right.add(strand(2 * i, this.lanes.get(i), numbers, next));
		}
		Placement placement = new Placement(column, isBegun, List.copyOf(this.lanes), toParents, right);
		this.lanes = next;
		return placement;
	}

	private int branchTo(String parent) {
		int column = column(parent);
		return (column < this.lanes.size()) ? this.lanes.get(column).branch() : this.branches++;
	}

	private static Strand strand(int x, Lane lane, Map<String, Integer> numbers, List<Lane> next) {
		Integer number = numbers.get(lane.target());
		if (number == null) {
			number = next.size();
			numbers.put(lane.target(), number);
			next.add(lane);
		}
		return new Strand(x, number, lane.branch());
	}

}
