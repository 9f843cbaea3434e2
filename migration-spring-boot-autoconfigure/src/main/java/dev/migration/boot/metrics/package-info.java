/**
 * Meters for the runs and for what is pending.
 */
@NullMarked
package dev.migration.boot.metrics;

import org.jspecify.annotations.NullMarked;
