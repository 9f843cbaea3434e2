package dev.migration.cli.lanes;

/**
 * How a piece of a lane is written.
 */
@FunctionalInterface
public interface Pen {

	/** Writes without colours. */
	Pen PLAIN = (text, branch) -> text;

	/**
	 * Write a piece of a lane.
	 * @param text the piece
	 * @param branch the number of the branch that it belongs to, from 0
	 * @return the text to print
	 */
	String write(String text, int branch);

}
