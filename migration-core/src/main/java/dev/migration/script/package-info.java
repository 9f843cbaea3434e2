/**
 * Revisions as classes and files: finds them, reads their headers, loads their bodies.
 */
@NullMarked
package dev.migration.script;

import org.jspecify.annotations.NullMarked;
