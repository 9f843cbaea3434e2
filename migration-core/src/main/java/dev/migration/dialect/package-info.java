/**
 * What differs per database.
 */
@NullMarked
package dev.migration.dialect;

import org.jspecify.annotations.NullMarked;
