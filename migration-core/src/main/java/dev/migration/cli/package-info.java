/**
 * The command line: a class for each command.
 */
@NullMarked
package dev.migration.cli;

import org.jspecify.annotations.NullMarked;
