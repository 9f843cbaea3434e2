/**
 * Observations of the runs and their steps, for traces.
 */
@NullMarked
package dev.migration.boot.observation;

import org.jspecify.annotations.NullMarked;
