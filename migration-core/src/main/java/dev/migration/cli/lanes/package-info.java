/**
 * Draws a history as lanes, in the way of {@code git log --graph}. Pure: names go in and
 * lines of text come out.
 */
@NullMarked
package dev.migration.cli.lanes;

import org.jspecify.annotations.NullMarked;
