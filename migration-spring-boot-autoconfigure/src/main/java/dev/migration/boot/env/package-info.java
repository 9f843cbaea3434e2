/**
 * The environment variable {@code DATABASE_URL}, and one for each of several databases,
 * as configuration of the data sources.
 */
@NullMarked
package dev.migration.boot.env;

import org.jspecify.annotations.NullMarked;
