package dev.migration.cli.lanes;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

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

	private final Set<String> drawn = new HashSet<>();

	private List<Lane> lanes = new ArrayList<>();

	private int branches;

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
		if (!this.drawn.add(id) || parents.stream().anyMatch(this.drawn::contains)) {
			throw new IllegalArgumentException(id + " comes after one of its parents");
		}
		List<Row> rows = new ArrayList<>();
		int column = begin(id, rows);
		int first = rows.size();
		Fork fork = draw(column, new LinkedHashSet<>(parents), rows);
		smooth(rows, first);
		int revision = first + fork.rowsBefore();
		while (rows.size() < revision + text.size()) {
			rows.add(straight());
		}
		this.last = rows.get(rows.size() - 1);
		this.ended = parents.isEmpty() ? column : NO_COLUMN;
		return print(rows, revision, fork.width(), text);
	}

	/**
	 * Find the lane of a revision, or make one if nothing led to it.
	 */
	private int begin(String id, List<Row> rows) {
		int column = column(id);
		if (column == this.lanes.size()) {
			if (column == this.ended) {
				rows.add(straight());
			}
			this.lanes.add(new Lane(id, this.branches++));
		}
		return column;
	}

	private List<String> print(List<Row> rows, int revision, int width, List<String> text) {
		List<String> lines = new ArrayList<>(rows.size());
		for (int i = 0; i < rows.size(); i++) {
			int line = i - revision;
			lines.add(rows.get(i).print(this.pen, width, (line >= 0 && line < text.size()) ? text.get(line) : ""));
		}
		return lines;
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
	private Fork draw(int column, Set<String> parents, List<Row> rows) {
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
		Fork fork = new Fork(this.lanes, column, toParents, right);
		rows.addAll(fork.rows());
		Slide slide = fork.slide();
		while (!slide.isDone()) {
			rows.add(slide.next());
		}
		this.lanes = next;
		return fork;
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

	private Row straight() {
		Row row = new Row();
		for (int i = 0; i < this.lanes.size(); i++) {
			row.paint(2 * i, '|', this.lanes.get(i).branch());
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
