package dev.migration.cli.lanes;

/**
 * A line on its way to its lane.
 *
 * @param x where it is, in characters from the left; a lane is at twice its number
 * @param lane the number of the lane where it goes, never further right
 * @param branch the number of the branch, for its colour
 */
record Strand(int x, int lane, int branch) {

	boolean isInPlace() {
		return this.x == 2 * this.lane;
	}

	/**
	 * Return whether nothing is left to draw: it is in its lane, or the last stroke led
	 * into it.
	 */
	boolean isDrawn() {
		return this.x <= 2 * this.lane + 1;
	}

	boolean isBetweenLanes() {
		return this.x % 2 == 1;
	}

	Strand moved(int distance) {
		return new Strand(this.x + distance, this.lane, this.branch);
	}

}
