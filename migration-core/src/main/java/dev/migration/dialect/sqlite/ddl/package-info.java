/**
 * The text of SQLite's DDL as a model that keeps what it does not change.
 */
@NullMarked
package dev.migration.dialect.sqlite.ddl;

import org.jspecify.annotations.NullMarked;
