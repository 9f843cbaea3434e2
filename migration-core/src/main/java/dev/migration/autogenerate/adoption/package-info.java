/**
 * What a database has already, as a first revision, and the tool that has made it.
 */
@NullMarked
package dev.migration.autogenerate.adoption;

import org.jspecify.annotations.NullMarked;
