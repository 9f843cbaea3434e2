/**
 * The jury, its scores and the leaderboard.
 */
@NullMarked
package dev.migration.sample.judging;

import org.jspecify.annotations.NullMarked;
