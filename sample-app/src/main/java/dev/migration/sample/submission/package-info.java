/**
 * What the teams hand in.
 */
@NullMarked
package dev.migration.sample.submission;

import org.jspecify.annotations.NullMarked;
