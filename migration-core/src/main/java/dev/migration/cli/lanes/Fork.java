package dev.migration.cli.lanes;

import java.util.ArrayList;
import java.util.List;

/**
 * A revision with its strands to its parents, and the lanes beside it.
 * <p>
 * The first strand of a merge point goes off to the left if its lane is there already,
 * and the last one goes right into the lane beside if that is its own. All others fan out
 * to the right, and the lanes that are there make way. With three and more that takes
 * rows before the revision: <pre>
 * | \
 * |  \
 * *-. \
 * |\ \ \
 * </pre>
 */
final class Fork {

	private final List<Lane> lanes;

	private final int column;

	private final List<Strand> targets;

	private final List<Strand> right;

	private final boolean leftwards;

	private final boolean rightwards;

	/**
	 * How many strands fan out, with the one that goes straight down.
	 */
	private final int fanned;

	/**
	 * Create a new fork.
	 * @param lanes the lanes above the revision, with its own
	 * @param column the number of its own
	 * @param parents the strands to its parents
	 * @param right the strands of the lanes to its right
	 */
	Fork(List<Lane> lanes, int column, List<Strand> parents, List<Strand> right) {
		this.lanes = lanes;
		this.column = column;
		this.targets = parents;
		this.right = right;
		this.leftwards = parents.size() > 1 && parents.get(0).lane() < column;
		this.fanned = parents.size() - (this.leftwards ? 1 : 0);
		this.rightwards = this.fanned > 1 && !right.isEmpty()
				&& right.get(0).lane() == parents.get(parents.size() - 1).lane();
	}

	/**
	 * Return by how many characters the lanes to the right move before the revision.
	 */
	private int room() {
		return 2 * Math.max(0, this.fanned - 2);
	}

	/**
	 * Return how many characters the lanes and the strands take up side by side.
	 */
	int width() {
		return 2 * this.lanes.size() + shift();
	}

	/**
	 * Return how many rows there are before the one of the revision.
	 */
	int rowsBefore() {
		return this.right.isEmpty() ? 0 : room();
	}

	List<Row> rows() {
		List<Row> rows = new ArrayList<>();
		for (int i = 0; i < rowsBefore(); i++) {
			rows.add(makeRoom(i));
		}
		rows.add(revision());
		if (this.targets.size() > 1) {
			rows.add(strands());
		}
		return rows;
	}

	private Row makeRoom(int done) {
		Row row = new Row();
		drawLanes(row, 0, this.column + 1);
		for (Strand strand : this.right) {
			row.paint(strand.x() + done, (done == 0) ? '|' : '\\', strand.branch());
		}
		return row;
	}

	private Row revision() {
		Row row = new Row();
		drawLanes(row, 0, this.column);
		row.paint(2 * this.column, '*');
		for (int x = 1; x <= room(); x++) {
			Strand strand = fan(2 + (x - 1) / 2);
			row.paint(2 * this.column + x, (x == room()) ? '.' : '-', strand.branch());
		}
		for (Strand strand : this.right) {
			boolean onTheMove = room() > 0 && !this.rightwards;
			row.paint(strand.x() + room(), onTheMove ? '\\' : '|', strand.branch());
		}
		return row;
	}

	private Row strands() {
		Row row = new Row();
		drawLanes(row, 0, this.column);
		if (this.leftwards) {
			Slide.beginCrossing(row, leftStrand());
		}
		row.paint(2 * this.column, '|', fan(0).branch());
		for (int i = 1; i < this.fanned; i++) {
			row.paint(2 * (this.column + i) - 1, '\\', fan(i).branch());
		}
		for (Strand strand : this.right) {
			int shift = shift();
			row.paint(strand.x() + ((shift > room()) ? shift - 1 : shift), (shift > room()) ? '\\' : '|',
					strand.branch());
		}
		return row;
	}

	/**
	 * Return by how many characters the lanes to the right are moved in the end.
	 */
	private int shift() {
		return 2 * (Math.max(1, this.fanned) - (this.rightwards ? 2 : 1));
	}

	private Strand leftStrand() {
		Strand first = this.targets.get(0);
		return new Strand(2 * this.column, first.lane(), first.branch());
	}

	private Strand fan(int index) {
		return this.targets.get(index + (this.leftwards ? 1 : 0));
	}

	private void drawLanes(Row row, int from, int to) {
		for (int i = from; i < to; i++) {
			row.paint(2 * i, '|', this.lanes.get(i).branch());
		}
	}

	/**
	 * Return what is left to do below these rows.
	 */
	Slide slide() {
		List<Strand> strands = new ArrayList<>();
		for (int i = 0; i < this.column; i++) {
			strands.add(new Strand(2 * i, i, this.lanes.get(i).branch()));
		}
		for (int i = 0; i < this.fanned; i++) {
			if (!this.rightwards || i < this.fanned - 1) {
				strands.add(new Strand(2 * (this.column + i), fan(i).lane(), fan(i).branch()));
			}
		}
		this.right.forEach((strand) -> strands.add(strand.moved(shift())));
		boolean crosses = this.leftwards && leftStrand().lane() < this.column - 1;
		return new Slide(strands, crosses ? leftStrand() : null);
	}

}
