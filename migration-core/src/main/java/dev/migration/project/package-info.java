/**
 * What is written into, and found in, the sources of a project: new revisions, their
 * templates, and the script that runs the commands.
 */
@NullMarked
package dev.migration.project;

import org.jspecify.annotations.NullMarked;
