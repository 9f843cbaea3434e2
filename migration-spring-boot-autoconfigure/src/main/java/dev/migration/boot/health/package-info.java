/**
 * The health of the databases, as their revisions say.
 */
@NullMarked
package dev.migration.boot.health;

import org.jspecify.annotations.NullMarked;
