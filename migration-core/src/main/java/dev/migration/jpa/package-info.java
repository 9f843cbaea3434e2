/**
 * Reads the entities of an application into the target schema: from the metadata that
 * Hibernate makes of them, without a database.
 */
@NullMarked
package dev.migration.jpa;

import org.jspecify.annotations.NullMarked;
