/**
 * SQLite.
 */
@NullMarked
package dev.migration.dialect.sqlite;

import org.jspecify.annotations.NullMarked;
