package dev.migration.cli.lanes;

import java.util.Arrays;

/**
 * A row of characters, each of a branch.
 */
final class Row {

	private static final int NO_BRANCH = -1;

	private char[] characters = new char[16];

	private int[] branches = new int[16];

	private int length;

	/**
	 * Paint a character that is of no branch.
	 */
	void paint(int x, char character) {
		paint(x, character, NO_BRANCH);
	}

	void paint(int x, char character, int branch) {
		if (x >= this.characters.length) {
			this.characters = Arrays.copyOf(this.characters, 2 * x);
			this.branches = Arrays.copyOf(this.branches, 2 * x);
		}
		if (x >= this.length) {
			Arrays.fill(this.characters, this.length, x, ' ');
			this.length = x + 1;
		}
		this.characters[x] = character;
		this.branches[x] = branch;
	}

	/**
	 * Paint another character where there is one.
	 */
	void repaint(int x, char character) {
		this.characters[x] = character;
	}

	char at(int x) {
		return (x >= 0 && x < this.length) ? this.characters[x] : ' ';
	}

	int length() {
		return this.length;
	}

	/**
	 * Return the row as it is printed.
	 * @param pen writes what is of a branch
	 * @param width where the text begins, if the row is not longer
	 * @param text what stands beside the row
	 */
	String print(Pen pen, int width, String text) {
		StringBuilder printed = new StringBuilder();
		int begin = 0;
		while (begin < this.length) {
			int end = begin + 1;
			while (end < this.length && isSame(begin, end)) {
				end++;
			}
			String piece = new String(this.characters, begin, end - begin);
			boolean ofBranch = this.characters[begin] != ' ' && this.branches[begin] != NO_BRANCH;
			printed.append(ofBranch ? pen.write(piece, this.branches[begin]) : piece);
			begin = end;
		}
		return text.isEmpty() ? printed.toString()
				: printed.append(" ".repeat(Math.max(0, width - this.length))).append(text).toString();
	}

	private boolean isSame(int one, int other) {
		boolean blank = this.characters[one] == ' ';
		return (blank || this.characters[other] == ' ') ? this.characters[one] == this.characters[other]
				: this.branches[one] == this.branches[other];
	}

}
