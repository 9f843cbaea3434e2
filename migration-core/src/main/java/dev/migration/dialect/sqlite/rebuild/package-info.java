/**
 * Changes of a SQLite table, by SQLite itself where it can and else by a rebuild that
 * loses nothing.
 */
@NullMarked
package dev.migration.dialect.sqlite.rebuild;

import org.jspecify.annotations.NullMarked;
