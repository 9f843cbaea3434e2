/**
 * MySQL and MariaDB.
 */
@NullMarked
package dev.migration.dialect.mysql;

import org.jspecify.annotations.NullMarked;
