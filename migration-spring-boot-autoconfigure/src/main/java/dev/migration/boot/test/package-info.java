/**
 * What users of the library test their revisions with.
 */
@NullMarked
package dev.migration.boot.test;

import org.jspecify.annotations.NullMarked;
