/**
 * The revision graph and the identifier language. Pure: no I/O, no SQL.
 */
@NullMarked
package dev.migration.graph;

import org.jspecify.annotations.NullMarked;
