package dev.migration.boot.actuate;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import dev.migration.boot.actuate.MigrationsDescriptors.RevisionDescriptor;
import dev.migration.cli.lanes.LaneLayout;
import dev.migration.cli.lanes.Placement;

/**
 * The revision graph as it is drawn: all in pixels, one row of {@link #ROW} for each
 * revision, so that the texts beside it stand at the right height.
 *
 * @param width the width
 * @param height the height
 * @param lines the lines between the revisions
 * @param nodes the revisions, newest first
 */
record LaneDrawing(int width, int height, List<LaneLine> lines, List<LaneNode> nodes) {

	/** As in the style of the page. */
	static final int ROW = 72;

	private static final int LANE = 22;

	private static final int LEFT = 16;

	/** The middle of the first line of text. */
	private static final int TOP = 19;

	private static final int COLOURS = 6;

	static LaneDrawing of(List<RevisionDescriptor> revisions) {
		Set<String> shown = revisions.stream().map(RevisionDescriptor::revision).collect(Collectors.toSet());
		LaneLayout layout = new LaneLayout();
		List<LaneLine> lines = new ArrayList<>();
		List<LaneNode> nodes = new ArrayList<>();
		int lanes = 1;
		for (int row = 0; row < revisions.size(); row++) {
			RevisionDescriptor revision = revisions.get(row);
			Set<String> parents = new LinkedHashSet<>(revision.revises());
			parents.retainAll(shown);
			Placement placement = layout.place(revision.revision(), List.copyOf(parents));
			nodes.add(new LaneNode(x(placement.column()), y(row), colourOf(placement.branch()), revision.state(),
					revision.current()));
			lanes = Math.max(lanes, placement.column() + 1);
			for (Placement.Line line : placement.lines()) {
				lines.add(LaneLine.of(row, line));
				lanes = Math.max(lanes, Math.max(line.from(), line.to()) + 1);
			}
		}
		return new LaneDrawing(2 * LEFT + (lanes - 1) * LANE, revisions.size() * ROW, lines, nodes);
	}

	private static int x(int lane) {
		return LEFT + lane * LANE;
	}

	private static int y(int row) {
		return TOP + row * ROW;
	}

	private static int colourOf(int branch) {
		return branch % COLOURS;
	}

	/**
	 * A line from one row to the next.
	 *
	 * @param colour the number of its colour
	 * @param path the path in the words of SVG
	 */
	record LaneLine(int colour, String path) {

		private static LaneLine of(int row, Placement.Line line) {
			int from = x(line.from());
			int to = x(line.to());
			int middle = y(row) + ROW / 2;
			String path = "M" + from + " " + y(row) + " C" + from + " " + middle + " " + to + " " + middle + " " + to
					+ " " + y(row + 1);
			return new LaneLine(colourOf(line.branch()), path);
		}

	}

	/**
	 * A revision, whose form says its state.
	 *
	 * @param x the middle, from the left
	 * @param y the middle, from the top
	 * @param colour the number of its colour
	 * @param state its state
	 * @param current whether the version table names it
	 */
	record LaneNode(int x, int y, int colour, String state, boolean current) {

		boolean applied() {
			return this.state.equals("applied");
		}

		boolean pending() {
			return this.state.equals("pending");
		}

		boolean ahead() {
			return this.state.equals("ahead");
		}

		boolean unknown() {
			return this.state.equals("unknown");
		}

		/**
		 * Return the path of a square on its tip.
		 */
		String diamond() {
			return "M" + this.x + " " + (this.y - 7) + " l7 7 l-7 7 l-7 -7 z";
		}

		int left() {
			return this.x - 6;
		}

		int top() {
			return this.y - 6;
		}

		int baseline() {
			return this.y + 4;
		}

	}

}
