package dev.migration.cli.lanes;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Brings strands to their lanes: row by row each goes to the left until it is in its
 * lane, or joins the strand that is.
 * <p>
 * What keeps the rows readable without a doubt: two strands never come closer than a lane
 * is wide, unless one joins the other; and a strand only crosses others when all to its
 * left are in place, in two rows, as in <pre>
 * | |_|/
 * |/| |
 * </pre>
 */
final class Slide {

	private List<Strand> strands;

	private @Nullable Strand crossing;

	/**
	 * Create a new slide.
	 * @param strands the strands, from left to right
	 * @param crossing a strand that crosses to its lane, with its second row to be drawn
	 */
	Slide(List<Strand> strands, @Nullable Strand crossing) {
		this.strands = strands;
		this.crossing = crossing;
	}

	boolean isDone() {
		return this.crossing == null && this.strands.stream().allMatch(Strand::isDrawn);
	}

	Row next() {
		Row row = new Row();
		boolean mayCross = this.crossing == null;
		if (this.crossing != null) {
			finishCrossing(row, this.crossing);
			this.crossing = null;
		}
		List<Strand> moved = new ArrayList<>(this.strands.size());
		for (Strand strand : this.strands) {
			Strand left = moved.isEmpty() ? null : moved.get(moved.size() - 1);
			mayCross &= left == null || left.isInPlace();
			if (strand.isInPlace()) {
				moved.add(strand);
				row.paint(strand.x(), '|', strand.branch());
			}
			else if (!hasJoined(strand, left)) {
				if (mayCross && isInTheWay(strand, left)) {
					this.crossing = strand;
					beginCrossing(row, strand);
					mayCross = false;
				}
				else {
					moved.add(move(row, strand, left));
				}
			}
		}
		this.strands = moved;
		return row;
	}

	private static boolean hasJoined(Strand strand, @Nullable Strand left) {
		return left != null && left.lane() == strand.lane() && left.isInPlace() && left.x() == strand.x() - 1;
	}

	private static boolean isInTheWay(Strand strand, @Nullable Strand left) {
		return left != null && left.lane() > strand.lane() && left.x() == strand.x() - 2;
	}

	private static Strand move(Row row, Strand strand, @Nullable Strand left) {
		boolean joins = left != null && left.lane() == strand.lane() && left.isInPlace();
		if (strand.isBetweenLanes() || left == null || joins || left.x() <= strand.x() - 3) {
			Strand moved = strand.moved(-1);
			row.paint(moved.x(), moved.isInPlace() ? '|' : '/', moved.branch());
			return moved;
		}
		row.paint(strand.x(), '|', strand.branch());
		return strand;
	}

	/**
	 * Draw the first row of a crossing, from the right of the others to the right of the
	 * lane.
	 */
	static void beginCrossing(Row row, Strand strand) {
		for (int x = 2 * strand.lane() + 3; x < strand.x() - 1; x += 2) {
			row.paint(x, '_', strand.branch());
		}
		row.paint(strand.x() - 1, '/', strand.branch());
	}

	private static void finishCrossing(Row row, Strand strand) {
		row.paint(2 * strand.lane() + 1, '/', strand.branch());
	}

}
