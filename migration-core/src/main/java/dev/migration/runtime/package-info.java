/**
 * Runs a plan: version table, history table, transactions, lock.
 */
@NullMarked
package dev.migration.runtime;

import org.jspecify.annotations.NullMarked;
