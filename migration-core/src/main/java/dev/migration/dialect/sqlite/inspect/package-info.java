/**
 * The catalogue of SQLite as values: mostly the text of the definitions, which it keeps.
 */
@NullMarked
package dev.migration.dialect.sqlite.inspect;

import org.jspecify.annotations.NullMarked;
