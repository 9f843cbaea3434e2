/**
 * Who takes part.
 */
@NullMarked
package dev.migration.sample.team;

import org.jspecify.annotations.NullMarked;
