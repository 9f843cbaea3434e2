/**
 * Application events of the runs.
 */
@NullMarked
package dev.migration.boot.event;

import org.jspecify.annotations.NullMarked;
