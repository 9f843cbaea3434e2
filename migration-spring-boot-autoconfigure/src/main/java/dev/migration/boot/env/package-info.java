/**
 * The environment variable {@code DATABASE_URL} as configuration of the data source.
 */
@NullMarked
package dev.migration.boot.env;

import org.jspecify.annotations.NullMarked;
