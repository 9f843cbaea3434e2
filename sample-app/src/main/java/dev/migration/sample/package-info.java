/**
 * The backend of a hackathon.
 */
@NullMarked
package dev.migration.sample;

import org.jspecify.annotations.NullMarked;
