/**
 * Tables, columns, types and constraints as immutable values. They know no database.
 */
@NullMarked
package dev.migration.schema;

import org.jspecify.annotations.NullMarked;
