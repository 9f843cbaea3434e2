/**
 * H2.
 */
@NullMarked
package dev.migration.dialect.h2;

import org.jspecify.annotations.NullMarked;
