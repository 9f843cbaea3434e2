/**
 * One record per operation, and the recorder behind {@link dev.migration.Operations
 * Operations}.
 */
@NullMarked
package dev.migration.operation;

import org.jspecify.annotations.NullMarked;
