/**
 * The source of a revision: operations become Java as a careful person would write it, or
 * SQL. It knows nothing of files and templates.
 */
@NullMarked
package dev.migration.autogenerate.source;

import org.jspecify.annotations.NullMarked;
