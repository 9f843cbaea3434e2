package dev.migration.cli;

import dev.migration.cli.lanes.Pen;

/**
 * The colours of results, as git has them: ids are yellow, names of branches green, where
 * the database is cyan.
 */
final class Palette {

	private static final String YELLOW = "33";

	private static final String BOLD_GREEN = "1;32";

	private static final String BOLD_CYAN = "1;36";

	private static final String BOLD_YELLOW = "1;33";

	private static final String BOLD_RED = "1;31";

	/** Red, green, yellow, blue, magenta and cyan, then the same in bold. */
	private static final int COLOURS = 12;

	private final boolean coloured;

	Palette(boolean coloured) {
		this.coloured = coloured;
	}

	String id(String text) {
		return paint(YELLOW, text);
	}

	String branches(String text) {
		return paint(BOLD_GREEN, text);
	}

	String head(String text) {
		return paint(BOLD_YELLOW, text);
	}

	String current(String text) {
		return paint(BOLD_CYAN, text);
	}

	/**
	 * What the database does not have, or has and nobody knows.
	 */
	String state(String text) {
		return paint(BOLD_RED, text);
	}

	Pen pen() {
		return (text, branch) -> paint(lane(branch % COLOURS), text);
	}

	private static String lane(int colour) {
		int half = COLOURS / 2;
		return ((colour < half) ? "" : "1;") + (31 + colour % half);
	}

	private String paint(String colour, String text) {
		return this.coloured ? "\u001B[" + colour + "m" + text + "\u001B[m" : text;
	}

}
