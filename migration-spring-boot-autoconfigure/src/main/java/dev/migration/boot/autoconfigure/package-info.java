/**
 * Auto-configuration of the migration of an application's databases.
 */
@NullMarked
package dev.migration.boot.autoconfigure;

import org.jspecify.annotations.NullMarked;
