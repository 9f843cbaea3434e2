package dev.migration.cli.lanes;

import java.util.ArrayList;
import java.util.List;

/**
 * The place of a revision among the lanes, with the lines that lead on below it.
 */
public final class Placement {

	private final int column;

	private final boolean begun;

	private final List<Lane> lanes;

	private final List<Strand> parents;

	private final List<Strand> right;

	/**
	 * Create a new place.
	 * @param column the number of the lane of the revision
	 * @param begun whether nothing led to it
	 * @param lanes the lanes above the revision, with its own
	 * @param parents the strands to its parents
	 * @param right the strands of the lanes to its right
	 */
	Placement(int column, boolean begun, List<Lane> lanes, List<Strand> parents, List<Strand> right) {
		this.column = column;
		this.begun = begun;
		this.lanes = lanes;
		this.parents = parents;
		this.right = right;
	}

	/**
	 * Return the lane of the revision.
	 * @return its number, from 0 at the left
	 */
	public int column() {
		return this.column;
	}

	/**
	 * Return the branch of the revision, for its colour.
	 * @return its number, from 0
	 */
	public int branch() {
		return this.lanes.get(this.column).branch();
	}

	/**
	 * Return the lines from this revision down to the next one.
	 * @return the lines, from left to right
	 */
	public List<Line> lines() {
		List<Line> lines = new ArrayList<>();
		for (int i = 0; i < this.column; i++) {
			lines.add(new Line(i, i, this.lanes.get(i).branch()));
		}
		this.parents.forEach((strand) -> lines.add(Line.of(strand)));
		this.right.forEach((strand) -> lines.add(Line.of(strand)));
		return lines;
	}

	boolean isBegun() {
		return this.begun;
	}

	List<Lane> lanes() {
		return this.lanes;
	}

	List<Strand> parents() {
		return this.parents;
	}

	List<Strand> right() {
		return this.right;
	}

	/**
	 * A line from a lane beside a revision to a lane beside the next one.
	 *
	 * @param from the number of the lane where it begins
	 * @param to the number of the lane where it ends
	 * @param branch the number of the branch, for its colour
	 */
	public record Line(int from, int to, int branch) {

		private static Line of(Strand strand) {
			return new Line(strand.x() / 2, strand.lane(), strand.branch());
		}

	}

}
