/**
 * The connection for revisions from what Testcontainers and Docker Compose have started.
 */
@NullMarked
package dev.migration.boot.connection;

import org.jspecify.annotations.NullMarked;
