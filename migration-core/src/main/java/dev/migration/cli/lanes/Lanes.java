package dev.migration.cli.lanes;

import java.util.ArrayList;
import java.util.List;

/**
 * The lanes of a history, drawn from the newest revision down: {@code *} is a revision,
 * and a line leads from it to each of its parents. The lines look as those of
 * {@code git log --graph}, with one difference: below a revision without parents git may
 * put the next one right under it, which then looks like its parent. Here a row is left
 * between the two.
 *
 * @see <a href="https://git-scm.com/docs/git-log#Documentation/git-log.txt---graph">git
 * log --graph</a>
 */
public final class Lanes {

	private static final int NO_COLUMN = -1;

	private final Pen pen;

	private final LaneLayout layout = new LaneLayout();

	private Row last = new Row();

	/**
	 * The column of the last revision if nothing leads on from it.
	 */
	private int ended = NO_COLUMN;

	/**
	 * Create a new drawing.
	 * @param pen writes the pieces of the lanes
	 */
	public Lanes(Pen pen) {
		this.pen = pen;
	}

	/**
	 * Draw the next revision.
	 * @param id its id
	 * @param parents the ids of those of its parents that will be drawn
	 * @param text the lines of text beside it, the first one beside the {@code *}
	 * @return the lines to print
	 * @throws IllegalArgumentException if it or one of its parents is drawn already
	 */
	public List<String> draw(String id, List<String> parents, List<String> text) {
		List<Row> rows = new ArrayList<>();
		Row between = straight();
		Placement placement = this.layout.place(id, parents);
		int column = placement.column();
		if (placement.isBegun() && column == this.ended) {
			rows.add(between);
		}
		int first = rows.size();
		Fork fork = draw(placement, rows);
		smooth(rows, first);
		int revision = first + fork.rowsBefore();
		while (rows.size() < revision + text.size()) {
			rows.add(straight());
		}
		this.last = rows.get(rows.size() - 1);
		this.ended = parents.isEmpty() ? column : NO_COLUMN;
		return print(rows, revision, fork.width(), text);
	}

	private List<String> print(List<Row> rows, int revision, int width, List<String> text) {
		List<String> lines = new ArrayList<>(rows.size());
		for (int i = 0; i < rows.size(); i++) {
			int line = i - revision;
			lines.add(rows.get(i).print(this.pen, width, (line >= 0 && line < text.size()) ? text.get(line) : ""));
		}
		return lines;
	}

	private static Fork draw(Placement placement, List<Row> rows) {
		Fork fork = new Fork(placement.lanes(), placement.column(), placement.parents(), placement.right());
		rows.addAll(fork.rows());
		Slide slide = fork.slide();
		while (!slide.isDone()) {
			rows.add(slide.next());
		}
		return fork;
	}

	private Row straight() {
		Row row = new Row();
		List<Lane> lanes = this.layout.lanes();
		for (int i = 0; i < lanes.size(); i++) {
			row.paint(2 * i, '|', lanes.get(i).branch());
		}
		return row;
	}

	/**
	 * A lane that comes in askew and goes on askew is drawn askew in between too.
	 */
	private void smooth(List<Row> rows, int first) {
		if (rows.size() == first + 1) {
			return;
		}
		Row above = (first > 0) ? rows.get(first - 1) : this.last;
		Row row = rows.get(first);
		Row below = rows.get(first + 1);
		for (int x = 0; x < row.length(); x += 2) {
			if (row.at(x) == '|' && below.at(x) == ' ') {
				if (above.at(x - 1) == '\\' && above.at(x) == ' ' && below.at(x + 1) == '\\') {
					row.repaint(x, '\\');
				}
				else if (above.at(x + 1) == '/' && below.at(x - 1) == '/') {
					row.repaint(x, '/');
				}
			}
		}
	}

}
