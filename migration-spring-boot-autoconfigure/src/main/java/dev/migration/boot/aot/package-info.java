/**
 * What is prepared when an application is built, so that it starts faster, or in a native
 * image.
 */
@NullMarked
package dev.migration.boot.aot;

import org.jspecify.annotations.NullMarked;
