/**
 * Compares the target schema with the inspected one, and writes the difference as the
 * source of a revision.
 */
@NullMarked
package dev.migration.autogenerate;

import org.jspecify.annotations.NullMarked;
