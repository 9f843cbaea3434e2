package dev.migration.cli.lanes;

/**
 * A column of the drawing: it leads down to a revision.
 *
 * @param target the revision that it leads to
 * @param branch the number of the branch, for its colour
 */
record Lane(String target, int branch) {

}
